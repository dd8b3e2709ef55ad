"""CSV as offices save it: comma, semicolon or tab; UTF-8 unless told otherwise."""

import csv
from io import StringIO

from pilotkit.edit.tables.grid import MAX_COLUMNS, MAX_ROWS, Grid, TableError, too_large
from pilotkit.model.csv_cell import unguarded
from pilotkit.model.sentence import Sentence

_SEPARATORS = ",\t;"


def read_csv(name: str, content: bytes, encoding: str | None) -> Grid:
    """Read a file of one table.

    Raises:
        TableError: it is in another encoding, too large, or no text.
    """
    try:
        text = content.decode(encoding or "utf-8-sig")
    except UnicodeError:
        raise TableError(
            Sentence(
                f"“{name}”不是 {encoding or 'UTF-8'}", f"{name!r} is not {encoding or 'UTF-8'}"
            ),
            Sentence(
                "Excel 存的 CSV 一般加 --from-encoding gb18030",
                "a CSV of a Chinese Excel is read with --from-encoding gb18030",
            ),
        ) from None
    except LookupError:
        raise TableError(
            Sentence(f"不认识编码“{encoding}”", f"unknown encoding {encoding!r}")
        ) from None
    first = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=lambda one: (first.count(one), one == ","))
    return Grid(name.rpartition(".")[0], tuple(_rows(name, text, separator)))


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
