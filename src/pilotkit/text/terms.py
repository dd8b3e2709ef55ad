"""The terms that a text defines: entry, term, definition (GB/T 1.1—2020, 8.7; GB/T 20001.1)."""

import re
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from pilotkit.text.blocks import Block, Kind
from pilotkit.text.likeness import normal
from pilotkit.text.structure import Element, Section, StandardText, parse

_HAN = "\u3400-\u9fff"
_TERM = re.compile(r"(?P<name>[^A-Za-z]+?)[ \u3000]*(?P<english>[；;（(]?[A-Za-z].*)?")
_ENGLISH = re.compile(r"[A-Za-z][A-Za-z ,;'’()/-]*")
# An entry of a standard that consists of terms: the term, then its English.
_ENTRY = re.compile(rf"[{_HAN}][{_HAN}、（）()·—-]*[ \u3000]+[A-Za-z][a-z]+[A-Za-z ,'’()/-]*")
_ENGLISH_BEHIND = re.compile("[ \u3000][A-Za-z]")
_LONGEST = 30  # characters of a term that stands below its number
_LONGEST_HEADING = 200  # of one with its English in a heading
_SOURCE = ("[来源", "［来源", "[改写", "【来源")
_ENDS = "。；;："
_EMPHASIS = re.compile(r"\*{1,3}|_{2,3}")


class Term(NamedTuple):
    """A term, the line of its entry, its definition and where that stands; empty if none does.

    `english` is the equivalent behind the term or below it, as written.
    """

    name: str
    line: int
    definition: str
    said_at: int
    column: int
    english: str = ""

    @property
    def key(self) -> str:
        """The term as terms are compared."""
        return normal(self.name)

    @property
    def meaning(self) -> str:
        """The definition as definitions are compared."""
        return normal(self.definition)


@lru_cache(maxsize=16_384)
def terms_of(text: str) -> tuple[Term, ...]:
    """Return the terms that a text defines, in their order."""
    parsed = parse(text)
    entries = sorted({*parsed.of(Element.TERMS), *_named(parsed)}, key=attrgetter("line"))
    return tuple(
        term
        for section in entries
        if not section.is_chapter and not parsed.clauses_below(section)
        for term in _terms_in(section)
    )


def _named(parsed: StandardText) -> Iterator[Section]:
    """Yield the sections of a standard that consists of terms: their titles are entries."""
    for section in parsed.sections_titled(_ENGLISH_BEHIND):
        if section.element is Element.CORE and _ENTRY.fullmatch(section.title):
            yield section


def _terms_in(section: Section) -> Iterator[Term]:
    """Yield the one term of an entry, named in its heading or below its number."""
    blocks = [one for one in section.blocks if one.kind in {Kind.PARAGRAPH, Kind.ITEM}]
    named, line = section.title, section.line
    if not named and blocks and _is_name(blocks[0]):
        named, line = blocks[0].text, blocks[0].line
        blocks = blocks[1:]
    found = _TERM.fullmatch(_plain(named)) if len(named) <= _LONGEST_HEADING else None
    if found and found["name"].strip():
        english = found["english"] or ""
        if not english and blocks and _ENGLISH.fullmatch(_plain(blocks[0].text)):
            english, blocks = _plain(blocks[0].text), blocks[1:]
        said = next((one for one in blocks if not one.text.startswith(_SOURCE)), None)
        at, column = (said.line, said.column) if said else (line, 1)
        name, definition = found["name"].strip(" （(；;"), said.text if said else ""
        yield Term(name, line, definition, at, column, english)


def _plain(said: str) -> str:
    """Take away the marks of bold and italic letters, in which terms are set."""
    return _EMPHASIS.sub("", said)


def _is_name(block: Block) -> bool:
    return len(block.text) <= _LONGEST and not block.text.endswith(tuple(_ENDS))
