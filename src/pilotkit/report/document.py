"""A report without any form: what Markdown, a page, a Word file and a sheet are made from.

Texts are plain, in one language; a line break in a cell is a line of its own. What a value is
(a number, a day) stands beside how it is written, so that a sheet can calculate with it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from pilotkit.model.points import points_text
from pilotkit.model.sentence import Lang
from pilotkit.report.live import Guide, Live

Kind = Literal["text", "number", "day", "code"]
Tone = Literal["plain", "good", "bad", "open", "quiet"]
Value = int | Decimal | date | None
NOTHING = "—"


@dataclass(frozen=True)
class Cell:
    """What stands in a field of a table; `down` and `across` say how many fields it fills.

    `live` is what a sheet does there by itself; all else shows the text. `link` is a file beside
    the page, which a page leads to.
    """

    text: str
    value: Value = None
    tone: Tone = "plain"
    down: int = 1
    across: int = 1
    live: Live | None = None
    link: str = ""

    @property
    def lines(self) -> list[str]:
        """Its lines; at least one, which may be empty."""
        return self.text.splitlines() or [""]


@dataclass(frozen=True)
class Column:
    """A column: its head, what it holds, its width in parts of the whole table.

    Neighbours with the same `group` have that head in common above their own. `guides` help whoever
    fills it in, and show what matters in it; only a sheet has them.
    """

    title: str
    kind: Kind = "text"
    width: int = 10
    group: str = ""
    guides: tuple[Guide, ...] = ()


@dataclass(frozen=True)
class Row:
    """A field a column; None where a cell above or to the left reaches in."""

    cells: tuple[Cell | None, ...]
    total: bool = False


@dataclass(frozen=True)
class Heading:
    """The head of a section; level 1 is the highest. `number` is put there by `numbered`.

    One that is not `counted` has none. An `annex` begins a page and has a count of its own.
    """

    level: int
    text: str
    number: str = ""
    counted: bool = True
    annex: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of running text."""

    text: str


@dataclass(frozen=True)
class AnnexLine(Paragraph):
    """A line below the body that names an annex, put there by `numbered`: 附件：1. 明细表.

    Its text ends with the `name`; only the `first` of them begins with the `label`.
    """

    name: str
    label: str
    first: bool


@dataclass(frozen=True)
class Note:
    """A remark in smaller print."""

    text: str


@dataclass(frozen=True)
class Bullets:
    """Items of a list, each a text of one paragraph."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """Rows under columns, with a caption above.

    A `ledger` has a row for each of many of a kind, which an office sorts, filters and carries on;
    a `form` is handed out or signed by itself, and is not parted where it fits a page.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    ledger: bool = False
    form: bool = False


@dataclass(frozen=True)
class Figure:
    """A drawing of ours as SVG, caption below; `scale` is the part of its size that fits there."""

    caption: str
    svg: str
    scale: float = 1


Block = Heading | Paragraph | Note | Bullets | Table | Figure


@dataclass(frozen=True)
class Fact:
    """A line of the head: 项目名称：灞桥区政务服务标准化试点."""

    label: str
    text: str


@dataclass(frozen=True)
class Document:
    """A whole report in one language. `notices` stand above all, `stamp` below in small print.

    `day` is that of the data, which files carry as their own.
    """

    name: str
    title: str
    lang: Lang
    facts: tuple[Fact, ...]
    blocks: tuple[Block, ...]
    notices: tuple[str, ...] = ()
    stamp: tuple[str, ...] = ()
    landscape: bool = False
    subtitle: str = ""
    day: date | None = None

    @property
    def fact_lines(self) -> tuple[str, ...]:
        """The lines of its head."""
        colon = "：" if self.lang == "zh" else ": "
        return tuple(f"{one.label}{colon}{one.text}" for one in self.facts)

    def headings(self) -> Iterator[Heading]:
        """Yield the headings of the first level, for a table of contents."""
        return (one for one in self.blocks if isinstance(one, Heading) and one.level == 1)


def cell(value: str | int | Decimal | date | None, tone: Tone = "plain") -> Cell:
    """Make a cell of a value as it is written: days in ISO, nothing as a dash."""
    if value is None or value == "":
        return Cell(NOTHING, tone="quiet")
    if isinstance(value, Decimal):
        return Cell(points_text(value), value, tone)
    if isinstance(value, date):
        return Cell(value.isoformat(), value, tone)
    return Cell(str(value), value if isinstance(value, int) else None, tone)


def row(*values: str | int | Decimal | date | Cell | None, total: bool = False) -> Row:
    """Make a row of values and ready cells."""
    return Row(tuple(v if isinstance(v, Cell) else cell(v) for v in values), total)


def merged(rows: Sequence[Row], depth: int) -> tuple[Row, ...]:
    """Merge equal cells one under the other in the first `depth` columns.

    A column is merged only as far as all columns to its left are; rows of totals stay alone.
    """
    grid = [list(one.cells) for one in rows]
    for column in range(depth):
        start = 0
        for end in range(1, len(rows) + 1):
            if end == len(rows) or not _alike(rows[start], rows[end], column):
                _join(grid, column, start, end)
                start = end
    return tuple(replace(one, cells=tuple(cells)) for one, cells in zip(rows, grid, strict=True))


def _alike(one: Row, other: Row, column: int) -> bool:
    return not (one.total or other.total) and one.cells[: column + 1] == other.cells[: column + 1]


def _join(grid: list[list[Cell | None]], column: int, start: int, end: int) -> None:
    first = grid[start][column]
    if first and end - start > 1:
        grid[start][column] = replace(first, down=end - start)
        for below in range(start + 1, end):
            grid[below][column] = None


def heads(columns: tuple[Column, ...]) -> list[Row]:
    """Return one row of heads, or two where columns share one."""
    titles = tuple(Cell(column.title) for column in columns)
    if not any(column.group for column in columns):
        return [Row(titles)]
    above: list[Cell | None] = []
    for index, column in enumerate(columns):
        if index and column.group and column.group == columns[index - 1].group:
            above.append(None)
            continue
        end = index + 1
        while column.group and end < len(columns) and columns[end].group == column.group:
            end += 1
        above.append(
            Cell(column.group, across=end - index) if column.group else Cell(column.title, down=2)
        )
    below = (cell if column.group else None for cell, column in zip(titles, columns, strict=True))
    return [Row(tuple(above)), Row(tuple(below))]


_DIGITS = "〇一二三四五六七八九"


def chinese(number: int) -> str:
    """Write a number from 1 to 99 in Chinese: 十二."""
    tens, ones = divmod(number, len(_DIGITS))
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")


@dataclass
class _Counter:
    counts: list[int] = field(default_factory=list)

    def next(self, level: int) -> list[int]:
        self.counts = [*self.counts[:level], *[0] * (level - len(self.counts))]
        self.counts[level - 1] += 1
        return self.counts


def numbered(blocks: Iterable[Block], lang: Lang) -> tuple[Block, ...]:
    """Number the headings: 一、（一）1.（1） as GB/T 9704 has it; 1, 1.1, 1.1.1 in English.

    A single annex is 附件, of several each has its number: 附件1. Below the body they are named.
    """
    counter = _Counter()
    given = tuple(blocks)
    annexes = [one for one in given if isinstance(one, Heading) and one.annex]
    serials = {id(one): index for index, one in enumerate(annexes, 1)} if annexes[1:] else {}
    found: list[Block] = []
    for one in given:
        if isinstance(one, Heading) and one.annex:
            found += _annex_lines(annexes, lang) if one is annexes[0] else ()
            found.append(replace(one, number=_annex(serials.get(id(one)), lang)))
        elif isinstance(one, Heading) and one.counted:
            found.append(replace(one, number=_written(counter.next(one.level), lang)))
        else:
            found.append(one)
    return tuple(found)


def _annex(serial: int | None, lang: Lang) -> str:
    return f"附件{serial or ''}\u3000" if lang == "zh" else f"Annex {serial or ''}".strip() + ": "


def _annex_lines(annexes: list[Heading], lang: Lang) -> Iterator[AnnexLine]:
    label = "附件：" if lang == "zh" else "Annex: "
    for serial, one in enumerate(annexes, start=1):
        first = serial == 1
        number = f"{serial}. " if annexes[1:] else ""
        yield AnnexLine(f"{label if first else ''}{number}{one.text}", one.text, label, first)


def _written(counts: list[int], lang: Lang) -> str:
    if lang == "en":
        return f"{'.'.join(map(str, counts))} "
    last = counts[-1]
    written = {1: f"{chinese(last)}、", 2: f"（{chinese(last)}）", 3: f"{last}. "}
    return written.get(len(counts), f"（{last}）")
