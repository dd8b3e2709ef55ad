"""The lines in which a text says something of its own, with what it quotes put out of sight."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pilotkit.text.pieces import Pieces
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


def provisions_of(text: str, element: Element) -> Iterator[Provision]:
    """Yield the lines of one element, without headings and examples."""
    parsed = parse(text)
    for section in parsed.of(element):
        for at in range(section.line, parsed.end_of(section)):
            if not parsed.lines[at].startswith(_EXAMPLE):
                yield Provision(section, at + 1, unquoted(parsed.lines[at]))


def provisions_having(text: str, *patterns: re.Pattern[str]) -> Iterator[Provision]:
    """Yield the lines of 范围, of the core elements and of the annexes that have one of some words.

    Headings are none, nor are examples.
    """
    parsed, said = parse(text), _said(text)
    for at in said.having(*patterns):
        section = parsed.section_at(at + 1)
        if section and not parsed.lines[at].startswith(_EXAMPLE):
            yield Provision(section, at + 1, unquoted(parsed.lines[at]))


@lru_cache(maxsize=64)
def _said(text: str) -> Pieces:
    """Return all lines of a text: empty where none of these elements says anything."""
    parsed = parse(text)
    lines = [""] * len(parsed.lines)
    for element in _PROVISIONS:
        for section in parsed.of(element):
            within = slice(section.line, parsed.end_of(section))
            lines[within] = parsed.lines[within]
    return Pieces(unquoted("\n".join(lines)))
