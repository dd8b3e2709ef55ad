"""The records that a proof may rest on, of every kind, seen alike."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from pydantic import BaseModel

from pilotkit.measure.basis import Basis
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.location import Place
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.staff import Person
from pilotkit.model.standard import Standard


class Candidate(NamedTuple):
    """A record, whose it is, when it counts, and what speaks against it."""

    record: BaseModel
    id: str
    title: str
    place: Place
    units: frozenset[str]
    time: date | None = None
    why_not: Sentence | None = None


@dataclass(frozen=True)
class Candidates:
    """All candidates of a basis: evidence by its kind, other records by their name in proofs."""

    basis: Basis

    @cached_property
    def _evidence(self) -> dict[str, list[Candidate]]:
        repository, found = self.basis.repository, dict[str, list[Candidate]]()
        known = repository.known.each(
            "candidates", repository.unit_ids, repository.evidence, self._of_evidence
        )
        for record, one in zip(repository.evidence, known, strict=True):
            why_not = self.basis.why_not(record)
            found.setdefault(record.kind, []).append(
                one._replace(why_not=why_not) if why_not else one
            )
        return found

    @cached_property
    def _entities(self) -> dict[str, list[Candidate]]:
        return {}

    @cached_property
    def _of_units(self) -> dict[str, dict[str, list[Candidate]]]:
        return {}

    def of_unit(self, name: str, unit: str) -> list[Candidate]:
        """Return those of one unit, of a kind of evidence or of what a proof calls `of`.

        An index by unit: a proof that is read for every unit looks at each record once.
        """
        if name not in self._of_units:
            index = self._of_units[name] = {}
            for one in self.entities(name) if name in _ENTITIES else self.evidence((name,)):
                for owner in one.units:
                    index.setdefault(owner, []).append(one)
        return self._of_units[name].get(unit, [])

    def evidence(self, kinds: tuple[str, ...]) -> Iterator[Candidate]:
        """Yield the evidence of these kinds, also what does not count."""
        for kind in dict.fromkeys(kinds):
            yield from self._evidence.get(kind, ())

    def entities(self, of: str) -> list[Candidate]:
        """Return the records of the day that a proof calls `of`."""
        if of not in self._entities:
            self._entities[of] = list(_ENTITIES[of](self.basis.repository))
        return self._entities[of]

    def _of_evidence(self, record: Evidence) -> Candidate:
        unit = self.basis.repository.unit_id(record.unit)
        return Candidate(
            record,
            record.id,
            record.title,
            record.placed("id"),
            frozenset({unit}),
            record.time,
        )


def _standards(repository: Repository) -> Iterator[Candidate]:
    for one in repository.issued:
        units = [*one.collected_by, *([one.unit] if isinstance(one, Standard) else [])]
        owners = frozenset(map(repository.unit_id, units))
        time = one.issued if isinstance(one, Standard) else None
        yield Candidate(one, one.id, one.title, one.placed("id"), owners, time)


def _laws(repository: Repository) -> Iterator[Candidate]:
    for law in repository.laws:
        if law.in_force_on(repository.day):
            owners = frozenset(map(repository.unit_id, law.collected_by))
            yield Candidate(law, law.id, law.title, law.placed("id"), owners, law.issued)


def _documents(repository: Repository) -> Iterator[Candidate]:
    for one in repository.documents:
        if one.date is None or one.date <= repository.day:
            owner = frozenset({repository.unit_id(one.unit)})
            yield Candidate(one, one.id, one.title, one.placed("id"), owner, one.date)


def _staff(repository: Repository) -> Iterator[Candidate]:
    for staff in repository.staff:
        owner = frozenset({repository.unit_id(staff.unit)})
        for index, person in enumerate(staff.people):
            if person.holds_on(repository.day):
                yield _person(person, staff.placed("people", index), owner)


def _person(person: Person, where: Place, owner: frozenset[str]) -> Candidate:
    return Candidate(person, person.person, person.name or person.person, where, owner)


def _assessments(repository: Repository) -> Iterator[Candidate]:
    for one in repository.assessments:
        if one.date <= repository.day:
            owner = frozenset({repository.unit_id(one.unit)} if one.unit else ())
            yield Candidate(one, one.id, one.body, one.placed("id"), owner, one.date)


def _items(repository: Repository) -> Iterator[Candidate]:
    for item in repository.items:
        if item.holds_on(repository.day):
            owner = frozenset({repository.unit_id(item.unit)})
            yield Candidate(item, item.id, item.name, item.placed("id"), owner)


def _posts(repository: Repository) -> Iterator[Candidate]:
    for post in repository.living_posts:
        owner = frozenset({repository.unit_id(post.unit)})
        yield Candidate(post, post.id, post.name, post.placed("id"), owner)


_ENTITIES: dict[str, Callable[[Repository], Iterator[Candidate]]] = {
    "standards": _standards,
    "laws": _laws,
    "documents": _documents,
    "staff": _staff,
    "assessments": _assessments,
    "items": _items,
    "posts": _posts,
}
