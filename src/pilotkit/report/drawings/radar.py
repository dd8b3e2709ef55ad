"""A radar: what is supported and what is claimed, by share of the maximum on each axis."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.drawings.directions import Direction, directions
from pilotkit.report.drawings.figures import Number, plain
from pilotkit.report.drawings.legend import Key, legend
from pilotkit.report.drawings.lettering import Anchor, Letters, wrap
from pilotkit.report.drawings.palette import BLUE, INK, MUTED, NAVY, RULE
from pilotkit.report.drawings.picture import MARGIN, About, picture
from pilotkit.report.drawings.shapes import Paint, Point, circle, line, polygon, text

_WIDTH, _HEIGHT, _RADIUS = 720, 430, 130
_CENTRE = Point(_WIDTH // 2, _HEIGHT // 2)
_RINGS = 4
_OUTSIDE, _LABEL_ROOM = 14, 200
_NAME, _FIGURE = Letters(13, INK, bold=True), Letters(12, MUTED)
_RING, _AXIS = Paint("none", RULE), Paint("none", RULE)
_SUPPORTED, _CLAIMED = Paint("none", NAVY, 3), Paint("none", BLUE, 2, "6 3")


class Axis(NamedTuple):
    """One indicator; `claimed` is None where nobody has claimed."""

    label: str
    supported: Number
    claimed: Number | None
    maximum: Number


class Radar(NamedTuple):
    """Three to eight axes, the first upwards, the others clockwise."""

    title: str
    axes: Sequence[Axis]


def draw(radar: Radar, lang: Lang) -> str:
    """Draw rings of quarters, the axes with their figures, and the two outlines."""
    ways = directions(len(radar.axes))
    shapes = list(_web(ways))
    for axis, way in zip(radar.axes, ways, strict=True):
        shapes += _label(axis, way, lang)
    claimed = [None if a.claimed is None else _share(a.claimed, a) for a in radar.axes]
    shapes += _outline(claimed, ways, _CLAIMED)
    shapes += _outline([_share(a.supported, a) for a in radar.axes], ways, _SUPPORTED)
    keys, below = legend(Point(MARGIN, _HEIGHT), _WIDTH - 2 * MARGIN, _keys(lang))
    about = About(radar.title, _in_words(radar, lang))
    return picture(_WIDTH, _HEIGHT + below + 8, [*shapes, *keys], about)


def _share(points: Number, axis: Axis) -> Fraction:
    return Fraction(points) / Fraction(axis.maximum) if axis.maximum else Fraction(0)


def _at(way: Direction, share: Fraction) -> Point:
    distance = share * _RADIUS
    return Point(_CENTRE.x + way.right * distance, _CENTRE.y - way.up * distance)


def _web(ways: Sequence[Direction]) -> Iterator[str]:
    for ring in range(1, _RINGS + 1):
        share = Fraction(ring, _RINGS)
        yield polygon([_at(way, share) for way in ways], _RING)
    for way in ways:
        yield line((_CENTRE, _at(way, Fraction(1))), _AXIS)


def _label(axis: Axis, way: Direction, lang: Lang) -> Iterator[str]:
    """Yield name and figures outside the end of an axis, away from the middle."""
    names = wrap(axis.label, _NAME, _LABEL_ROOM, most=2)
    rows = [(words, _NAME) for words in names]
    rows += [(words, _FIGURE) for words in wrap(_figures(axis).to(lang), _FIGURE, _LABEL_ROOM)]
    height = sum(letters.leading for _, letters in rows)
    end = _at(way, 1 + Fraction(_OUTSIDE, _RADIUS))
    y = end.y - height * (1 + way.up) / 2
    for words, letters in rows:
        middle = Point(end.x, y + letters.leading / 2)
        yield text(middle, words, letters._replace(anchor=_anchor(way)))
        y += letters.leading


def _anchor(way: Direction) -> Anchor:
    if abs(way.right) < Fraction(1, 10):
        return "middle"
    return "start" if way.right > 0 else "end"


def _figures(axis: Axis) -> Sentence:
    supported, maximum = plain(axis.supported), plain(axis.maximum)
    claimed = "—" if axis.claimed is None else plain(axis.claimed)
    return Sentence(
        f"有据 {supported}，自评 {claimed}，满分 {maximum}",
        f"supported {supported}, claimed {claimed}, maximum {maximum}",
    )


def _outline(
    shares: Sequence[Fraction | None], ways: Sequence[Direction], paint: Paint
) -> Iterator[str]:
    """Yield the corners, and the sides between neighbours that both have a share."""
    corners = [
        None if share is None else _at(way, share) for share, way in zip(shares, ways, strict=True)
    ]
    for number, corner in enumerate(corners):
        before = corners[number - 1]
        if corner and before:
            yield line((before, corner), paint)
    yield from (circle(corner, 4, Paint(paint.stroke)) for corner in corners if corner)


def _keys(lang: Lang) -> tuple[Key, ...]:
    each = 100 // _RINGS
    return (
        Key("line", _SUPPORTED, Sentence("有据得分占满分", "supported of maximum").to(lang)),
        Key("line", _CLAIMED, Sentence("自评得分占满分", "claimed of maximum").to(lang)),
        Key("line", _RING, Sentence(f"每圈 {each} %", f"{each} % a ring").to(lang)),
    )


def _in_words(radar: Radar, lang: Lang) -> str:
    rows = (f"{a.label} {_figures(a).to(lang)}" for a in radar.axes)
    return Sentence("；", "; ").to(lang).join(rows)
