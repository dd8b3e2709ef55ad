"""The lines in which a text says something of its own, with what it quotes put out of sight."""

from functools import lru_cache
from typing import NamedTuple

from pilotkit.text.quoted import unquoted
from pilotkit.text.structure import Element, Section, parse

_PROVISIONS = frozenset({Element.SCOPE, Element.CORE, Element.ANNEX})
_EXAMPLE = "示例"


class Provision(NamedTuple):
    """A line of a clause, its number in the text, and the clause that it stands in.

    `words` have spaces for what is quoted, so that columns stay.
    """

    section: Section
    line: int
    words: str


@lru_cache(maxsize=64)
def provisions_of(text: str) -> tuple[Provision, ...]:
    """Return the lines of 范围, of the core elements and of the annexes, without headings."""
    return tuple(
        Provision(section, line, unquoted(content))
        for section, line, content in parse(text).written_lines()
        if section
        and section.element in _PROVISIONS
        and line != section.line
        and not content.startswith(_EXAMPLE)
    )
