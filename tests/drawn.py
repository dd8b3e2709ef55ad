"""Read a drawing back: what stands where in it."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple
from xml.etree import ElementTree as ET

from pilotkit.report.drawings.lettering import Letters
from pilotkit.report.drawings.shapes import Frame

SVG = "{http://www.w3.org/2000/svg}"
_ALLOWED = {"svg", "title", "desc", "rect", "path", "polyline", "polygon", "circle", "text"}
# Texts are placed to a tenth of a pixel.
_ROUNDING = Fraction(1, 5)


class Words(NamedTuple):
    text: str
    frame: Frame


def root(svg: str) -> ET.Element:
    return ET.fromstring(svg)


def paper(svg: str) -> Frame:
    x, y, width, height = (Fraction(n) for n in root(svg).get("viewBox", "").split())
    return Frame(x, y, width, height)


def words(svg: str) -> list[Words]:
    """Return every text with the room it takes."""
    return [_words(each) for each in root(svg).iter(f"{SVG}text")]


def texts(svg: str) -> list[str]:
    return [each.text for each in words(svg)]


def boxes(svg: str, *, dashed: bool | None = None) -> list[Frame]:
    """Return the rectangles but the paper itself; of one kind, if asked."""
    found = list(root(svg).iter(f"{SVG}rect"))[1:]
    return [
        Frame(*(Fraction(each.get(name, "")) for name in ("x", "y", "width", "height")))
        for each in found
        if dashed is None or dashed == ("stroke-dasharray" in each.attrib)
    ]


def obeys_the_laws(svg: str) -> None:
    """Assert what is true of every drawing."""
    top = root(svg)
    assert {each.tag.removeprefix(SVG) for each in top.iter()} <= _ALLOWED
    assert not any("id" in each.attrib or "href" in each.attrib for each in top.iter())
    assert top.get("role") == "img"
    assert top.get("aria-label") == top.findtext(f"{SVG}title")
    assert svg.isprintable() or all(c.isprintable() or c in "\n\u3000" for c in svg)
    written = words(svg)
    for each in written:
        assert inside(each.frame, paper(svg)), each
    for one, other in _near(written):
        assert not overlap(one.frame, other.frame), (one, other)
    for frame in boxes(svg):
        assert inside(frame, paper(svg)), frame


def _near(written: list[Words]) -> Iterator[tuple[Words, Words]]:
    """Yield the pairs that share a height; only they can overlap."""
    downwards = sorted(written, key=lambda each: each.frame.y)
    for number, one in enumerate(downwards):
        for other in downwards[number + 1 :]:
            if other.frame.y >= one.frame.bottom:
                break
            yield one, other


def inside(inner: Frame, outer: Frame) -> bool:
    return (
        inner.x >= outer.x - _ROUNDING
        and inner.y >= outer.y - _ROUNDING
        and inner.right <= outer.right + _ROUNDING
        and inner.bottom <= outer.bottom + _ROUNDING
    )


def overlap(one: Frame, other: Frame) -> bool:
    return (
        one.x + _ROUNDING < other.right
        and other.x + _ROUNDING < one.right
        and one.y + _ROUNDING < other.bottom
        and other.y + _ROUNDING < one.bottom
    )


def _words(element: ET.Element) -> Words:
    letters = Letters(int(element.get("font-size", "")), bold="font-weight" in element.attrib)
    text = element.text or ""
    width = letters.width(text)
    before = {"start": Fraction(0), "middle": width / 2, "end": width}
    x = Fraction(element.get("x", "")) - before[element.get("text-anchor", "start")]
    y = Fraction(element.get("y", "")) - letters.size * Fraction(86, 100)
    return Words(text, Frame(x, y, width, letters.size))
