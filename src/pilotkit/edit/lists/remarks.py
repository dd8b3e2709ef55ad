"""Rows of a sheet that are no records: sums, remarks, who filled it in, heads once more."""

import re
from collections.abc import Mapping, Sequence

from pilotkit.edit.tables.cell_text import text_of
from pilotkit.edit.tables.grid import CellValue
from pilotkit.model.sheet_cell import CellError

_SUMS = frozenset({"合计", "总计", "小计", "共计", "总数"})
# 注：……, 填表人：张三; no name and no number is written so.
_LABELLED = re.compile(r"[^：:，。；\d]{1,8}\d?[：:]")


def is_remark(cell: CellValue) -> bool:
    """Tell whether a cell says something of the table, not of a record."""
    text = str(cell).strip()
    return "".join(text.split()) in _SUMS or _LABELLED.match(text) is not None


def is_beside(row: Sequence[CellValue]) -> bool:
    """Tell whether a row sums up, or every cell of it is a remark."""
    texts = texts_of(row)
    return bool(texts) and ("".join(texts[0].split()) in _SUMS or all(map(is_remark, texts)))


def repeats(
    row: Sequence[CellValue], heads: Sequence[CellValue], columns: Mapping[int, object]
) -> bool:
    """Tell whether a row says the heads once more, as below the break of a page."""
    pairs = [(row[index], heads[index]) for index in columns if index < len(row)]
    return bool(pairs) and all(str(cell).strip() == str(head).strip() for cell, head in pairs)


def texts_of(row: Sequence[CellValue]) -> tuple[str, ...]:
    """Return what a row says, each once: in a merged cell every one says the same."""
    return tuple(dict.fromkeys(text for cell in row if (text := shown_of(cell))))


def shown_of(cell: CellValue) -> str:
    """Say what a cell shows, also where it has no value to be taken."""
    try:
        return text_of(cell).strip()
    except CellError:
        return str(cell).strip()
