"""Citations of standards in a text: where, which number, which clause (GB/T 1.1—2020, 9.5).

The grammar of numbers is `model.number`'s; here is only where one may begin and end in a line.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pilotkit.model.number import Number, parse
from pilotkit.text.blocks import Kind
from pilotkit.text.short_names import short_names, uses_of
from pilotkit.text.structure import Element, StandardText
from pilotkit.text.structure import parse as parse_text

_SLASH = "[/\u2215\u2044\uff0f]"
_DASH = "[-\u2010-\u2015\u2212\uff0d]"
_CITED = re.compile(
    r"(?P<code>[A-Z](?<![A-Za-z0-9/].)(?<![0-9] .)"
    rf"(?:(?<=T){_SLASH}[A-Z0-9]{{2,12}}|(?<=Q){_SLASH}[A-Z0-9]{{2,12}}(?:[ ·-]?[A-Z]{{1,4}})?|"
    rf"(?<=I)SO(?:/IEC|/TS|/TR)?|(?<=I)EC|[A-Z]{{1,2}}(?:[0-9]{{2,6}})?(?:{_SLASH}[TZ])?))"
    r"(?P<space>[ \u3000\xa0]{0,3})(?P<serial>[0-9]{1,6}(?:\.[0-9]{1,4}){0,4})"
    rf"(?:(?P<dash>[ ]?(?:{_DASH}{{1,2}}|:)[ ]?)"
    r"(?P<year>(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9.]))?(?![A-Za-z0-9])"
)
_CLAUSE = re.compile(
    r"(?:《[^》]{0,80}》)?(?:的|中|中的)?(?:第[ ]?(?P<chapter>[0-9]{1,3})[ ]?章|"
    r"(?P<annex>附录[ ]?[A-Z])|(?P<clause>[0-9]{1,3}(?:\.[0-9]{1,3}){1,5}))"
)
# Most lines have no capital letter, and so no code.
_FULL_YEAR = 4
_CAPITAL = re.compile("[A-Z]")
# What surrounds the provisions: a number that stands there obliges to nothing.
_AROUND = frozenset(
    {
        Element.CONTENTS,
        Element.FOREWORD,
        Element.INTRODUCTION,
        Element.BIBLIOGRAPHY,
        Element.INDEX,
    }
)


class Cited(NamedTuple):
    """A number in a line: as written, as read, from which column (from 1), and its clause.

    `code`, `space` and `dash` are as written: what stands before the serial, and before the year.
    `is_short` says that a short name stands there, and that it is spelt as numbers are.
    """

    written: str
    number: Number
    column: int
    clause: str
    code: str
    space: str
    dash: str
    is_short: bool = False

    @property
    def end(self) -> int:
        """The index behind it in its line."""
        return self.column - 1 + len(self.written)

    @property
    def spelt(self) -> str:
        """How it is written; in internal and international ones only the dash is settled."""
        number = self.number
        if number.rank == "国际":
            return self.written
        head = f"{number.code} {number.serial}"
        if number.rank == "内部":
            head = f"{self.code}{self.space[:1]}{number.serial}"
        return f"{head}—{self.year}" if self.year else head

    @property
    def year(self) -> str:
        """Its year as it is written, of four digits or two; empty where there is none."""
        return self.written.rpartition(self.dash)[2] if self.dash else ""

    @property
    def is_sure(self) -> bool:
        """Whether it can be nothing else: two digits may be no year, GB2312 an encoding."""
        if self.year:
            return len(self.year) == _FULL_YEAR
        return "/" in self.number.code


class Citation(NamedTuple):
    """A number in a text, with the element and the line that it stands in.

    `is_note` says that it stands in a note, an example or an informative annex.
    """

    cited: Cited
    element: Element | None
    line: int
    is_note: bool

    @property
    def is_listed(self) -> bool:
        """Whether it is an entry of 规范性引用文件 (or stands in its lead-in)."""
        return self.element is Element.REFERENCES

    @property
    def is_in_body(self) -> bool:
        """Whether it stands in the provisions: neither in the list nor around them."""
        outside = self.element is None or self.element in _AROUND
        return not outside and not self.is_listed


def cited_in(line: str) -> Iterator[Cited]:
    """Yield the numbers of standards in a line."""
    for found in _CITED.finditer(line):
        number = parse(found[0])
        if number is None or (number.rank == "行业" and not (found["year"] or "/" in number.code)):
            continue
        yield Cited(
            found[0],
            number,
            found.start() + 1,
            _clause(line, found.end()),
            found["code"],
            found["space"],
            found["dash"] or "",
        )


@lru_cache(maxsize=16_384)
def citations_of(text: str) -> tuple[Citation, ...]:
    """Return the numbers of standards in a text and the short names for them, in their order."""
    parsed = parse_text(text)
    notes = _informative(parsed)
    found = [
        Citation(cited, section.element if section else None, line, line in notes)
        for section, line, content in parsed.lines_having(_CAPITAL)
        for cited in cited_in(content)
    ]
    if short := [*_by_short_names(text, parsed, notes)]:
        found = sorted((*found, *short), key=lambda one: (one.line, one.cited.column))
    return tuple(found)


def listed_in(text: str) -> tuple[Citation, ...]:
    """Return the entries of 规范性引用文件: the first number of each line that begins with one."""
    parsed = parse_text(text)
    starts = {
        (block.line, block.column)
        for section in parsed.of(Element.REFERENCES)
        for block in section.blocks
    }
    return tuple(one for one in citations_of(text) if (one.line, one.cited.column) in starts)


def _by_short_names(text: str, parsed: StandardText, notes: set[int]) -> Iterator[Citation]:
    for short in short_names(text):
        cited = [one for one in cited_in(short.before) if short.is_of(one.end)]
        for use in uses_of(text, short) if cited else ():
            number = cited[-1].number
            clause = _clause(parsed.lines[use.line - 1], use.end)
            dash = "—" if number.year else ""
            named = Cited(number.dated, number, use.column, clause, number.code, " ", dash, True)
            element = use.section.element if use.section else None
            yield Citation(named, element, use.line, use.line in notes)


def _clause(line: str, end: int) -> str:
    """Return the clause that is named behind a citation, if one is."""
    clause = _CLAUSE.match(line, end)
    return next(filter(None, clause.groups()), "") if clause else ""


def _informative(parsed: StandardText) -> set[int]:
    notes = {
        block.line
        for section in parsed.sections_with(Kind.NOTE)
        for block in section.blocks
        if block.kind is Kind.NOTE
    }
    annexes = (one for one in parsed.of(Element.ANNEX) if one.nature.startswith("资料性"))
    return notes.union(block.line for annex in annexes for block in annex.blocks)
