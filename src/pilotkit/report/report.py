"""What a report is, and what its file is called."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.case import Case
from pilotkit.report.document import Document

# What a report is made in, as far as it has them, where nobody asks for a format.
USUAL = ("md", "html", "svg")
# The formats of a report whose tables an office goes on calculating with.
WITH_SHEETS = ("md", "html", "docx", "pdf", "xlsx")


def _never(_: Case) -> None:
    return None


@dataclass(frozen=True)
class Report:
    """A report: its name on the command line, its title, what it is for in a line, how it is made.

    `refused` says why it cannot be made of a case; None where it can. `sheets` makes what a
    workbook holds, where that is more than the paper shows.
    """

    name: str
    title: Sentence
    purpose: Sentence
    build: Callable[[Case], Document]
    formats: tuple[str, ...] = ("md", "html", "docx", "pdf")
    refused: Callable[[Case], Sentence | None] = _never
    sheets: Callable[[Case], Document] | None = None

    def file_name(self, day: date, ending: str, lang: Lang) -> str:
        """Name its file: 自我评价报告-2021-12-16.md, self-evaluation-2021-12-16.md."""
        return f"{self.title.zh if lang == 'zh' else self.name}-{day.isoformat()}{ending}"
