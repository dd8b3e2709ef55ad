"""A file → its sheets. What is hostile is refused in little time and memory."""

import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from importlib.util import find_spec
from io import BytesIO
from typing import Any
from zipfile import ZIP_STORED, BadZipFile, ZipFile

from pilotkit.disk.package import open_package
from pilotkit.edit.tables import binary, extent
from pilotkit.edit.tables.comma import read_csv
from pilotkit.edit.tables.grid import CellValue, Grid, TableError
from pilotkit.model.fault import Fault
from pilotkit.model.sentence import Sentence

MAX_FILE = 50 << 20
_MOST_ENTRIES = 200
_MOST_SHEETS = 50
_ZIP = b"PK\x03\x04"
# Pictures, macros and the like are not for the library that reads cells.
_READ = (".xml", ".rels", "mimetype")
# NotImplementedError, of a compression that Python does not know, is a RuntimeError.
_DAMAGES = (BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError)


def read_tables(name: str, content: bytes, encoding: str | None = None) -> list[Grid]:
    """Read every sheet of a workbook, or the one table of a .csv.

    Raises:
        TableError: the file is none of these, damaged, or not safe to read.
        Fault: what reads Excel files is not installed.
    """
    if len(content) > MAX_FILE:
        raise TableError(
            Sentence(f"“{name}”超过 {MAX_FILE >> 20} MB", f"{name!r} exceeds {MAX_FILE >> 20} MB")
        )
    if content.startswith(_ZIP):
        return _from_library(name, _repacked(name, content))
    if content.startswith(binary.SIGNATURE):
        binary.refuse_far_cells(content)
        return _from_library(name, content)
    if name.lower().endswith((".csv", ".txt")):
        return [read_csv(name, content, encoding)]
    raise TableError(
        Sentence(
            f"“{name}”不是 .xlsx、.xls、.ods 或 .csv", f"{name!r} is no .xlsx, .xls, .ods or .csv"
        )
    )


def _repacked(name: str, content: bytes) -> bytes:
    """Unpack the parts that are read, look at each, and pack them anew.

    What a library gets then has the sizes that it claims, and nothing that we did not look at.
    """
    buffer = BytesIO()
    try:
        with open_package(content) as package, ZipFile(buffer, "w", ZIP_STORED) as anew:
            for part in _parts(package):
                xml = package.read(part)
                if part.endswith((".xml", ".rels")):
                    extent.refuse_far_cells(part, xml)
                anew.writestr(part, xml)
    except _DAMAGES:
        raise TableError(
            Sentence(
                f"“{name}”已损坏、加了密码，或解开后太大，没有读",
                f"{name!r} is damaged, locked or too large inside; it was not read",
            )
        ) from None
    return buffer.getvalue()


def _parts(package: ZipFile) -> list[str]:
    names = package.namelist()
    if len(names) > _MOST_ENTRIES:
        raise BadZipFile
    return [name for name in names if name.endswith(_READ)]


def _from_library(name: str, content: bytes) -> list[Grid]:
    if find_spec("python_calamine") is None:
        raise Fault(
            Sentence(
                "读 Excel 文件需要安装 python-calamine：pip install 'pilotkit[office]'",
                "Excel files need python-calamine: pip install 'pilotkit[office]'",
            )
        )
    try:
        return list(_grids(content))
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # a panic of the library is no Exception
        raise _unreadable(name) from None


def _grids(content: bytes) -> Iterator[Grid]:
    from python_calamine import CalamineWorkbook, SheetVisibleEnum  # noqa: PLC0415 - of an extra

    book = CalamineWorkbook.from_filelike(BytesIO(content))
    for one in book.sheets_metadata[:_MOST_SHEETS]:
        sheet = book.get_sheet_by_name(one.name)
        rows = [[_value(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
        _fill(rows, sheet.merged_cell_ranges or [])
        hidden = one.visible != SheetVisibleEnum.Visible
        yield Grid(one.name, tuple(map(tuple, rows)), hidden)


def _value(value: Any) -> CellValue:
    known = isinstance(value, str | float | bool | date | datetime | time | timedelta | int)
    return value if known else str(value)


def _fill(rows: list[list[CellValue]], merged: list[Any]) -> None:
    """Say in every cell of a merged one what is written in its first."""
    for (top, left), (bottom, right) in merged:
        if top < len(rows) and left < len(rows[top]):
            for row in rows[top : bottom + 1]:
                for column in range(left, min(right + 1, len(row))):
                    row[column] = rows[top][left]


def _unreadable(name: str) -> TableError:
    return TableError(
        Sentence(f"读不了“{name}”，文件可能已损坏", f"cannot read {name!r}; it may be damaged"),
        Sentence("用 Excel 或 WPS 打开，另存为 .xlsx", "open it in Excel and save it as .xlsx"),
    )
