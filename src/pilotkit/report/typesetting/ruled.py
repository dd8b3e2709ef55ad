"""Long lists as lines of text at their places, page by page: a table of thousands of cells is slow.

They look as the tables of reports do. What stands where is known before typst sets anything.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pilotkit.report.document import Column
from pilotkit.report.escape import one_line
from pilotkit.report.typesetting.plain import Plain, plain_text
from pilotkit.report.typesetting.widths import Widths

SIZE = 10.5
_LINE, _INSET = 14.5, 4.0
_MILLIMETRE = 72 / 25.4
_WIDE, _HIGH = 156 * _MILLIMETRE, 225 * _MILLIMETRE
# The title of the list above its first page.
_TITLE = 38.0
# Of a row that is higher than this the rest is a row below.
_MOST_LINES = 30

# A row: the lines of each of its cells.
_Row = list[list[str]]


def plain_list(
    title: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    widths: Widths,
    note: str = "",
) -> Plain:
    """Write a list as data; a line break in a text begins a line."""
    whole = sum(column.width for column in columns)
    edges = [0.0]
    for column in columns:
        edges.append(edges[-1] + _WIDE * column.width / whole)
    texts = [[[one_line(line) for line in one.split("\n")] for one in row] for row in rows]
    titles = [[column.title] for column in columns]
    widths.learn(line for row in (*texts, titles) for cell in row for line in cell)
    rooms = [right - left - 2 * _INSET for left, right in pairwise(edges)]
    (head,) = _broken([titles], rooms, widths)
    sheet = _Sheet(columns, edges, widths)
    pages = [sheet.page(head, some) for some in _paged(head, list(_broken(texts, rooms, widths)))]
    return {
        "kind": "list",
        "title": plain_text(title),
        "edges": [round(edge, 2) for edge in edges],
        "head": round(_height(head), 2),
        "pages": pages,
        "note": plain_text(note),
    }


def _broken(rows: Sequence[_Row], rooms: Sequence[float], widths: Widths) -> Iterator[_Row]:
    """Yield the rows with every text in lines that fit; one that is too high is parted."""
    for row in rows:
        cells = [
            [part for line in cell for part in widths.lines(line, room)]
            for cell, room in zip(row, rooms, strict=True)
        ]
        for at in range(0, max(map(len, cells)), _MOST_LINES):
            yield [cell[at : at + _MOST_LINES] for cell in cells]


def _height(row: _Row) -> float:
    return max(map(len, row)) * _LINE - _INSET + 2 * _INSET


def _paged(head: _Row, rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """Yield the rows of each page."""
    room = _HIGH - _TITLE - _height(head)
    page: list[_Row] = []
    for row in rows:
        high = _height(row)
        if page and high > room:
            yield page
            page, room = [], _HIGH - _height(head)
        page.append(row)
        room -= high
    yield page


class _Sheet:
    """Where everything stands on the pages of a list."""

    def __init__(self, columns: Sequence[Column], edges: Sequence[float], widths: Widths) -> None:
        self.centred = [column.kind != "text" for column in columns]
        self.edges, self.widths = edges, widths

    def page(self, head: _Row, rows: Sequence[_Row]) -> Plain:
        """Return the heights of the rules of a page, and each line with its place."""
        rules = [0.0]
        placed = []
        for row in (head, *rows):
            placed.append(list(self._lines(row, rules[-1], heads=row is head)))
            rules.append(rules[-1] + _height(row))
        return {
            "rules": [round(rule, 2) for rule in rules],
            "heads": placed[0],
            "texts": [line for row in placed[1:] for line in row],
        }

    def _lines(self, row: _Row, top: float, *, heads: bool) -> Iterator[list[float | str]]:
        high = _height(row)
        for index, cell in enumerate(row):
            left, right = self.edges[index], self.edges[index + 1]
            y = top + (high - len(cell) * _LINE + _INSET) / 2
            if not (heads or self.centred[index]):
                yield [round(left + _INSET, 2), round(y, 2), "\n".join(cell)]
                continue
            for line in cell:
                x = (left + right - self.widths.of(line)) / 2
                yield [round(x, 2), round(y, 2), line]
                y += _LINE
