"""Where texts cite laws and documents of offices: by 《title》, or by 文号 (国办发〔2018〕45号)."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pilotkit.model.law import Law
from pilotkit.model.repository import Repository
from pilotkit.text.structure import Element, parse

_TITLE = re.compile("(?P<name>《[^《》]{2,80}》)")
# Words that lead to a number are no part of it: 应按照国办发〔2018〕45号的规定.
_NUMBER = re.compile(
    "(?:[\u4e00-\u9fff]{0,12}(?:按照?|根据|依[据照]|遵照|执行|落实|贯彻|符合|参照|[见和及与的]))?"
    "(?P<name>[\u4e00-\u9fff]{2,12}"
    "[〔\\[［（(【][ ]?(?:19|20)[0-9]{2}[ ]?[〕\\]］）)】][ ]?[0-9]{1,5}[ ]?号)"
)
_SIGNS = re.compile("[《》〈〉〔〕\\[\\]［］【】（）() \u3000]+")
_STATE = "中华人民共和国"
_PROVISIONS = frozenset({Element.REFERENCES, Element.TERMS, Element.CORE, Element.ANNEX})


class LawCited(NamedTuple):
    """A law as a line names it, the line and the column, both from 1."""

    written: str
    line: int
    column: int

    @property
    def key(self) -> str:
        """The name as names of laws are compared."""
        return law_key(self.written)


def law_key(name: str) -> str:
    """Fold the ways to write the name of a law: brackets, spaces, 中华人民共和国."""
    return _SIGNS.sub("", name).removeprefix(_STATE)


def laws_by_citation(repository: Repository) -> Mapping[str, list[Law]]:
    """Map the names that a text may cite a law by to its records: an old and a new one share it."""
    found: dict[str, list[Law]] = {}
    for law in repository.laws:
        for name in filter(None, (law.title, law.number)):
            found.setdefault(law_key(name), []).append(law)
    return found


def titles_in(said: str) -> Iterator[str]:
    """Yield the keys of what some words name by its title, whatever it is the title of."""
    return (law_key(found["name"]) for found in _TITLE.finditer(said))


def named_in(said: str) -> Iterator[str]:
    """Yield the keys of what some words name, by its title or its number."""
    yield from titles_in(said)
    yield from (law_key(found["name"]) for found in _NUMBER.finditer(said))


def titles_cited(text: str) -> Iterator[LawCited]:
    """Yield what the provisions of a text cite by its title."""
    yield from _cited(text, _TITLE)


def numbers_cited(text: str) -> Iterator[LawCited]:
    """Yield the numbers of documents of offices in the provisions of a text."""
    yield from _cited(text, _NUMBER)


def _cited(text: str, pattern: re.Pattern[str]) -> Iterator[LawCited]:
    for section, line, content in parse(text).written_lines():
        if section and section.element in _PROVISIONS:
            for found in pattern.finditer(content):
                yield LawCited(found["name"], line, found.start("name") + 1)
