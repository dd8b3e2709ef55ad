"""The labels of annexes, tables, figures and formulas: as they are, and as they follow."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from pilotkit.check.texts import NUMBERED
from pilotkit.text.blocks import Block, Kind
from pilotkit.text.structure import Element, Section, StandardText

_NUMBERED = (Kind.TABLE, Kind.FIGURE, Kind.FORMULA)
_ELEMENTS = frozenset({*NUMBERED, Element.ANNEX})
_FIRST = "A"


class Labelled(NamedTuple):
    """A table, figure or formula: its label (表1, 图A.2, 式1), and the one that belongs there."""

    block: Block
    label: str
    expected: str


def annexes_of(text: StandardText) -> list[tuple[Section, str]]:
    """Return the annexes in their order, each with the letter of its place."""
    annexes = [one for one in text.of(Element.ANNEX) if one.is_chapter]
    return [(annex, chr(ord(_FIRST) + place)) for place, annex in enumerate(annexes)]


def labelled_in(text: StandardText) -> Iterator[Labelled]:
    """Yield tables, figures and formulas, with the label of their place or the next to the last.

    In an annex with a wrong letter they may have the one that it should have.
    """
    letters = {annex.number: letter for annex, letter in annexes_of(text)}
    places: dict[str, int] = {}
    following: dict[str, int] = {}
    last = ""
    for section, block in _numbered(text):
        label = f"{block.kind}{block.label}" if block.kind is Kind.FORMULA else block.label
        if label and label == last and "续" in text.lines[block.line - 1]:
            continue
        series = _series(block.kind, section, label, letters)
        place = places[series] = places.get(series, 0) + 1
        fitting = f"{series}{place}", f"{series}{following.get(series, 1)}"
        yield Labelled(block, label, label if label in fitting else fitting[1])
        digits = label.removeprefix(series)
        following[series] = (int(digits) if digits.isdigit() else following.get(series, 1)) + 1
        last = label


def _series(kind: Kind, section: Section, label: str, letters: dict[str, str]) -> str:
    """Return what stands before the serial: the kind, in an annex with its letter."""
    if section.element is not Element.ANNEX:
        return kind.value
    letter = section.number.partition(".")[0]
    meant = letters.get(letter, letter)
    return f"{kind}{meant if label.startswith(f'{kind}{meant}.') else letter}."


def _numbered(text: StandardText) -> Iterator[tuple[Section, Block]]:
    """Yield what has a number; of pictures one under the other the last bears the caption."""
    for section in text.sections_with(*_NUMBERED):
        if section.element in _ELEMENTS:
            for block, below in zip_longest(section.blocks, section.blocks[1:]):
                is_part = block.image and not block.label and below and below.image
                if block.kind in _NUMBERED and not is_part:
                    yield section, block
