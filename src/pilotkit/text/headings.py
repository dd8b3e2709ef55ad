"""The headings of a text and the numbers of its clauses, in linear time."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pilotkit.text.markup import Markup, read_markup

# A heading without a space behind its marks is one that was meant: a rule says so.
_HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})(?P<space>[ \t]*)(?P<said>[^#].*|)")
_NUMBERED = re.compile(
    r"(?P<number>(?:[0-9]{1,3}|[A-Z])(?:\.[0-9]{1,3}){0,5})(?:[ \t\u3000]+|$)(?P<title>.*)"
)
_CLOSING = re.compile(r"(?:^|[ \t]+)#+$")
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})(?P<said>.+)\1")
_MARK = "#"
_LETTERS = ("*", "_")


class Heading(NamedTuple):
    """A heading: how deep, its clause number if it has one, its title, its line from 1."""

    depth: int
    number: str
    title: str
    line: int


def headings(markup: Markup) -> Iterator[Heading]:
    """Yield the headings of a Markdown text."""
    underlined = markup.underlined
    for at, content in enumerate(markup.lines):
        # Nearly every line has no mark: it is passed at once.
        if _MARK in content and (found := _HEADING.fullmatch(content)):
            said = found["said"].rstrip()
            said = _CLOSING.sub("", said) if said.endswith(_MARK) else said
            yield _heading(len(found["marks"]), said, at + 1)
        elif at in underlined:
            yield _heading(underlined[at], content, at + 1)


def _heading(depth: int, said: str, line: int) -> Heading:
    said = said.strip()
    if said.startswith(_LETTERS) and (emphasized := _EMPHASIS.fullmatch(said)):
        said = emphasized["said"].strip()
    numbered = _NUMBERED.fullmatch(said)
    number, title = (numbered["number"], numbered["title"]) if numbered else ("", said)
    return Heading(depth, number, title.strip(), line)


@lru_cache(maxsize=16_384)
def numbered_headings(text: str) -> frozenset[str]:
    """Return the numbers of all numbered clauses."""
    return frozenset(one.number for one in headings(read_markup(text)) if one.number)
