"""How wide the columns of a table are: their shares, but none too narrow for a date or a number.

Widths are in the unit that Word files measure in, 914,400 to the inch and 12,700 to the point.
"""

import re
from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from pilotkit.report.document import Row, Table, heads

# Half a character of the 10.5 pt of a cell, with what letters are wider than figures.
_HALF = 69_850
_POINT = 12_700
# What lies left and right of the text of a cell, in points: less where many columns stand side by
# side, whose texts need the room; and what a text is left over that.
_BESIDE, _BESIDE_OF_MANY, _MANY = 5.4, 1.8, 10
_SPARE = 8_890
# Longer ones are broken: no column may starve the others.
_LONGEST = 14
_HEAD = 4
# In points: a line of a cell and what lies above and below it; how high the text of an upright page
# is, and of a turned one, whose tables are wider than 190 mm.
_LINE, _ABOVE = 15.5, 5.5
_UPRIGHT_PAGE, _TURNED_PAGE, _UPRIGHT = 637, 442, 6_840_000
# Of a form there is room for its head above it.
_OF_FORM, _OF_OTHERS = 0.85, 0.33
# What a line may not be broken in: figures, letters and what joins them.
_UNBROKEN = re.compile(r"[\x21-\x7e\u2013\u2014]+")


def beside(columns: int) -> float:
    """Return what lies on either side of the text of a cell, in points."""
    return _BESIDE_OF_MANY if columns >= _MANY else _BESIDE


def sides(columns: int) -> int:
    """Return what lies on both sides of the text of a cell."""
    return round(2 * beside(columns) * _POINT)


def widths_of(table: Table, width: int) -> list[int]:
    """Share out a width; what narrow columns lack is taken from those with room to spare."""
    total = sum(column.width for column in table.columns)
    shares = [width * column.width // total for column in table.columns]
    beyond, rows = sides(len(shares)) + _SPARE, _all_rows(table)
    needed = [_needed(index, rows) + beyond for index in range(len(shares))]
    lacking = sum(max(0, need - share) for share, need in zip(shares, needed, strict=True))
    spare = sum(max(0, share - need) for share, need in zip(shares, needed, strict=True))
    if lacking > spare:
        return shares
    return [
        need if share <= need else share - (share - need) * lacking // spare
        for share, need in zip(shares, needed, strict=True)
    ]


def is_kept_whole(table: Table, widths: Sequence[int]) -> bool:
    """Say whether a table of these widths stands on one page: a form, or a small one."""
    high = sum(_LINE * _lines(row, widths) + _ABOVE for row in _all_rows(table))
    page = _TURNED_PAGE if sum(widths) > _UPRIGHT else _UPRIGHT_PAGE
    return high <= page * (_OF_FORM if table.form else _OF_OTHERS)


def _all_rows(table: Table) -> list[Row]:
    return [*heads(table.columns), *table.rows]


def _lines(row: Row, widths: Sequence[int]) -> int:
    """Estimate how many lines a row takes, rather too many."""
    high, beyond = 1, sides(len(widths)) + _SPARE
    for index, cell in enumerate(row.cells):
        if cell and cell.down == 1:
            room = max(1, sum(widths[index : index + cell.across]) - beyond)
            high = max(high, sum(1 + cell_len(line) * _HALF // room for line in cell.lines))
    return high


def _needed(index: int, rows: Sequence[Row]) -> int:
    longest = max((_unbroken(text) for text in _texts(index, rows)), default=0)
    return min(max(longest, _HEAD), _LONGEST) * _HALF


def _texts(index: int, rows: Sequence[Row]) -> Iterator[str]:
    """Yield what stands in the fields of one column only."""
    for row in rows:
        cell = row.cells[index]
        if cell and cell.across == 1:
            yield cell.text


def _unbroken(text: str) -> int:
    return max((cell_len(found) for found in _UNBROKEN.findall(text)), default=0)
