"""The parts of a workbook: its sheets, as values."""

import re
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

from python_calamine import CalamineWorkbook

from pilotkit.disk.package import open_package
from pilotkit.model.column_letters import column_of
from pilotkit.model.sheet_column import KEY_SHEET, LISTS_SHEET
from pilotkit.report.comparison.parts import Grid, Part

_MOST_FIELDS = 2_000_000
_ADDRESS = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')


def read(content: bytes) -> list[Part]:
    """Read every sheet but the hidden ones, which are for us.

    Raises:
        BadZipFile, CalamineError: it is no workbook, not safe to unpack, or far too wide.
    """
    with open_package(content) as package:
        for name in package.namelist():
            if name.startswith("xl/worksheets/") and _reach(package.read(name)) > _MOST_FIELDS:
                raise BadZipFile
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return [
        Grid(tuple(_row(row) for row in book.get_sheet_by_name(name).to_python(False)), name)
        for name in book.sheet_names
        if name not in {KEY_SHEET, LISTS_SHEET}
    ]


def _reach(sheet: bytes) -> int:
    """Return how many fields lie within the furthest row and column of a sheet."""
    found = [
        (column_of(letters.decode()) + 1, int(row)) for letters, row in _ADDRESS.findall(sheet)
    ]
    return max((one for one, _ in found), default=0) * max((one for _, one in found), default=0)


def _row(values: list[Any]) -> tuple[str, ...]:
    texts = [_text(value) for value in values]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def _text(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, datetime):
        return value.isoformat(" ").removesuffix(" 00:00:00")
    return value.isoformat() if isinstance(value, date) else " ".join(str(value).split())
