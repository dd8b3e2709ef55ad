"""CSV as offices save it: comma, semicolon or tab; UTF-8, GBK or UTF-16 unless told otherwise."""

import csv
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from io import StringIO

from pilotkit.edit.tables.grid import MAX_COLUMNS, MAX_ROWS, Grid, TableError, too_large
from pilotkit.model.csv_cell import unguarded
from pilotkit.model.sentence import Sentence

_SEPARATORS = ",\t;"
# Stands before a text in Unicode; some systems put that of UTF-8 before GBK, too.
_MARK = "\ufeff"


def read_csv(name: str, content: bytes, encoding: str | None) -> Grid:
    """Read a file of one table.

    Raises:
        TableError: it is in another encoding, too large, or no text.
    """
    text = _decoded(name, content, [encoding] if encoding else _encodings(content))
    # A title may stand above the table.
    lines = (line for line in text.splitlines() if any(one in line for one in _SEPARATORS))
    first = next(lines, "")
    separator = max(_SEPARATORS, key=lambda one: (first.count(one), one == ","))
    return Grid(name.rpartition(".")[0], tuple(_rows(name, text, separator)))


def _encodings(content: bytes) -> list[str]:
    """Name what Excel and WPS save in China; only UTF-16 says itself what it is."""
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return ["utf-16"]
    return ["utf-8-sig", "gb18030"]


def _decoded(name: str, content: bytes, encodings: list[str]) -> str:
    content = content.removeprefix(BOM_UTF8)
    for encoding in encodings:
        try:
            return content.decode(encoding).removeprefix(_MARK)
        except UnicodeError:
            continue
        except LookupError:
            raise TableError(
                Sentence(f"不认识编码“{encoding}”", f"unknown encoding {encoding!r}")
            ) from None
    tried = {"utf-8-sig": "UTF-8", "gb18030": "GBK"}
    shown = [tried.get(one, one) for one in encodings]
    raise TableError(
        Sentence(f"“{name}”不是 {'、'.join(shown)}", f"{name!r} is not {' or '.join(shown)}"),
        Sentence(
            "另存为 .xlsx，或用 --from-encoding 写明编码",
            "save it as .xlsx, or name its encoding with --from-encoding",
        ),
    )


def _rows(name: str, text: str, separator: str) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    try:
        for row in csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True):
            if len(rows) >= MAX_ROWS or len(row) > MAX_COLUMNS:
                raise too_large(name)
            rows.append(tuple(unguarded(one) for one in row))
    except csv.Error:
        line = len(rows) + 1
        raise TableError(
            Sentence(
                f"“{name}”第 {line} 行引号不成对", f"{name!r}: quotes do not match, row {line}"
            )
        ) from None
    return rows
