"""Columns that suit their texts: no row is higher than it has to be.

A table says in what parts its columns share its width. Where that makes rows high, a column whose
texts are long is given room of those that have it to spare.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import permutations
from typing import NamedTuple

from rich.cells import cell_len

from pilotkit.report.document import Block, Cell, Row, Table, heads
from pilotkit.report.orientation import Stretch
from pilotkit.report.widths import (
    HALF,
    LETTER,
    beyond,
    longest_word,
    paper_width,
    widths_of,
)

# Half characters of texts that are never broken where a table has room for it, and of such as look
# better in one line: a line more of these weighs as much as a row that is higher by a line.
_NEVER, _SHORT = 6, 16
# Half characters that move from column to column at a time; and rows that are looked at.
_STEPS = (1, 2, 3, 4, 6, 8)
_ROWS = 120
_REMEMBERED = 10_000
# A word, or a character, with the marks that neither begin nor end a line.
_PIECE = re.compile(r"[（《〈「『【〔“‘]*(?:[!-~]+|.)[，。、；：）》〉」』】〕”’！？…]*")


class _Lines(NamedTuple):
    """How many lines each row takes in a column, and how many its short texts have too many."""

    of_rows: Sequence[int]
    broken: int


# In a column that is so wide.
_Field = Callable[[int], _Lines]


def suited(parts: Sequence[Stretch]) -> list[Stretch]:
    """Give all tables columns that suit them; those with the same columns get the same widths."""
    pooled: dict[tuple[bool, tuple[str, ...]], list[Row]] = {}
    for turned, table in _tables(parts):
        pooled.setdefault((turned, _titles(table)), []).extend(table.rows)
    known: dict[tuple[bool, tuple[str, ...]], tuple[int, ...]] = {}

    def dressed(block: Block, *, turned: bool) -> Block:
        if not isinstance(block, Table):
            return block
        key = turned, _titles(block)
        if key not in known:
            whole = replace(block, rows=tuple(pooled[key]))
            known[key] = tuple(_widths(whole, paper_width(turned=turned)))
        columns = zip(block.columns, known[key], strict=True)
        return replace(block, columns=tuple(replace(one, width=width) for one, width in columns))

    return [
        Stretch(turned, tuple(dressed(one, turned=turned) for one in blocks))
        for turned, blocks in parts
    ]


def _tables(parts: Sequence[Stretch]) -> Iterator[tuple[bool, Table]]:
    for turned, blocks in parts:
        yield from ((turned, one) for one in blocks if isinstance(one, Table))


def _titles(table: Table) -> tuple[str, ...]:
    return tuple(f"{one.group}\n{one.title}\n{one.width}" for one in table.columns)


def _widths(table: Table, width: int) -> list[int]:
    above, rows = heads(table.columns), table.rows
    many, every = len(table.columns), 1 + len(rows) // _ROWS
    texts = [_texts(x, above) + _texts(x, rows)[::every] for x in range(many)]
    side = beyond(many)
    rooms = [one - side for one in widths_of(table, width)]
    least = [_least(one) for one in texts]
    rooms = _lowest([_field(one) for one in texts], _at_least(least, rooms), least)
    return [one + side for one in rooms]


def _texts(index: int, rows: Sequence[Row]) -> list[Cell | None]:
    """Return what stands in a column, and how much of it in each row: a merged cell in all."""
    found: list[Cell | None] = []
    last, left = None, 0
    for row in rows:
        cell = row.cells[index]
        if cell:
            last, left = (cell if cell.across == 1 else None), cell.down
        found.append(last if left > 0 else None)
        left -= 1
    return found


def _least(cells: list[Cell | None]) -> int:
    lines = [line for cell in cells if cell for line in cell.lines]
    short = (cell_len(one) for one in lines if cell_len(one) <= _NEVER)
    return max(longest_word(lines) * LETTER, *(one * HALF for one in short), 0)


def _at_least(least: list[int], widths: list[int]) -> list[int]:
    """Widen what is too narrow at the cost of the widest, where there is enough."""
    found = list(widths)
    for index, need in enumerate(least):
        while found[index] < need:
            giver = max(range(len(found)), key=lambda one: found[one] - least[one])
            if found[giver] <= least[giver]:
                return widths
            given = min(need - found[index], found[giver] - least[giver])
            found[giver] -= given
            found[index] += given
    return found


def _field(cells: list[Cell | None]) -> _Field:
    """Measure a column once for each width that it is tried in."""
    own = {id(cell): cell.lines for cell in cells if cell}
    short = [line for lines in own.values() for line in lines if cell_len(line) <= _SHORT]

    @cache
    def lines_at(room: int) -> _Lines:
        high = [
            -(-sum(_count(line, room) for line in cell.lines) // cell.down) if cell else 0
            for cell in cells
        ]
        return _Lines(high, sum(_count(line, room) - 1 for line in short))

    return lines_at


@lru_cache(_REMEMBERED)
def _pieces(line: str) -> tuple[int, ...]:
    """Return the widths of what a line may be parted into."""
    return tuple(_wide(one) for one in _PIECE.findall(line))


def _wide(text: str) -> int:
    return cell_len(text) * (LETTER if text.isascii() else HALF)


def _count(line: str, room: int) -> int:
    """Count the lines that a line is parted into; a word that does not fit is parted itself."""
    count, used = 1, 0
    for size in _pieces(line):
        if used + size > room and used:
            count, used = count + 1, 0
        used += size
        if used > room:
            count += used // room
            used %= room
    return count


def _lowest(fields: Sequence[_Field], widths: list[int], least: list[int]) -> list[int]:
    """Move room from column to column as long as the table becomes lower."""

    def height(tried: Sequence[int]) -> int:
        found = [of(one) for of, one in zip(fields, tried, strict=True)]
        rows: int = sum(map(max, zip(*(one.of_rows for one in found), strict=True)))
        return rows + sum(one.broken for one in found)

    now = height(widths)
    while True:
        best = min(_moves(widths, least), key=height, default=widths)
        if height(best) >= now:
            return widths
        widths, now = best, height(best)


def _moves(widths: list[int], least: list[int]) -> Iterator[list[int]]:
    """Yield what the widths may become, the least changed first."""
    for step in _STEPS:
        for giver, taker in permutations(range(len(widths)), 2):
            if widths[giver] - step * HALF >= least[giver]:
                changed = list(widths)
                changed[giver] -= step * HALF
                changed[taker] += step * HALF
                yield changed
