"""What rests on a law: standards that cite it, items set up by it, what else names it."""

from collections.abc import Iterator, Mapping
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
from pilotkit.text.law_citations import law_key, laws_by_citation, laws_cited, named_in


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
    direct = citing_laws(repository).get(law.id, {})
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


def citing_laws(repository: Repository) -> Mapping[str, Mapping[str, Dependent]]:
    """Map the id of a law to the own standards that cite it, by id, in the order of their ids.

    They do in `citations` or in their provisions, by title or number; an old law and a new one of
    one name are both meant.
    """
    laws = laws_by_citation(repository)
    found: dict[str, dict[str, Dependent]] = {}
    for own in sorted(repository.standards, key=lambda one: one.id) if laws else ():
        if own.withdrawn_on(repository.day):
            continue
        named = _named(own, laws)
        for id_ in sorted({law.id for key in named for law in laws[key]}):
            lines = {
                line
                for key, at in named.items()
                if any(law.id == id_ for law in laws[key])
                for line in at
            }
            found.setdefault(id_, {})[own.id] = Dependent(own, 1, id_, tuple(sorted(lines)))
    return found


def _named(own: Standard, laws: Mapping[str, object]) -> dict[str, set[int]]:
    """Map the names of laws that a standard cites to the lines of its text that do."""
    named: dict[str, set[int]] = {key: set() for key in map(law_key, own.citations) if key in laws}
    # Most texts name none: only the others are taken apart.
    if any(key in laws for key in named_in(own.text)):
        for one in laws_cited(own.text):
            if one.key in laws:
                named.setdefault(one.key, set()).add(one.line)
    return named


def _grounded(law: Law, names: frozenset[str], repository: Repository) -> Iterator[Grounded]:
    """Yield the items whose grounds name a law by its id, or without one by its title."""
    for item in sorted(repository.living_service_records, key=lambda one: one.id):
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
