"""A standard's text → its elements, clauses and what stands in them (GB/T 1.1—2020, 7 and 8).

One pass over the lines, linear in their number. Lines and columns count from 1 within the text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import NamedTuple

from pilotkit.text.blocks import Block, Kind, blocks_in
from pilotkit.text.headings import Heading, headings
from pilotkit.text.markup import read_markup
from pilotkit.text.pieces import Pieces


class Element(StrEnum):
    """The elements of a document, in the order in which they must stand."""

    CONTENTS = "目次"
    FOREWORD = "前言"
    INTRODUCTION = "引言"
    SCOPE = "范围"
    REFERENCES = "规范性引用文件"
    TERMS = "术语和定义"
    SYMBOLS = "符号和缩略语"
    CORE = "核心技术要素"
    ANNEX = "附录"
    BIBLIOGRAPHY = "参考文献"
    INDEX = "索引"


ORDER = tuple(Element)
_SHOWN = (Kind.TABLE, Kind.FIGURE)
_BY_TITLE = {one.value: one for one in Element if one not in {Element.CORE, Element.ANNEX}}
# How chapters are numbered elsewhere: a rule on numbers says so, the element is what it is.
_ODD_NUMBER = re.compile(
    "^(?:第[一二三四五六七八九十]{1,3}章|[一二三四五六七八九十]{1,3}、?|[0-9０-９]{1,3}[.．、]?)"
)
_SYMBOLS = ("符号和缩略语", "符号", "缩略语", "符号、代号和缩略语")
_ANNEX = re.compile(
    r"附\s*录\s*(?P<letter>[A-Z]|[一二三四五六七八九十]|[0-9]{1,2})(?:\s*[（(](?P<nature>[^）)]{0,20})[）)])?\s*(?P<title>.*)"
)


class Section(NamedTuple):
    """What stands below one heading up to the next: an element, a chapter or a clause.

    `nature` is what the brackets of the annex say that it is or belongs to.
    """

    element: Element
    number: str
    title: str
    depth: int
    line: int
    nature: str = ""
    blocks: tuple[Block, ...] = ()

    @property
    def is_chapter(self) -> bool:
        """Whether it begins an element or a chapter."""
        return self.depth == 1


class Line(NamedTuple):
    """A line with its number and the section that it stands in."""

    section: Section | None
    line: int
    content: str


@dataclass(frozen=True)
class StandardText:
    """A whole text: its sections in their order, what stands before the first, and its lines.

    Where comments and code stand, the lines are blank.
    """

    sections: tuple[Section, ...]
    before: tuple[Block, ...] = field(default=())
    lines: tuple[str, ...] = field(default=(), repr=False)

    def of(self, element: Element) -> tuple[Section, ...]:
        """Return the sections of an element, its chapter and the clauses below."""
        return self._by_element.get(element, ())

    @cached_property
    def _by_element(self) -> dict[Element, tuple[Section, ...]]:
        found: dict[Element, list[Section]] = {}
        for one in self.sections:
            found.setdefault(one.element, []).append(one)
        return {element: tuple(sections) for element, sections in found.items()}

    def chapters(self) -> tuple[Section, ...]:
        """Return the elements and chapters, without the clauses below them."""
        return self._chapters

    @cached_property
    def _chapters(self) -> tuple[Section, ...]:
        return tuple(one for one in self.sections if one.is_chapter)

    def divided(self) -> Sequence[Section]:
        """Return the sections with clauses directly below."""
        return self._divided

    @cached_property
    def _divided(self) -> Sequence[Section]:
        return [one for one in self.sections if one.line in self._below]

    def sections_titled(self, pattern: re.Pattern[str]) -> Iterator[Section]:
        """Yield the sections in whose title a pattern is found."""
        return (self.sections[at] for at in self._titles.having(pattern))

    @cached_property
    def _titles(self) -> Pieces:
        return Pieces("\n".join(one.title for one in self.sections))

    def clauses_below(self, section: Section) -> tuple[Section, ...]:
        """Return the sections directly below a section."""
        return self._below.get(section.line, ())

    @cached_property
    def _below(self) -> dict[int, tuple[Section, ...]]:
        """The sections below each, by the line of that one; one pass with the path to the last."""
        found: dict[int, list[Section]] = {}
        path: list[Section] = []
        for one in self.sections:
            while path and path[-1].depth >= one.depth:
                path.pop()
            if path and path[-1].depth == one.depth - 1:
                found.setdefault(path[-1].line, []).append(one)
            path.append(one)
        return {line: tuple(below) for line, below in found.items()}

    def blocks(self) -> Sequence[tuple[Section, Block]]:
        """Return every block with its section."""
        return self._blocks

    @cached_property
    def _blocks(self) -> Sequence[tuple[Section, Block]]:
        return [(section, block) for section in self.sections for block in section.blocks]

    def tables(self) -> Sequence[tuple[Section, Block]]:
        """Return every block with rows, with its section."""
        return [self._blocks[at] for at in self._tables]

    def blocks_having(self, *patterns: re.Pattern[str]) -> Sequence[tuple[Section, Block]]:
        """Return the tables, and the blocks in whose words one of the patterns is found."""
        found = {*self._tables, *self._words_of_blocks.having(*patterns)}
        return [self._blocks[at] for at in sorted(found)]

    @cached_property
    def _words_of_blocks(self) -> Pieces:
        return Pieces("\n".join(block.text for _, block in self._blocks))

    @cached_property
    def _tables(self) -> Sequence[int]:
        return [at for at, (_, block) in enumerate(self._blocks) if block.rows]

    def sections_with(self, *kinds: Kind) -> Sequence[Section]:
        """Return the sections in which a block of one of some kinds stands."""
        found = {at for kind in kinds for at in self._by_kind.get(kind, ())}
        return [self.sections[at] for at in sorted(found)]

    def labelled(self) -> Iterator[Block]:
        """Yield the tables and figures with a label."""
        for section in self.sections_with(Kind.TABLE, Kind.FIGURE):
            yield from (block for block in section.blocks if block.label and block.kind in _SHOWN)

    def items(self) -> Iterator[Block]:
        """Yield the items of all lists."""
        for section in self.sections_with(Kind.ITEM):
            yield from (block for block in section.blocks if block.kind is Kind.ITEM)

    @cached_property
    def _by_kind(self) -> dict[Kind, set[int]]:
        found: dict[Kind, set[int]] = {}
        for at, section in enumerate(self.sections):
            for block in section.blocks:
                found.setdefault(block.kind, set()).add(at)
        return found

    def lines_having(self, *patterns: re.Pattern[str]) -> Iterator[Line]:
        """Yield the lines in which one of the patterns is found, as they are written."""
        for at in self._written.having(*patterns):
            yield Line(self.section_at(at + 1), at + 1, self.lines[at])

    @cached_property
    def _written(self) -> Pieces:
        return Pieces("\n".join(self.lines))

    def end_of(self, section: Section) -> int:
        """Return the last line of a section, before the next heading."""
        at = bisect_right(self._begins, section.line)
        return self._begins[at] - 1 if at < len(self._begins) else len(self.lines)

    @cached_property
    def _begins(self) -> Sequence[int]:
        return [one.line for one in self.sections]

    def section_at(self, line: int) -> Section | None:
        """Return the section that a line stands in; a heading stands in its own."""
        at = bisect_right(self._begins, line)
        return self.sections[at - 1] if at else None


# Of few: the trees of all texts would be most of the memory of a run.
@lru_cache(maxsize=64)
def parse(text: str) -> StandardText:
    """Read the text of a standard, the body of its file."""
    markup = read_markup(text)
    lines = markup.lines
    marks = list(headings(markup))
    sections: list[Section] = []
    chapter: Section | None = None
    ends = [*(mark.line - 1 for mark in marks), len(lines)]
    for mark, end in zip(marks, ends[1:], strict=True):
        section = _section(mark, chapter, tuple(blocks_in(lines, mark.line, end, markup.code)))
        if section.depth == 1:
            chapter = section
        sections.append(section)
    before = tuple(blocks_in(lines, 0, ends[0], markup.code))
    return StandardText(tuple(sections), before, tuple(lines))


def _element(title: str) -> Element:
    return Element.SYMBOLS if title in _SYMBOLS else _BY_TITLE.get(title, Element.CORE)


def _section(mark: Heading, chapter: Section | None, blocks: tuple[Block, ...]) -> Section:
    # The number says how deep it is; a rule says so where the marks do not agree.
    depth = mark.number.count(".") + 1 if mark.number else mark.depth
    if depth > 1 and chapter is not None:
        element, nature = chapter.element, chapter.nature
        return Section(element, mark.number, mark.title, depth, mark.line, nature, blocks)
    if annex := _ANNEX.match(mark.title):
        letter, nature = annex["letter"], (annex["nature"] or "").strip()
        title = annex["title"].strip()
        return Section(Element.ANNEX, letter, title, 1, mark.line, nature, blocks)
    squeezed = "".join(mark.title.split())
    element = _element(squeezed if mark.number else _ODD_NUMBER.sub("", squeezed))
    return Section(element, mark.number, mark.title, depth, mark.line, blocks=blocks)
