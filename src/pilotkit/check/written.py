"""What some sections of a text name and say, and whether that is an element that is asked for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pilotkit.model.contents import Contents, RequiredElement
from pilotkit.text.blocks import Block
from pilotkit.text.structure import Element, Section, StandardText

# 受理机构：霁川区民政局；编码：… names what it says before each colon, 受理机构为霁川区民政局 what
# stands before 为, 【受理机构】 what the brackets hold, and a question what it asks for.
_NAMING = re.compile("[：:【为]")
_EMPHASIS = re.compile("[*_]{1,3}")
_ASKED = re.compile("问(?:题)?[0-9一二三四五六七八九十]{0,2}[：:、](.{1,40})")
_ANSWER = re.compile("答[0-9一二三四五六七八九十]{0,2}[：:、]")
_NAMED = re.compile(
    "(?:^|[。；])(?:([^，。；：:]{1,15})[：:]|【([^】]{1,15})】)"
    "|(?:^|[，。；：:])([^，。；：:为]{2,15}?)(?:均|都|分别)?为(?![了主期])"
)

_TWO_PAIRS = 4  # cells


@dataclass(frozen=True)
class Written:
    """Some sections of a text, and the clauses below each that bear a title."""

    text: StandardText
    sections: Sequence[Section]

    @cached_property
    def names(self) -> str:
        """Where things are named: titles, heads of tables, what bears a colon; a line each."""
        divided = frozenset(self.divided)
        titles = [
            one.title
            for one in self.sections
            if (one.blocks or self.text.clauses_below(one)) and one.title not in divided
        ]
        return "\n".join([*titles, *(name for one in self._blocks for name in _names(one))])

    @cached_property
    def divided(self) -> tuple[str, ...]:
        """The titles with titled clauses below, which say what is really written."""
        return tuple(
            one.title
            for one in self.sections
            if (below := self.text.clauses_below(one)) and any(clause.title for clause in below)
        )

    @cached_property
    def words(self) -> str:
        """All that is said, titles too; a line each."""
        said = (words_of(one) for one in self._blocks)
        return "\n".join([*(one.title for one in self.sections), *said])

    def names_element(self, element: RequiredElement, contents: Contents) -> bool:
        """Say whether an element is named; a title above others must name no other as well."""
        return search(element.titles, self.names) or any(
            _names_alone(title, element, contents) for title in self.divided
        )

    def unknown(self, contents: Contents) -> tuple[str, ...]:
        """Return the titles above what is said that name no element; those of annexes do not."""
        found: dict[str, None] = {}
        titles: list[str] = []  # of the path to a section
        for one in self.sections:
            titles = [*titles[: one.depth - 1], one.title]
            title = next((title for title in reversed(titles) if title), "")
            if one.blocks and one.element is Element.CORE and not _is_known(title, contents):
                found[title] = None
        return tuple(found)

    @property
    def _blocks(self) -> Iterator[Block]:
        return (block for one in self.sections for block in one.blocks)


def words_of(block: Block) -> str:
    """Return what a block says; the cells of a table one after the other."""
    return "，".join(cell for row in block.rows for cell in row) if block.rows else block.text


def search(pattern: str, words: str) -> bool:
    """Say whether some words have what a pattern of the data asks for; ^ and $ are of a line."""
    return _compiled(pattern).search(words) is not None


@lru_cache(maxsize=1_024)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.MULTILINE)


def _names_alone(title: str, element: RequiredElement, contents: Contents) -> bool:
    """Say whether a divided title names this element and no other."""
    others = (one for one in contents.elements if one is not element)
    return search(element.titles, title) and not any(search(one.titles, title) for one in others)


def _is_known(title: str, contents: Contents) -> bool:
    return any(search(one.titles, title) for one in contents.elements)


def _names(block: Block) -> Iterator[str]:
    if block.rows:
        yield from block.rows[0]
        keys = slice(0, None, 2) if _has_two_pairs(block.rows[0]) else slice(1)
        yield from (name for row in block.rows[1:] for name in row[keys])
    elif _NAMING.search(block.text):
        said = _EMPHASIS.sub("", block.text)
        if asked := _ASKED.match(said):
            yield asked[1]
        else:
            named = _NAMED.finditer(_ANSWER.sub("", said, count=1))
            yield from (one[one.lastindex or 0] for one in named)


def _has_two_pairs(head: Sequence[str]) -> bool:
    """Say whether a table has two names with their values in a row: 项目, 内容, 项目, 内容."""
    return len(head) == _TWO_PAIRS and head[:2] == head[2:]
