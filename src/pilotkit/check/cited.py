"""Numbers that records of standards bear and cite: what the rules on numbers walk through."""

import re
from collections.abc import Iterator

from pilotkit.model.entity import Entity
from pilotkit.model.location import Route
from pilotkit.model.repository import AnyStandard, Repository
from pilotkit.model.standard import AdoptedStandard, Standard

Numbered = Iterator[tuple[Entity, Route, str]]
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
