"""What rests on a law: standards that cite it, items set up by it, what else names it."""

from collections.abc import Iterator
from typing import NamedTuple

from pilotkit.model.document import CollectedDocument
from pilotkit.model.evidence.official_document import OfficialDocument
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.item import ServiceItem
from pilotkit.model.law import Law
from pilotkit.model.pilot import Basis
from pilotkit.model.repository import Repository
from pilotkit.model.standard import Standard
from pilotkit.text.dependents import Dependent, citing, outward
from pilotkit.text.law_citations import law_key, named_in, numbers_cited, titles_cited


class Grounded(NamedTuple):
    """A service item that is set up by a law, the articles that it names, and whose texts cover it.

    `standards` are the own ones: they say the ground too, and what follows from it.
    """

    item: ServiceItem
    articles: tuple[str, ...]
    standards: tuple[Standard, ...]


class LawImpact(NamedTuple):
    """What has to be looked at again when a law changes, as of a day."""

    law: Law
    dependents: tuple[Dependent, ...]
    items: tuple[Grounded, ...]
    basis: tuple[Basis, ...]
    documents: tuple[CollectedDocument, ...]
    evidence: tuple[Evidence, ...]


def impact_of_law(law: Law, repository: Repository) -> LawImpact:
    """Find what rests on a law on the day; withdrawn standards rest on nothing."""
    names = frozenset(law_key(one) for one in (law.title, law.number) if one)
    direct = {one.standard.id: one for one in _citing(law, names, repository)}
    pilot = repository.pilot
    documents = [one for one in repository.documents if _names(names, one.title, one.number)]
    evidence = [
        one for one in repository.evidence if one.date <= repository.day and _says(one, names)
    ]
    return LawImpact(
        law,
        outward(law.id, {**citing(repository), law.id: direct}),
        tuple(_grounded(law, names, repository)),
        tuple(one for one in pilot.basis if one.law == law.id) if pilot else (),
        tuple(sorted(documents, key=lambda one: one.id)),
        tuple(sorted(evidence, key=lambda one: one.id)),
    )


def _citing(law: Law, names: frozenset[str], repository: Repository) -> Iterator[Dependent]:
    """Yield the own standards that cite a law in `citations` or in their provisions."""
    for own in sorted(repository.standards, key=lambda one: one.id):
        if own.withdrawn_on(repository.day):
            continue
        lines = {
            one.line
            for cited in (titles_cited, numbers_cited)
            for one in cited(own.text)
            if one.key in names
        }
        if lines or any(law_key(cited) in names for cited in own.citations):
            yield Dependent(own, 1, law.id, tuple(sorted(lines)))


def _grounded(law: Law, names: frozenset[str], repository: Repository) -> Iterator[Grounded]:
    """Yield the items whose grounds name a law by its id, or without one by its title."""
    for item in sorted(repository.living_service_records(), key=lambda one: one.id):
        grounds = [
            one
            for one in item.grounds
            if one.law == law.id or (one.law is None and _names(names, one.title))
        ]
        if grounds:
            articles = dict.fromkeys(one.article for one in grounds if one.article)
            yield Grounded(item, tuple(articles), tuple(_own_covering(item, repository)))


def _own_covering(item: ServiceItem, repository: Repository) -> Iterator[Standard]:
    """Yield the own standards that cover an item or, of a street's record, what it is the same as.

    Withdrawn ones are left out.
    """
    for one in repository.covering.get(item.same_as or item.id, ()):
        if isinstance(one, Standard) and not one.withdrawn_on(repository.day):
            yield one


def _says(evidence: Evidence, names: frozenset[str]) -> bool:
    if _names(names, evidence.title):
        return True
    return isinstance(evidence, OfficialDocument) and _names(
        names, evidence.number, *(one.text for one in evidence.passages)
    )


def _names(names: frozenset[str], *said: str | None) -> bool:
    """Say whether some words are a name of the law, or name it among others."""
    return any(law_key(one) in names or not names.isdisjoint(named_in(one)) for one in said if one)
