"""Case → report → document → bytes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from pilotkit.report.case import Case
from pilotkit.report.document import Document
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
            how = setting if form.templated else replace(setting, template=None)
            told = report.sheets(case) if name == "xlsx" and report.sheets else document
            yield Made(file_name, form.render(_signed(told, how), how))


def _signed(document: Document, setting: Setting) -> Document:
    """Say in small print which template gives the form."""
    if not setting.signed:
        return document
    return replace(document, stamp=(*document.stamp, setting.origin.to(document.lang)))
