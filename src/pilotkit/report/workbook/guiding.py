"""What guides a hand down a column of a sheet: words to choose from, cells that light up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from pilotkit.model.sentence import Lang
from pilotkit.plan.state import SOON
from pilotkit.report.document import Column, Tone
from pilotkit.report.live import Choosing, Ending, Guide, Lighting, Measuring
from pilotkit.report.workbook.looks import Looks
from pilotkit.report.workbook.words import Words


@dataclass(frozen=True)
class Guiding:
    """The columns of a table on a sheet, from its first row to the last that may be filled."""

    sheet: Worksheet
    columns: Sequence[Column]
    first: int
    last: int
    lang: Lang

    def write(self, looks: Looks, words: Words) -> None:
        """Put every guide of every column to its cells."""
        for index, column in enumerate(self.columns):
            for guide in column.guides:
                if isinstance(guide, Choosing):
                    self._offer(index, guide, words)
                for tone, rule in self._rules(index, guide):
                    lit = {"type": "formula", "criteria": rule, "format": looks.lit(tone)}
                    self.sheet.conditional_format(self.first, index, self.last, index, lit)

    def _offer(self, index: int, guide: Choosing, words: Words) -> None:
        """Offer the words; where one is alone, another is asked back about, never refused."""
        if not guide.words:
            return
        zh = self.lang == "zh"
        rule: dict[str, object] = {
            "validate": "list",
            "source": words.source(guide.words),
            "show_error": not guide.several,
            "error_type": "warning",
            "error_message": "不在可选的词里，要保留吗？"
            if zh
            else "not one of the words; keep it?",
        }
        self.sheet.data_validation(self.first, index, self.last, index, rule)

    def _rules(self, index: int, guide: Guide) -> Iterator[tuple[Tone, str]]:
        """Yield when cells light up, as a formula over the first of them."""
        own = self._cell(index)
        match guide:
            case Lighting():
                lit: tuple[tuple[Tone, tuple[str, ...]], ...] = (
                    ("bad", guide.bad),
                    ("open", guide.open),
                    ("good", guide.good),
                )
                for tone, words in lit:
                    if words:
                        yield tone, f"=OR({','.join(_says(own, words, guide))})"
            case Measuring():
                owed = self._cell(self._at(guide.against))
                both = f"ISNUMBER({own}),ISNUMBER({owed}),{owed}>0"
                yield "bad", f"=AND({both},{own}<=0)"
                yield "open", f"=AND({both},{own}>0,{own}<{owed})"
                yield "good", f"=AND({both},{own}>={owed})"
            case Ending():
                undone = self._undone(own, guide)
                today, soon = _day(guide.day), _day(guide.day + SOON)
                yield "bad", f"=AND({undone},{own}<{today})"
                yield "open", f"=AND({undone},{own}>={today},{own}<={soon})"
            case _:
                return

    def _undone(self, own: str, guide: Ending) -> str:
        done = self._cell(self._at(guide.done))
        said = [f"{done}={_quoted(word)}" for word in guide.words]
        return f"ISNUMBER({own}),NOT(OR({','.join([f'ISNUMBER({done})', *said])}))"

    def _at(self, title: str) -> int:
        return next(at for at, column in enumerate(self.columns) if column.title == title)

    def _cell(self, index: int) -> str:
        return f"{xl_col_to_name(index, col_abs=True)}{self.first + 1}"


def _says(cell: str, words: Sequence[str], guide: Lighting) -> Iterator[str]:
    for word in words:
        found = f"ISNUMBER(SEARCH({_quoted(word)},{cell}))"
        yield found if guide.anywhere else f"{cell}={_quoted(word)}"


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def _day(day: date) -> str:
    return f"DATE({day.year},{day.month},{day.day})"
