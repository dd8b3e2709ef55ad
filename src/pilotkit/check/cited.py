"""Numbers that records of standards bear and cite: what the rules on numbers walk through."""

import re
from collections.abc import Iterator, Mapping

from pilotkit.model.entity import Entity
from pilotkit.model.law import Law
from pilotkit.model.location import Route
from pilotkit.model.repository import AnyStandard, Repository
from pilotkit.model.standard import AdoptedStandard, Standard

Numbered = Iterator[tuple[Entity, Route, str]]
_LAW_SIGNS = re.compile("[《》〈〉〔〕\\[\\]【】 \u3000]+")
_STATE = "中华人民共和国"
_CODE = re.compile(r"[A-Za-z]")
# 国办发〔2019〕51号: the number of a document of an office, not of a standard.
_DOCUMENT = re.compile(r"[号《》〔〕]")


def own_numbers(repository: Repository) -> Iterator[tuple[AnyStandard, Route, str]]:
    """Yield the numbers that standards and their editions bear."""
    for standard in repository.all_standards:
        if standard.number is not None:
            yield standard, ("number",), standard.number
        if isinstance(standard, AdoptedStandard):
            for index, edition in enumerate(standard.editions):
                yield standard, ("editions", index, "number"), edition.number


def cited_numbers(repository: Repository) -> Iterator[tuple[Standard, Route, str]]:
    """Yield what own standards cite, but not the laws and documents of offices among it."""
    for standard in repository.standards:
        for index, cited in enumerate(standard.citations):
            if _CODE.match(cited) and not _DOCUMENT.search(cited):
                yield standard, ("citations", index), cited


def replaced_numbers(repository: Repository) -> Iterator[tuple[Standard, Route, str]]:
    """Yield the earlier and later numbers that own standards name."""
    for standard in repository.standards:
        for index, number in enumerate(standard.replaces):
            yield standard, ("replaces", index), number
        if standard.replaced_by is not None and standard.replaced_by[:1].isupper():
            yield standard, ("replaced_by",), standard.replaced_by


def laws_by_citation(repository: Repository) -> Mapping[str, list[Law]]:
    """Map the names that a text may cite a law by to its records: an old and a new one share it."""
    found: dict[str, list[Law]] = {}
    for law in repository.laws:
        for name in filter(None, (law.title, law.number)):
            found.setdefault(law_key(name), []).append(law)
    return found


def law_key(name: str) -> str:
    """Fold the ways to write the name of a law: brackets, spaces, 中华人民共和国."""
    return _LAW_SIGNS.sub("", name).removeprefix(_STATE)
