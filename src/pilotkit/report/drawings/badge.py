"""A small sign: what, and how much."""

from typing import Literal, NamedTuple

from pilotkit.report.drawings.lettering import Letters, fit
from pilotkit.report.drawings.palette import GREEN, INK, MUTED, PAPER, RED
from pilotkit.report.drawings.picture import About, picture
from pilotkit.report.drawings.shapes import Frame, Paint, box, text

Tone = Literal["plain", "good", "fair", "poor"]

# White letters are readable on each of them.
_FILLS: dict[Tone, str] = {"plain": MUTED, "good": GREEN, "fair": "#8a6400", "poor": RED}
_HEIGHT, _PADDING, _MOST = 22, 8, 300
_LETTERS = Letters(12, PAPER, "middle")


class Badge(NamedTuple):
    """A label and a value, 覆盖率 and 82.0 %."""

    label: str
    value: str
    tone: Tone = "plain"


def draw(badge: Badge) -> str:
    """Draw the label on dark and the value on the colour of its tone."""
    label, value = (fit(words, _LETTERS, _MOST) for words in badge[:2])
    left = Frame(0, 0, _LETTERS.width(label) + 2 * _PADDING, _HEIGHT)
    right = Frame(left.width, 0, _LETTERS.width(value) + 2 * _PADDING, _HEIGHT)
    shapes = (
        box(left, Paint(INK)),
        box(right, Paint(_FILLS[badge.tone])),
        text(left.middle, label, _LETTERS),
        text(right.middle, value, _LETTERS),
    )
    words = f"{badge.label} {badge.value}"
    return picture(right.right, _HEIGHT, shapes, About(words, words))
