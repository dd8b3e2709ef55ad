"""How wide the columns of a table are: their shares, but none too narrow for a date or a number.

Widths are in the unit that Word files measure in, 914,400 to the inch and 12,700 to the point.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len

from pilotkit.report.document import Row, Table, heads

# Half a character of the 10.5 pt of a cell, and the same with what letters are wider than figures.
HALF, LETTER = 66_675, 69_850
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
# How wide their text is: 156 and 225 mm.
_PAPER, _TURNED_PAPER = 5_616_000, 8_100_000
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


def paper_width(*, turned: bool) -> int:
    """Return how wide the text of a page is, upright or turned."""
    return _TURNED_PAPER if turned else _PAPER


def beyond(columns: int) -> int:
    """Return what a column is wider than its text."""
    return sides(columns) + _SPARE


def widths_of(table: Table, width: int) -> list[int]:
    """Share out a width; what narrow columns lack is taken from those with room to spare."""
    total = sum(column.width for column in table.columns)
    shares = [width * column.width // total for column in table.columns]
    more, rows = beyond(len(shares)), _all_rows(table)
    needed = [_needed(index, rows) + more for index in range(len(shares))]
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
    high, more = 1, beyond(len(widths))
    for index, cell in enumerate(row.cells):
        if cell and cell.down == 1:
            room = max(1, sum(widths[index : index + cell.across]) - more)
            high = max(high, sum(1 + cell_len(line) * LETTER // room for line in cell.lines))
    return high


def _needed(index: int, rows: Sequence[Row]) -> int:
    return longest_word(_texts(index, rows)) * LETTER


def longest_word(texts: Iterable[str]) -> int:
    """Return how many half characters stand together in the longest word of a column."""
    longest = max(map(unbroken, texts), default=0)
    return min(max(longest, _HEAD), _LONGEST)


def _texts(index: int, rows: Sequence[Row]) -> Iterator[str]:
    """Yield what stands in the fields of one column only."""
    for row in rows:
        cell = row.cells[index]
        if cell and cell.across == 1:
            yield cell.text


def unbroken(text: str) -> int:
    """Return how many half characters stand together in the longest word of a text."""
    return max((cell_len(found) for found in _UNBROKEN.findall(text)), default=0)
