"""The headings of a text and the numbers of its clauses, in linear time."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

_HEADING = re.compile(
    r"(#{1,6})[ \t]+\s*(?:((?:[0-9]{1,3}|[A-Z])(?:\.[0-9]{1,3}){0,5})(?:[ \t\u3000]+|$))?(.*)"
)
_FENCE = ("```", "~~~")
_STARTS = frozenset("#`~ \t\u3000")


class Heading(NamedTuple):
    """A heading: how deep, its clause number if it has one, its title, its line from 1."""

    depth: int
    number: str
    title: str
    line: int


def headings(lines: Iterable[str]) -> Iterator[Heading]:
    """Yield the headings among the lines of a Markdown text; what a code fence holds is none."""
    fence = ""
    for line, content in enumerate(lines, 1):
        # Nearly every line begins with neither: it is passed at once.
        if not content or content[0] not in _STARTS:
            continue
        mark = "" if content[0] == "#" else content.lstrip()[:3]
        if mark in _FENCE and fence in {"", mark}:
            fence = "" if fence else mark
        elif not fence and (found := _HEADING.match(content)):
            marks, number, title = found.groups()
            yield Heading(len(marks), number or "", title.rstrip().rstrip("#").strip(), line)


@lru_cache(maxsize=16_384)
def numbered_headings(text: str) -> frozenset[str]:
    """Return the numbers of all numbered clauses."""
    return frozenset(heading.number for heading in headings(text.splitlines()) if heading.number)
