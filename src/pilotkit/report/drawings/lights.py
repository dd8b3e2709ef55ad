"""The table of lights: who is on time, who is not, and why; a light has a shape and a word too."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.drawings.lettering import Length, Letters, largest, wrap
from pilotkit.report.drawings.palette import AMBER, FAINT, GREEN, GREY, INK, MUTED, PAPER, RED, RULE
from pilotkit.report.drawings.picture import MARGIN, About, picture
from pilotkit.report.drawings.shapes import (
    Frame,
    Paint,
    Point,
    box,
    circle,
    line,
    lines,
    polygon,
    text,
)

Light = Literal["绿", "黄", "红", "灰"]

LIGHTS: Mapping[Light, Sentence] = {
    "绿": Sentence("绿灯", "green"),
    "黄": Sentence("黄灯", "yellow"),
    "红": Sentence("红灯", "red"),
    "灰": Sentence("灰灯", "grey"),
}
_WIDTH = 720
_NAME_LEFT, _NAME_ROOM = MARGIN + 36, 200
_LIGHT_LEFT = _NAME_LEFT + _NAME_ROOM + 8
_WHY_LEFT = _LIGHT_LEFT + 92
_WHY_ROOM = _WIDTH - MARGIN - 8 - _WHY_LEFT
_SUMMARY, _HEAD = Letters(13, INK, bold=True), Letters(12, MUTED)
_NUMBER, _NAME, _WHY = Letters(12, MUTED, "end"), Letters(13), Letters(12)
_WORD = Letters(13, INK, bold=True)
_RULE = Paint("none", RULE)
_HEAD_HEIGHT = 28


class Unit(NamedTuple):
    """A unit, its light, and what it is for."""

    name: str
    light: Light
    reasons: Sequence[str] = ()


class Lights(NamedTuple):
    """Units in the order given; `meanings` says of a light what it stands for."""

    title: str
    units: Sequence[Unit]
    meanings: Mapping[Light, str]


def draw(lights: Lights, lang: Lang) -> str:
    """Draw how many have which light, then a row a unit with its reasons."""
    shapes = list(_summary(lights, lang))
    y: Length = MARGIN + 26 * len(LIGHTS) + 6
    shapes += _head(y, lang)
    y += _HEAD_HEIGHT
    for number, unit in enumerate(lights.units, start=1):
        name = wrap(unit.name, _NAME, _NAME_ROOM, most=3)
        why = [row for reason in unit.reasons for row in wrap(reason, _WHY, _WHY_ROOM, most=3)]
        height = largest(_NAME.leading * len(name), _WHY.leading * len(why), 18) + 10
        middle = y + height / 2
        if number % 2 == 0:
            shapes.append(box(Frame(MARGIN, y, _WIDTH - 2 * MARGIN, height), Paint(FAINT)))
        shapes.append(text(Point(MARGIN + 24, middle), str(number), _NUMBER))
        shapes += lines(Point(_NAME_LEFT, middle), name, _NAME)
        shapes += _light(unit.light, Point(_LIGHT_LEFT, middle), lang)
        shapes += lines(Point(_WHY_LEFT, middle), why, _WHY)
        y += height
        shapes.append(line((Point(MARGIN, y), Point(_WIDTH - MARGIN, y)), _RULE))
    about = About(lights.title, _in_words(lights, lang))
    return picture(_WIDTH, y + 10, shapes, about)


def _summary(lights: Lights, lang: Lang) -> Iterator[str]:
    for row, light in enumerate(LIGHTS):
        middle = Point(MARGIN, MARGIN + 26 * row + 13)
        count = sum(unit.light == light for unit in lights.units)
        meaning = lights.meanings.get(light, "")
        room = _WIDTH - MARGIN - _NAME_LEFT - 100
        yield from _light(light, middle, lang)
        yield text(Point(MARGIN + 110, middle.y), str(count), _SUMMARY._replace(anchor="end"))
        yield from lines(Point(MARGIN + 124, middle.y), wrap(meaning, _HEAD, room, 1), _HEAD)


def _head(y: Length, lang: Lang) -> Iterator[str]:
    middle = y + _HEAD_HEIGHT // 2
    columns = (
        (_NAME_LEFT, Sentence("单位", "unit")),
        (_LIGHT_LEFT, Sentence("状态", "light")),
        (_WHY_LEFT, Sentence("原因", "why")),
    )
    for x, words in columns:
        yield text(Point(x, middle), words.to(lang), _HEAD)
    for edge in (y, y + _HEAD_HEIGHT):
        yield line((Point(MARGIN, edge), Point(_WIDTH - MARGIN, edge)), _RULE)


def _light(light: Light, left: Point, lang: Lang) -> Iterator[str]:
    """Yield a disc, a triangle, a square or a ring, and the word."""
    x, y = left.x + 9, left.y
    if light == "绿":
        yield circle(Point(x, y), 7, Paint(GREEN))
    elif light == "黄":
        corners = (Point(x, y - 8), Point(x + 9, y + 7), Point(x - 9, y + 7))
        yield polygon(corners, Paint(AMBER, INK))
    elif light == "红":
        yield box(Frame(x - 7, y - 7, 14, 14), Paint(RED))
    else:
        yield circle(Point(x, y), 6, Paint(PAPER, GREY, 3))
    yield text(Point(x + 15, y), LIGHTS[light].to(lang), _WORD)


def _in_words(lights: Lights, lang: Lang) -> str:
    rows = (
        " ".join([unit.name, LIGHTS[unit.light].to(lang), *unit.reasons]) for unit in lights.units
    )
    return Sentence("；", "; ").to(lang).join(rows)
