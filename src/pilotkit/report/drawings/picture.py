"""The frame of every drawing: size, what it says to those who do not see it, small print."""

from collections.abc import Iterable
from typing import NamedTuple

from pilotkit.report.drawings.lettering import Length, Letters, wrap
from pilotkit.report.drawings.palette import FONTS, MUTED, PAPER
from pilotkit.report.drawings.shapes import Frame, Paint, Point, box, escaped, fixed, lines

MARGIN = 12
_NOTE = Letters(11, MUTED)


class About(NamedTuple):
    """What a drawing is, what it shows in words, and the small print under it."""

    title: str
    description: str
    note: str = ""


def picture(width: Length, height: Length, shapes: Iterable[str], about: About) -> str:
    """Put shapes on white paper of this size; the note makes it longer."""
    note = wrap(about.note, _NOTE, width - 2 * MARGIN)
    tall = height + _NOTE.leading * len(note) + (MARGIN if note else 0)
    middle = height + _NOTE.leading * len(note) / 2
    size = f"{fixed(width)} {fixed(tall)}"
    title = escaped(about.title)
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" width="{fixed(width)}"'
        f' height="{fixed(tall)}" role="img" aria-label="{title}" font-family="{FONTS}">'
    )
    parts = [
        opening,
        f"<title>{title}</title>",
        f"<desc>{escaped(about.description)}</desc>",
        box(Frame(0, 0, width, tall), Paint(PAPER)),
        *shapes,
        *lines(Point(MARGIN, middle), note, _NOTE),
        "</svg>",
    ]
    return "\n".join([*parts, ""])
