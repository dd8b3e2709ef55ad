"""The line of signs with their meaning."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from pilotkit.report.drawings.lettering import Length, Letters, fit
from pilotkit.report.drawings.palette import MUTED
from pilotkit.report.drawings.shapes import Frame, Paint, Point, box, diamond, line, text

Sign = Literal["box", "line", "diamond"]

HEIGHT = 20
_LETTERS = Letters(12, MUTED)
_SIGN_WIDTH, _SIGN_HEIGHT, _SPACE = 20, 12, 6
_BETWEEN = 18


class Key(NamedTuple):
    """A sign and what it means."""

    sign: Sign
    paint: Paint
    words: str


def legend(at: Point, room: Length, keys: Iterable[Key]) -> tuple[list[str], int]:
    """Draw keys from `at` (left, top) on; return the shapes and the height of their rows."""
    shapes: list[str] = []
    x, row = at.x, 0
    for key in keys:
        words = fit(key.words, _LETTERS, room - _SIGN_WIDTH - _SPACE)
        width = _SIGN_WIDTH + _SPACE + _LETTERS.width(words)
        if x + width > at.x + room and x > at.x:
            x, row = at.x, row + 1
        middle = at.y + row * HEIGHT + HEIGHT // 2
        shapes.append(_sign(key, Point(x, middle)))
        shapes.append(text(Point(x + _SIGN_WIDTH + _SPACE, middle), words, _LETTERS))
        x += width + _BETWEEN
    return shapes, (row + 1) * HEIGHT


def _sign(key: Key, left: Point) -> str:
    x, y = left
    if key.sign == "box":
        frame = Frame(x, y - _SIGN_HEIGHT // 2, _SIGN_WIDTH, _SIGN_HEIGHT)
        return box(frame, key.paint, 1)
    if key.sign == "diamond":
        return diamond(Point(x + _SIGN_WIDTH // 2, y), _SIGN_HEIGHT // 2, key.paint)
    return line((left, Point(x + _SIGN_WIDTH, y)), key.paint)
