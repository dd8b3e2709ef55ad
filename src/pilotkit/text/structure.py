"""A standard's text → its elements, clauses and what stands in them (GB/T 1.1—2020, 7 and 8).

One pass over the lines, linear in their number. Lines and columns count from 1 within the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import islice
from typing import NamedTuple

from pilotkit.text.headings import Heading, headings
from pilotkit.text.images import Image, image_of
from pilotkit.text.rows import cells_of, end_of_rows, is_row, is_rule


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
_BY_TITLE = {one.value: one for one in Element if one not in {Element.CORE, Element.ANNEX}}
_SYMBOLS = ("符号和缩略语", "符号", "缩略语", "符号、代号和缩略语")
_ANNEX = re.compile(
    r"附\s*录\s*(?P<letter>[A-Z])(?:\s*[（(](?P<nature>[^）)]{0,20})[）)])?\s*(?P<title>.*)"
)
_ITEM = re.compile(
    r"(?P<indent>[ \t]*)(?P<marker>[-*+●·—]+|[a-z]{1,2}[)）]|[0-9]{1,2}[)）])"
    r"[ \t\u3000]+(?P<text>.*)"
)
_CAPTION = re.compile(
    r"(?P<label>[表图]\s?(?:[A-Z]\.)?[0-9]{1,3})(?:[（(]续[）)])?"
    r"(?:[ \t\u3000]+(?P<title>\S.*(?<!。)))?"
)
_NOTE = re.compile(r"(?P<label>(?:注|示例)\s?[0-9]{0,2})[：:](?P<text>.*)")
_FORMULA = re.compile(r".*[（(](?P<number>(?:[A-Z]\.)?[0-9]{1,3})[）)]\s*")
_FIRST_WORD = "\u3400"
_LABELS = "表图注示"


class Kind(StrEnum):
    """What a block of a clause is."""

    PARAGRAPH = "段"
    ITEM = "列项"
    TABLE = "表"
    FIGURE = "图"
    NOTE = "注"
    FORMULA = "式"


class Block(NamedTuple):
    """A paragraph, an item of a list, a table, a figure, a note or a formula.

    `text` is without its marker or label; `label` is the marker of an item (`a)`), the label of a
    table or figure (`表1`) or note; `line` and `column` are those of the text; `rows` the cells of
    a table, the head first; `image` what a figure shows, where it is a picture.
    """

    kind: Kind
    text: str
    line: int
    column: int = 1
    label: str = ""
    depth: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    image: Image | None = None


_PARAGRAPH = Kind.PARAGRAPH  # read through its class it costs more than the rest of a line


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


@dataclass(frozen=True)
class StandardText:
    """A whole text: its sections in their order, what stands before the first, and its lines."""

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

    def blocks(self) -> Iterator[tuple[Section, Block]]:
        """Yield every block with its section."""
        for section in self.sections:
            for block in section.blocks:
                yield section, block

    def written_lines(self) -> tuple[tuple[Section | None, int, str], ...]:
        """Return every line with its number and the section that it stands in, headings too."""
        return self._written

    @cached_property
    def _written(self) -> tuple[tuple[Section | None, int, str], ...]:
        found: list[tuple[Section | None, int, str]] = []
        ahead = iter(self.sections)
        section, coming = None, next(ahead, None)
        for line, content in enumerate(self.lines, 1):
            if coming and coming.line == line:
                section, coming = coming, next(ahead, None)
            if content.strip():
                found.append((section, line, content))
        return tuple(found)


# Of few: the trees of all texts would be most of the memory of a run.
@lru_cache(maxsize=64)
def parse(text: str) -> StandardText:
    """Read the text of a standard, the body of its file."""
    lines = text.splitlines()
    marks = list(headings(text))
    first = marks[0].line - 1 if marks else len(lines)
    sections: list[Section] = []
    chapter: Section | None = None
    for index, mark in enumerate(marks):
        end = marks[index + 1].line - 1 if index + 1 < len(marks) else len(lines)
        section = _section(mark, chapter, tuple(_blocks(lines, mark.line, end)))
        if section.is_chapter:
            chapter = section
        sections.append(section)
    return StandardText(tuple(sections), tuple(_blocks(lines, 0, first)), tuple(lines))


def lines_of_rows(table: Block, lines: Sequence[str]) -> Iterator[int]:
    """Yield the lines of the rows below the head of a table."""
    written = (at for at in range(table.line, len(lines) + 1) if "|" in lines[at - 1])
    rows = (at for at in written if not is_rule(lines[at - 1]))
    yield from islice(rows, 1, len(table.rows))


def _section(mark: Heading, chapter: Section | None, blocks: tuple[Block, ...]) -> Section:
    if mark.depth > 1 and chapter is not None:
        element, nature = chapter.element, chapter.nature
        return Section(element, mark.number, mark.title, mark.depth, mark.line, nature, blocks)
    if annex := _ANNEX.match(mark.title):
        letter, nature = annex["letter"], (annex["nature"] or "").strip()
        title = annex["title"].strip()
        return Section(Element.ANNEX, letter, title, 1, mark.line, nature, blocks)
    squeezed = "".join(mark.title.split())
    element = Element.SYMBOLS if squeezed in _SYMBOLS else _BY_TITLE.get(squeezed, Element.CORE)
    return Section(element, mark.number, mark.title, mark.depth, mark.line, blocks=blocks)


def _blocks(lines: list[str], start: int, end: int) -> Iterator[Block]:
    """Read the lines from index `start` up to `end`."""
    at = start
    while at < end:
        content = lines[at]
        if content[:1] >= _FIRST_WORD and content[0] not in _LABELS and "=" not in content:
            # A line that begins with a word at once, as nearly every one does.
            at += 1
            yield Block(_PARAGRAPH, content.strip(), at)
        elif content.strip():
            block, at = _block(lines, at, end)
            yield block
        else:
            at += 1


def _block(lines: list[str], at: int, end: int) -> tuple[Block, int]:
    """Read the block that begins with a line, and say where the next one may begin."""
    content = lines[at]
    if is_row(content):
        stop = end_of_rows(lines, at, end)
        return Block(Kind.TABLE, "", at + 1, rows=tuple(cells_of(lines[at:stop]))), stop
    block = _line(content, at + 1)
    at += 1
    if block.kind is Kind.ITEM:
        stop = _end_of_item(lines, at, end)
        said = "".join(line.strip() for line in lines[at:stop])
        return block._replace(text=block.text + said), stop
    if block.kind is Kind.TABLE:
        below = _next_written(lines, at, end)
        if below < end and is_row(lines[below]):
            at = end_of_rows(lines, below, end)
            block = block._replace(rows=tuple(cells_of(lines[below:at])))
    if block.image:
        return _captioned(block, lines, at, end)
    return block, at


def _captioned(picture: Block, lines: list[str], at: int, end: int) -> tuple[Block, int]:
    """Read the caption below a picture, where there is one: they are one figure."""
    below = _next_written(lines, at, end)
    if below < end:
        caption = _line(lines[below], below + 1)
        if caption.kind is Kind.FIGURE and not caption.image:
            return caption._replace(image=picture.image), below + 1
    return picture, at


def _line(content: str, line: int) -> Block:
    stripped = content.strip()
    column = len(content) - len(content.lstrip()) + 1
    if item := _ITEM.fullmatch(content):
        depth = len(item["indent"].expandtabs(4)) // 2
        marker, said = item["marker"], item["text"].strip()
        return Block(Kind.ITEM, said, line, item.start("text") + 1, marker, depth)
    if caption := _CAPTION.fullmatch(stripped):
        kind = Kind.TABLE if stripped.startswith("表") else Kind.FIGURE
        label = "".join(caption["label"].split())
        return Block(kind, (caption["title"] or "").strip(), line, column, label)
    if note := _NOTE.fullmatch(stripped):
        return Block(Kind.NOTE, note["text"].strip(), line, column, note["label"])
    if found := image_of(stripped, line):
        return _picture(*found, column)
    if "=" in stripped and (formula := _FORMULA.fullmatch(stripped)):
        return Block(Kind.FORMULA, stripped, line, column, formula["number"])
    return Block(Kind.PARAGRAPH, stripped, line, column)


def _picture(said: str, image: Image, column: int) -> Block:
    """See what stands in the brackets of a picture as its caption."""
    label = ""
    if said.startswith("图") and (caption := _CAPTION.fullmatch(said)):
        label, said = "".join(caption["label"].split()), (caption["title"] or "").strip()
    return Block(Kind.FIGURE, said, image.line, column, label, image=image)


def _end_of_item(lines: list[str], at: int, end: int) -> int:
    """Pass the indented lines that go on with an item: without a blank line, and no block."""
    while at < end and lines[at][:1].isspace() and lines[at].strip():
        if is_row(lines[at]) or _line(lines[at], at + 1).kind is not Kind.PARAGRAPH:
            break
        at += 1
    return at


def _next_written(lines: list[str], at: int, end: int) -> int:
    while at < end and not lines[at].strip():
        at += 1
    return at
