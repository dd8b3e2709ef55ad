"""The texts that the rules over texts look at: own standards that are not withdrawn."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import Standard
from pilotkit.text.blocks import Block, Kind
from pilotkit.text.citations import Citation, citations_of, listed_in
from pilotkit.text.provisions import Provision, provisions_having
from pilotkit.text.structure import Element, Section, StandardText, parse

# The elements that bear numbers, and those whose wording is the standard's own.
NUMBERED = frozenset(
    {
        Element.SCOPE,
        Element.REFERENCES,
        Element.TERMS,
        Element.SYMBOLS,
        Element.CORE,
    }
)
LISTS_OF_TITLES = frozenset(
    {
        Element.CONTENTS,
        Element.REFERENCES,
        Element.BIBLIOGRAPHY,
        Element.INDEX,
    }
)
# The first three chapters, and the words that show that a chapter was meant to be one of them.
_FIRST_CHAPTERS = {
    "1": (Element.SCOPE, ("范围", "总则")),
    "2": (Element.REFERENCES, ("引用", "依据")),
    "3": (Element.TERMS, ("术语", "定义", "概念", "名词", "用语", "释义")),
}


class OwnText:
    """A standard with its text, read once, and the way to say something about a line of it."""

    def __init__(
        self,
        standard: Standard,
        unit: str | None = None,
        bundled: Mapping[str, bytes] = MappingProxyType({}),
    ) -> None:
        self.standard = standard
        self.bundled = bundled
        self._unit = unit

    @cached_property
    def text(self) -> StandardText:
        """The text in its parts."""
        return parse(self.standard.text)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The numbers of standards in the text."""
        return citations_of(self.standard.text)

    @property
    def listed(self) -> tuple[Citation, ...]:
        """The entries of 规范性引用文件."""
        return listed_in(self.standard.text)

    def provisions(self, *patterns: re.Pattern[str]) -> Iterator[Provision]:
        """Yield the lines in which the text itself says some words, headings left out."""
        return provisions_having(self.standard.text, *patterns)

    @cached_property
    def chapters_meant(self) -> Sequence[tuple[Section, Element]]:
        """The chapters, each with the element that it is, or was meant to be."""
        return [(one, _element_meant(one)) for one in self.text.chapters()]

    def chapter(self, element: Element) -> Section | None:
        """Return the first chapter of an element."""
        return next((one for one in self.text.of(element) if one.is_chapter), None)

    def says(
        self, line: int, message: Sentence, remedy: Sentence | None = None, column: int = 1
    ) -> Finding:
        """Say something about a line of the text."""
        return Finding(self.standard.at_line(line, column), message, remedy, self._unit)

    def says_of_title(self, message: Sentence, remedy: Sentence | None = None) -> Finding:
        """Say something about the whole, at its title."""
        return Finding(self.standard.at("title"), message, remedy, self._unit)


@dataclass(frozen=True)
class TextRule(Rule[OwnText]):
    """A rule that looks at one text and at nothing besides: its file says all that it can find."""


class Run(NamedTuple):
    """The items of one list, its section, and what stands before and behind it.

    `after` is the item with which the list goes on behind a table or picture, if it does.
    """

    section: Section
    before: Block | None
    items: tuple[Block, ...]
    after: Block | None = None


def _element_meant(section: Section) -> Element:
    """Return the element that a chapter is by its title, or was meant to be by number and words."""
    if section.element is not Element.CORE or section.number not in _FIRST_CHAPTERS:
        return section.element
    element, words = _FIRST_CHAPTERS[section.number]
    return element if any(word in section.title for word in words) else Element.CORE


def own_texts(repository: Repository) -> Iterator[OwnText]:
    """Yield the own standards with a text that are not withdrawn on the day, drafts too."""
    for standard in repository.standards:
        if has_own_text(standard, repository):
            yield OwnText(standard, repository.owner_of(standard))


def has_own_text(standard: Standard, repository: Repository) -> bool:
    """Say whether a standard has a text that is not withdrawn on the day."""
    return bool(standard.text.strip()) and not standard.withdrawn_on(repository.day)


def lists_in(text: StandardText) -> Iterator[Run]:
    """Yield the lists of a text; notes and examples between items do not end a list."""
    for section in text.sections_with(Kind.ITEM):
        yield from _runs(section)


def _runs(section: Section) -> Iterator[Run]:
    """Group the items; a run knows the first item of the next."""
    said = [block for block in section.blocks if block.kind is not Kind.NOTE]
    before: Block | None = None
    held: Run | None = None
    for is_item, group in groupby(said, key=lambda block: block.kind is Kind.ITEM):
        blocks = tuple(group)
        if not is_item:
            before = blocks[-1]
            continue
        if held:
            yield held._replace(after=blocks[0])
        held = Run(section, before, blocks)
    if held:
        yield held
