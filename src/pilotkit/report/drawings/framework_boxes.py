"""A pillar of the 体系结构图: its heading and the grid of its subsystems."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.drawings.lettering import Length, Letters, balanced, largest, wrap
from pilotkit.report.drawings.palette import BLUE, MUTED, NAVY, PALE, PAPER, RED, RULE
from pilotkit.report.drawings.shapes import Frame, Paint, Point, box, lines, text

EMPTY = Paint(PAPER, RED, Fraction(3, 2), "4 3")
_FILLED, _PANEL = Paint(PAPER, BLUE), Paint(PAPER, RULE)
_UNITS = 4
_BETWEEN, _PADDING, _SPACE = 10, 8, 8
_HEADING = Letters(14, NAVY, "middle", bold=True)
_TOTALS = Letters(12, MUTED, "middle")
_NUMBER = Letters(11, NAVY, "middle", bold=True)
_NAME = Letters(13, anchor="middle")
_COUNTS = Letters(11, MUTED, "middle")
_WITHOUT = Letters(11, RED, "middle", bold=True)
_NUMBER_MOST = 58


class Subsystem(NamedTuple):
    """A box: its number, and how many standards of its own and adopted ones it holds."""

    number: str
    name: str
    own: int
    adopted: int

    @property
    def empty(self) -> bool:
        """Whether it holds no standard at all."""
        return not self.own + self.adopted


class Pillar(NamedTuple):
    """A 支柱体系 with its subsystems in their order."""

    number: str
    name: str
    subsystems: Sequence[Subsystem]

    def totals(self) -> Sentence:
        """Say how many subsystems and standards it has."""
        own = sum(each.own for each in self.subsystems)
        adopted = sum(each.adopted for each in self.subsystems)
        return Sentence(
            f"子体系 {len(self.subsystems)}，自编 {own}，采用 {adopted}",
            f"subsystems {len(self.subsystems)}, own {own}, adopted {adopted}",
        )


@dataclass(frozen=True)
class _Cell:
    subsystem: Subsystem
    width: Fraction
    strip: Fraction
    lang: Lang

    @cached_property
    def name(self) -> list[str]:
        return balanced(self.subsystem.name, _NAME, self.width - self.strip - 10, most=12)

    @cached_property
    def counts(self) -> list[str]:
        return balanced(_counts(self.subsystem).to(self.lang), _COUNTS, self.width - self.strip - 6)

    @cached_property
    def height(self) -> Fraction:
        inside = _NAME.leading * len(self.name) + _COUNTS.leading * len(self.counts)
        return max(inside, _NUMBER.leading * len(self.number)) + 10

    @cached_property
    def number(self) -> list[str]:
        return wrap(self.subsystem.number, _NUMBER, self.strip - 6)

    def draw(self, frame: Frame) -> Iterator[str]:
        empty = self.subsystem.empty
        strip = frame._replace(width=self.strip)
        inner = Frame(strip.right, frame.y, frame.width - strip.width, frame.height)
        down = _NAME.leading * len(self.name) / 2
        up = _COUNTS.leading * len(self.counts) / 2
        x, y = inner.middle
        yield box(frame, EMPTY if empty else _FILLED)
        if not empty:
            yield box(strip, Paint(PALE, BLUE))
        yield from lines(strip.middle, self.number, _NUMBER)
        yield from lines(Point(x, y - up), self.name, _NAME)
        yield from lines(Point(x, y + down), self.counts, _WITHOUT if empty else _COUNTS)


@dataclass(frozen=True)
class Column:
    """The place of a pillar in its layer: from the left, how wide, how many boxes in a row."""

    pillar: Pillar
    x: Fraction
    width: Fraction
    in_a_row: int
    lang: Lang

    @cached_property
    def height(self) -> Fraction:
        """The least height that holds heading and boxes."""
        grid = sum((_tallest(row) + _SPACE for row in self._rows), Fraction(0))
        return self._heading_height + (grid or _HEADING.leading * 2) + _PADDING

    def draw(self, at: Point, height: Length) -> Iterator[str]:
        """Yield the panel with its heading and its boxes from `at` on, `height` tall."""
        panel = Frame(at.x, at.y, self.width, height)
        middle = panel.middle.x
        heading = Point(middle, at.y + 4 + _HEADING.leading * len(self._heading) / 2)
        said = Point(middle, at.y + self._heading_height - 6 - self._totals_height / 2)
        yield box(panel, _PANEL, 3)
        yield box(panel._replace(height=self._heading_height), Paint(PALE, RULE), 3)
        yield from lines(heading, self._heading, _HEADING)
        yield from lines(said, self._totals, _TOTALS)
        yield from self._boxes(Point(at.x + _PADDING, at.y + self._heading_height + _SPACE))
        if not self.pillar.subsystems:
            words = Sentence("尚未设子体系", "no subsystem yet").to(self.lang)
            yield text(Point(middle, at.y + self._heading_height + 20), words, _WITHOUT)

    def _boxes(self, at: Point) -> Iterator[str]:
        y = at.y
        for row in self._rows:
            for number, cell in enumerate(row):
                x = at.x + number * (cell.width + _SPACE)
                yield from cell.draw(Frame(x, y, cell.width, _tallest(row)))
            y += _tallest(row) + _SPACE

    @cached_property
    def _heading(self) -> list[str]:
        words = f"{self.pillar.number} {self.pillar.name}".strip()
        return balanced(words, _HEADING, self.width - 16)

    @cached_property
    def _totals(self) -> list[str]:
        return balanced(self.pillar.totals().to(self.lang), _TOTALS, self.width - 12)

    @cached_property
    def _totals_height(self) -> Fraction:
        return _TOTALS.leading * len(self._totals)

    @cached_property
    def _heading_height(self) -> Fraction:
        return _HEADING.leading * len(self._heading) + self._totals_height + 10

    @cached_property
    def _rows(self) -> list[list[_Cell]]:
        spaces = 2 * _PADDING + (self.in_a_row - 1) * _SPACE
        width = Fraction(self.width - spaces) / self.in_a_row
        numbers = (_NUMBER.width(each.number) for each in self.pillar.subsystems)
        strip = min(largest(0, *numbers) + 10, Fraction(_NUMBER_MOST))
        cells = [_Cell(each, width, strip, self.lang) for each in self.pillar.subsystems]
        return [cells[at : at + self.in_a_row] for at in range(0, len(cells), self.in_a_row)]


def columns(pillars: Sequence[Pillar], room: Length, lang: Lang) -> list[Column]:
    """Share `room` out among the pillars of a layer, more to those with more boxes."""
    shares = _shares(pillars)
    units = sum(shares)
    unit = (Fraction(room) + _BETWEEN) / units if units else Fraction(0)
    placed, x = [], Fraction(0)
    for pillar, share in zip(pillars, shares, strict=True):
        placed.append(Column(pillar, x, unit * share - _BETWEEN, share, lang))
        x += unit * share
    return placed


def _shares(pillars: Sequence[Pillar]) -> list[int]:
    """Return boxes in a row by pillar; each further one goes where most rows stand.

    One more than usual stands in a row where that saves a row of the layer.
    """
    shares = [1 for _ in pillars]
    while pillars and sum(shares) < _UNITS:
        shares = _with_one_more(pillars, shares)
    more = _with_one_more(pillars, shares) if pillars else shares
    saves = max(_rows(pillars, more), default=0) < max(_rows(pillars, shares), default=0)
    return more if saves else shares


def _with_one_more(pillars: Sequence[Pillar], shares: Sequence[int]) -> list[int]:
    rows = _rows(pillars, shares)
    most = rows.index(max(rows))
    return [share + (index == most) for index, share in enumerate(shares)]


def _rows(pillars: Sequence[Pillar], shares: Sequence[int]) -> list[int]:
    return [-(-len(p.subsystems) // n) for p, n in zip(pillars, shares, strict=True)]


def _tallest(row: Sequence[_Cell]) -> Fraction:
    return max(cell.height for cell in row)


def _counts(subsystem: Subsystem) -> Sentence:
    if subsystem.empty:
        return Sentence("尚无标准", "no standard yet")
    return Sentence(
        f"自编 {subsystem.own}　采用 {subsystem.adopted}",
        f"own {subsystem.own}, adopted {subsystem.adopted}",
    )
