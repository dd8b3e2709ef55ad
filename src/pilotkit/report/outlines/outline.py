"""The outline of a standard: what its text is made of, each part with its line in the file."""

from typing import NamedTuple

from pilotkit.model.standard import Standard
from pilotkit.text.blocks import Block, Kind
from pilotkit.text.citations import Citation, citations_of
from pilotkit.text.structure import Element, Section, parse


class Outline(NamedTuple):
    """A standard with its sections, defined terms, citations, and tables, figures and formulas."""

    standard: Standard
    sections: tuple[Section, ...]
    terms: tuple[Section, ...]
    citations: tuple[Citation, ...]
    labelled: tuple[Block, ...]

    def line(self, line: int) -> int:
        """Return the line of the file for a line of the text."""
        return self.standard.at_line(line).line


def outline_of(standard: Standard) -> Outline:
    """Take a standard's text apart."""
    text = parse(standard.text)
    terms = [one for one in text.of(Element.TERMS) if not one.is_chapter]
    shown = (Kind.TABLE, Kind.FIGURE, Kind.FORMULA)
    labelled = [block for _, block in text.blocks() if block.kind in shown]
    return Outline(
        standard, text.sections, tuple(terms), citations_of(standard.text), tuple(labelled)
    )
