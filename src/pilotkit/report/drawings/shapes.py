"""The few shapes all drawings are made of, each a piece of SVG; every text is escaped here."""

import html
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from pilotkit.report.drawings.lettering import Length, Letters
from pilotkit.report.escape import visible

# From the middle of a line of text down to its baseline, in ems.
_TO_BASELINE = Fraction(9, 25)


class Point(NamedTuple):
    """A place: pixels from the left and from the top."""

    x: Length
    y: Length


class Frame(NamedTuple):
    """A rectangle by its upper left corner, in pixels."""

    x: Length
    y: Length
    width: Length
    height: Length

    @property
    def right(self) -> Length:
        """The x of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> Length:
        """The y of the lower side."""
        return self.y + self.height

    @property
    def middle(self) -> Point:
        """The point in the middle."""
        return Point(self.x + Fraction(self.width) / 2, self.y + Fraction(self.height) / 2)


class Paint(NamedTuple):
    """Filling and outline; `dash` as in SVG, lengths of line and gap."""

    fill: str = "none"
    stroke: str = "none"
    thickness: Length = 1
    dash: str = ""


def fixed(length: Length) -> str:
    """Write a length with one decimal, rounded exactly."""
    tenths = (Fraction(length) * 20 + 1) // 2
    sign = "-" if tenths < 0 else ""
    return f"{sign}{abs(tenths) // 10}.{abs(tenths) % 10}"


def escaped(words: str) -> str:
    """Make text from anywhere safe between tags and between quotes, nothing in it hidden."""
    return html.escape(visible(words), quote=True)


def box(frame: Frame, paint: Paint, radius: int = 0) -> str:
    """Draw a rectangle."""
    x, y, width, height = (fixed(length) for length in frame)
    rounded = f' rx="{radius}"' if radius else ""
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}"{rounded}{_painted(paint)}/>'


def line(points: Iterable[Point], paint: Paint) -> str:
    """Draw an open line through points."""
    return f'<polyline points="{_listed(points)}"{_painted(paint)}/>'


def curve(start: Point, end: Point, paint: Paint) -> str:
    """Draw a line that leaves `start` and arrives at `end` level."""
    middle = fixed((start.x + end.x) / Fraction(2))
    (x, y), (right, down) = map(fixed, start), map(fixed, end)
    path = f"M{x},{y} C{middle},{y} {middle},{down} {right},{down}"
    return f'<path d="{path}"{_painted(paint)}/>'


def polygon(points: Iterable[Point], paint: Paint) -> str:
    """Draw a closed shape."""
    return f'<polygon points="{_listed(points)}"{_painted(paint)}/>'


def circle(centre: Point, radius: Length, paint: Paint) -> str:
    """Draw a circle."""
    place = f'cx="{fixed(centre.x)}" cy="{fixed(centre.y)}" r="{fixed(radius)}"'
    return f"<circle {place}{_painted(paint)}/>"


def text(at: Point, words: str, letters: Letters) -> str:
    """Write one line of text whose middle is at the height of `at`."""
    y = at.y + _TO_BASELINE * letters.size
    anchor = "" if letters.anchor == "start" else f' text-anchor="{letters.anchor}"'
    weight = ' font-weight="700"' if letters.bold else ""
    return (
        f'<text x="{fixed(at.x)}" y="{fixed(y)}" font-size="{letters.size}"'
        f' fill="{letters.fill}"{anchor}{weight}>{escaped(words)}</text>'
    )


def lines(at: Point, each: Sequence[str], letters: Letters) -> list[str]:
    """Write lines of text, the block's middle at the height of `at`."""
    first = at.y - letters.leading * (len(each) - 1) / 2
    return [
        text(Point(at.x, first + letters.leading * number), words, letters)
        for number, words in enumerate(each)
    ]


def diamond(centre: Point, radius: int, paint: Paint) -> str:
    """Draw a square that stands on a corner."""
    x, y = centre
    corners = (Point(x, y - radius), Point(x + radius, y), Point(x, y + radius))
    return polygon((*corners, Point(x - radius, y)), paint)


def arrow_head(tip: Point, size: int, fill: str) -> str:
    """Draw the head of an arrow that points down."""
    left, right = Point(tip.x - size, tip.y - size), Point(tip.x + size, tip.y - size)
    return polygon((left, right, tip), Paint(fill))


def _listed(points: Iterable[Point]) -> str:
    return " ".join(f"{fixed(x)},{fixed(y)}" for x, y in points)


def _painted(paint: Paint) -> str:
    outline = "" if paint.stroke == "none" else f' stroke="{paint.stroke}"'
    if outline and paint.thickness != 1:
        outline += f' stroke-width="{fixed(paint.thickness)}"'
    dashes = f' stroke-dasharray="{paint.dash}"' if outline and paint.dash else ""
    return f' fill="{paint.fill}"{outline}{dashes}'
