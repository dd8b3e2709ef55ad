"""Case → report → document → bytes."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pilotkit.report.case import Case
from pilotkit.report.format import SHIPPED, Setting
from pilotkit.report.formats import FORMATS
from pilotkit.report.report import USUAL, Report


class Made(NamedTuple):
    """A file of a report: its name and its bytes."""

    name: str
    content: bytes


def make(
    report: Report, case: Case, formats: Sequence[str] = (), setting: Setting = SHIPPED
) -> Iterator[Made]:
    """Build a report once and render it in those of these formats that it has."""
    document = report.build(case)
    for name in report.formats:
        if name in (formats or USUAL):
            form = FORMATS[name]
            file_name = report.file_name(case.day, form.ending, case.lang)
            yield Made(file_name, form.render(document, setting))
