"""A workbook → its cells, in a process of its own that has little memory and time.

Windows and macOS do not limit memory: how far the cells reach is looked at before a library makes
room for them.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any
from zipfile import ZIP_STORED, ZipFile

from python_calamine import CalamineSheet, CalamineWorkbook, SheetMetadata, SheetVisibleEnum

from pilotkit.disk.confinement import RefusedError
from pilotkit.disk.package import DAMAGES, TooLargeError, open_package
from pilotkit.edit.tables import binary, extent
from pilotkit.edit.tables.grid import SAVE_ANEW, TableError, damaged, locked
from pilotkit.edit.tables.reading import ZIP
from pilotkit.model.sentence import Sentence

_MOST_ENTRIES = 200
_MOST_SHEETS = 50
_MANIFEST, _ENCRYPTED = "META-INF/manifest.xml", b"encryption-data"
# Pictures, macros and the like are not for the library that reads cells.
_READ = (".xml", ".rels", "mimetype")
# A formula that nobody has calculated has no value; one that gives an empty text is a `str`.
_UNCALCULATED = re.compile(
    rb'<c((?: (?!t=)[a-z]+="[^"<>]*")*)>\s*<f(?:[^<>]*/>|[^<>]*>[^<>]*</f>)\s*'
    rb"(?:<v ?/>|<v></v>)?\s*</c>"
)
_NO_VALUE = rb'<c\1 t="str"><v>#CALC!</v></c>'
# An error is an empty cell to the library that reads: it gets the error as a text, in a workbook
# of Excel, and in one of OpenDocument, which says the empty text beside it.
_FAILED = re.compile(rb"""(<(?:\w+:)?c(?: [\w:]+="[^"<>]*")*? t=)"e\"""")
_AS_TEXT = rb'\1"str"'
_FAILED_IN_OPEN_DOCUMENT = re.compile(rb'<table:table-cell [^<>]*:value-type="error"[^<>]*>')
_NO_TEXT = b' office:string-value=""'


def read(content: bytes, context: Mapping[str, Any]) -> bytes:
    """Read every sheet: its name, its rows, whether it is hidden; as JSON.

    Raises:
        RefusedError: the file is damaged, or not safe to read.
    """
    name = str(context["name"])
    try:
        return json.dumps(list(_sheets(name, *_looked_at(name, content)))).encode()
    except TableError as error:
        remedies = [error.remedy] if error.remedy else []
        raise RefusedError([error.sentence, *remedies]) from error


def _looked_at(name: str, content: bytes) -> tuple[bytes, Mapping[int, list[binary.Failed]]]:
    """Return what is safe to read, and the cells that failed in what cannot be rewritten."""
    if content.startswith(ZIP):
        return _repacked(name, content), {}
    return content, binary.walk(name, content)


def _repacked(name: str, content: bytes) -> bytes:
    """Unpack the parts that are read, look at each, and pack them anew.

    What a library gets then has the sizes that it claims, and nothing that we did not look at.
    """
    buffer = BytesIO()
    try:
        with open_package(content) as package, ZipFile(buffer, "w", ZIP_STORED) as anew:
            for part in _parts(name, package):
                xml = package.read(part)
                if part.endswith((".xml", ".rels")):
                    extent.refuse_far_cells(name, xml)
                anew.writestr(part, _with_errors(_UNCALCULATED.sub(_NO_VALUE, xml)))
    except TooLargeError:
        raise TableError(
            Sentence(
                f"“{name}”解开后太大，没有读", f"{name!r} is too large inside; it was not read"
            ),
            Sentence(
                "删去空行、图片和不用的工作表，或拆成几个文件",
                "delete empty rows, pictures and other sheets, or split it into several files",
            ),
        ) from None
    except DAMAGES:
        raise damaged(name) from None
    return buffer.getvalue()


def _with_errors(xml: bytes) -> bytes:
    """Let errors of formulas be read as the texts that a hand sees."""
    plain = _FAILED.sub(_AS_TEXT, xml)
    return _FAILED_IN_OPEN_DOCUMENT.sub(lambda cell: cell[0].replace(_NO_TEXT, b""), plain)


def _parts(name: str, package: ZipFile) -> list[str]:
    entries = package.infolist()
    if len(entries) > _MOST_ENTRIES:
        raise TooLargeError
    of_open_document = _MANIFEST in package.namelist()
    if any(one.flag_bits & 1 for one in entries) or (
        of_open_document and _ENCRYPTED in package.read(_MANIFEST)
    ):
        raise locked(name)
    return [one.filename for one in entries if one.filename.endswith(_READ)]


def _sheets(
    name: str, content: bytes, failed: Mapping[int, list[binary.Failed]]
) -> Iterator[tuple[str, list[list[Any]], bool]]:
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        for nth, one in enumerate(_listed(name, book)):
            rows = _rows(book.get_sheet_by_name(one.name))
            for row, column, error in failed.get(nth, ()):
                rows[row][column] = error
            yield one.name, rows, one.visible != SheetVisibleEnum.Visible
    except (MemoryError, TableError):
        raise
    except BaseException:  # a panic of the library is no Exception
        raise TableError(
            Sentence(f"读不了“{name}”，文件可能已损坏", f"cannot read {name!r}; it may be damaged"),
            SAVE_ANEW,
        ) from None


def _listed(name: str, book: CalamineWorkbook) -> list[SheetMetadata]:
    if (count := len(book.sheets_metadata)) <= _MOST_SHEETS:
        return book.sheets_metadata
    raise TableError(
        Sentence(
            f"“{name}”有 {count} 张工作表，最多 {_MOST_SHEETS} 张，没有读",
            f"{name!r} has {count} sheets, at most {_MOST_SHEETS} may be; it was not read",
        ),
        Sentence(
            "删去不用的工作表，或拆成几个文件", "delete sheets, or split it into several files"
        ),
    )


def _rows(sheet: CalamineSheet) -> list[list[Any]]:
    rows = [[_told(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    _fill(rows, sheet.merged_cell_ranges or [])
    return rows


def _told(value: Any) -> Any:
    """Tell a cell in JSON: what that has no word for with its kind."""
    match value:
        case datetime():
            return "datetime", value.isoformat()
        case date():
            return "date", value.isoformat()
        case time():
            return "time", value.isoformat()
        case timedelta():
            return "span", value.total_seconds()
        case str() | int() | float():
            return value
        case _:
            return str(value)


def _fill(rows: list[list[Any]], merged: list[Any]) -> None:
    """Say in every cell of a merged one what is written in its first."""
    for (top, left), (bottom, right) in merged:
        if top < len(rows) and left < len(rows[top]):
            for row in rows[top : bottom + 1]:
                for column in range(left, min(right + 1, len(row))):
                    row[column] = rows[top][left]
