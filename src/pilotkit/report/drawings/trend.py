"""A number over time."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.drawings.figures import Number, plain
from pilotkit.report.drawings.legend import Key, legend
from pilotkit.report.drawings.lettering import Length, Letters
from pilotkit.report.drawings.palette import INK, MUTED, NAVY, PAPER, RULE
from pilotkit.report.drawings.picture import MARGIN, About, picture
from pilotkit.report.drawings.shapes import Frame, Paint, Point, circle, line, text

_WIDTH = 720
_PLOT = Frame(MARGIN + 44, MARGIN + 22, _WIDTH - 2 * MARGIN - 44 - 34, 210)
_BELOW = 28
_SCALE = Letters(11, MUTED, "end")
_DATE, _VALUE = Letters(11, MUTED, "middle"), Letters(12, INK, "middle", bold=True)
_GRID, _CURVE = Paint("none", "#e3e8ed"), Paint("none", NAVY, 2)
_DOT = Paint(PAPER, NAVY, 2)
_STEPS = 5


class Measured(NamedTuple):
    """A number on a day."""

    day: date
    value: Number


class Trend(NamedTuple):
    """Numbers from 0 to `maximum` in order of their days; `label` says what they are."""

    title: str
    label: str
    points: Sequence[Measured]
    maximum: Number
    note: str = ""


def draw(trend: Trend, lang: Lang) -> str:
    """Draw the curve over a scale from 0 to the maximum."""
    places = [Point(_x(trend, each.day), _y(trend, each.value)) for each in trend.points]
    shapes = list(_grid(trend))
    if len(places) > 1:
        shapes.append(line(places, _CURVE))
    shapes += [circle(place, 3, _DOT) for place in places]
    shapes += _values(trend, places)
    shapes += _dates(trend, places)
    key = Key("line", _CURVE, trend.label)
    keys, below = legend(Point(MARGIN, _PLOT.bottom + _BELOW), _WIDTH - 2 * MARGIN, (key,))
    about = About(trend.title, _in_words(trend, lang), trend.note)
    return picture(_WIDTH, _PLOT.bottom + _BELOW + below + 8, [*shapes, *keys], about)


def _x(trend: Trend, day: date) -> Fraction:
    first, last = trend.points[0].day, trend.points[-1].day
    days = (last - first).days
    inside = Frame(_PLOT.x + 24, 0, _PLOT.width - 48, 0)
    if not days:
        return Fraction(inside.middle.x)
    return inside.x + Fraction(inside.width * (day - first).days, days)


def _y(trend: Trend, value: Number) -> Fraction:
    most = Fraction(trend.maximum) or Fraction(1)
    return _PLOT.bottom - _PLOT.height * Fraction(value) / most


def _grid(trend: Trend) -> Iterator[str]:
    for step in range(_STEPS + 1):
        value = Fraction(trend.maximum) * step / _STEPS
        y = _y(trend, value) if trend.maximum else _PLOT.bottom
        yield line(
            (Point(_PLOT.x, y), Point(_PLOT.right, y)), _GRID if step else Paint("none", RULE)
        )
        yield text(Point(_PLOT.x - 8, y), plain(value), _SCALE)


def _values(trend: Trend, places: Sequence[Point]) -> Iterator[str]:
    """Yield the values at their points, the last first, where there is room."""
    written: list[Frame] = []
    after = [*places[1:], *(one._replace(x=_WIDTH) for one in places[-1:])]
    for place, following, each in reversed(list(zip(places, after, trend.points, strict=True))):
        words = plain(each.value)
        at = Point(place.x, place.y + _away(place, following))
        width = _VALUE.width(words)
        frame = Frame(at.x - width / 2 - 2, at.y - 8, width + 4, 16)
        if frame.bottom <= _PLOT.bottom and not any(_touch(frame, other) for other in written):
            written.append(frame)
            yield text(at, words, _VALUE)


def _away(place: Point, following: Point) -> int:
    """Return how far down to write a value: above its point, but below where it rises steeply."""
    steep = place.y - following.y > following.x - place.x
    return 14 if steep else -14


def _dates(trend: Trend, places: Sequence[Point]) -> Iterator[str]:
    """Yield the days under their points, the last first, where there is room."""
    free: Length = _WIDTH
    for place, each in reversed(list(zip(places, trend.points, strict=True))):
        half = _DATE.width(f"{each.day}") / 2
        if place.x + half <= free:
            free = place.x - half - 10
            yield text(Point(place.x, _PLOT.bottom + 14), f"{each.day}", _DATE)


def _touch(one: Frame, other: Frame) -> bool:
    beside = one.right <= other.x or other.right <= one.x
    return not (beside or one.bottom <= other.y or other.bottom <= one.y)


def _in_words(trend: Trend, lang: Lang) -> str:
    rows = [f"{each.day} {plain(each.value)}" for each in trend.points]
    return Sentence("；", "; ").to(lang).join([trend.label, *rows])
