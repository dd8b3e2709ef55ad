"""Where texts cite laws and documents of offices: by 《title》, or by 文号 (国办发〔2018〕45号)."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pilotkit.model.law import Law
from pilotkit.model.repository import Repository
from pilotkit.text.short_names import short_names, uses_of
from pilotkit.text.structure import Element, parse

_TITLE = re.compile("《[^《》]{2,80}》")
_YEAR = re.compile("[〔\\[［（(【][ ]?(?:19|20)[0-9]{2}[ ]?[〕\\]］）)】][ ]?[0-9]{1,5}[ ]?号")
_CODE = re.compile("[\u3400-\u9fff]{2,16}$")
# Words that lead to a number are no part of it: 应按照国办发〔2018〕45号的规定.
_LEAD = re.compile(".*(?:按照?|根据|依[据照]|遵照|执行|落实|贯彻|符合|参照|[见和及与的])(?=..)")
_LONGEST = 16
_SIGNS = re.compile("[《》〈〉〔〕\\[\\]［］【】（）() \u3000]+")
_STATE = "中华人民共和国"
_PROVISIONS = frozenset({Element.REFERENCES, Element.TERMS, Element.CORE, Element.ANNEX})


class LawCited(NamedTuple):
    """A law as a line names it, the line and the column, both from 1; `name` is not shortened."""

    written: str
    line: int
    column: int
    name: str

    @property
    def key(self) -> str:
        """The name as names of laws are compared."""
        return law_key(self.name)


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


def named_in(said: str) -> Iterator[str]:
    """Yield the keys of what some words name, by its title or its number."""
    return (law_key(written) for _, written in _named(said))


def laws_cited(text: str) -> Iterator[LawCited]:
    """Yield what the provisions of a text cite by title, number or short name, whatever it is."""
    for section, line, content in parse(text).lines_having(_TITLE, _YEAR):
        if section and section.element in _PROVISIONS:
            for at, written in _named(content):
                yield LawCited(written, line, at + 1, written)
    for short in short_names(text):
        named = [one for at, one in _named(short.before) if short.is_of(at + len(one))]
        for use in uses_of(text, short) if named else ():
            if use.section and use.section.element in _PROVISIONS:
                yield LawCited(short.name, use.line, use.column, named[-1])


def _named(said: str) -> Iterator[tuple[int, str]]:
    """Yield titles and numbers of documents, each with where it begins."""
    yield from ((found.start(), found[0]) for found in _TITLE.finditer(said))
    for year in _YEAR.finditer(said):
        before = _CODE.search(said[max(0, year.start() - _LONGEST) : year.start()])
        code = _LEAD.sub("", before[0]) if before else ""
        if code:
            at = year.start() - len(code)
            yield at, said[at : year.end()]
