"""What inspections, audits and 不合格项 left for a unit to mend, and evidence about to expire."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pilotkit.model.evidence.inspection import Audit, Inspection
from pilotkit.model.evidence.nonconformity import Nonconformity
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.location import Place
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.plan.state import is_soon


@dataclass(frozen=True)
class Trouble:
    """Something found that a unit, its `owner`, has not mended by the day.

    `due` is None where nobody set a date.
    """

    kind: str
    owner: str
    record: Evidence
    facts: str
    due: date | None
    place: Place

    def named(self, repository: Repository) -> Sentence:
        """Say what it is, who recorded it where that is not who mends it, and for which day.

        Reports show it: an internal record keeps its title to itself.
        """
        title = Sentence(f"“{self.record.title}”", f"“{self.record.title}”")
        if self.record.is_internal:
            title = Sentence("内部资料一件", "an internal record")
        by = repository.unit(self.record.unit)
        told = [by.name] if by and by.id != self.owner else []
        return Sentence(
            f"{title.zh}（{'，'.join([*told, f'限期 {self.due}'])}）",
            f"{title.en} ({', '.join([*told, f'due {self.due}'])})",
        )

    def is_overdue(self, day: date) -> bool:
        """Say whether it should have been mended before a day."""
        return self.due is not None and self.due < day

    def is_due_soon(self, day: date) -> bool:
        """Say whether it is to be mended in the days that follow."""
        return is_soon(self.due, day)


def troubles_of(repository: Repository) -> dict[str, list[Trouble]]:
    """Return what is open, by the id of the unit that has to mend it, the earliest due first."""
    found: dict[str, list[Trouble]] = {}
    for record in repository.evidence:
        if record.date <= repository.day:
            for owner, trouble in _of(repository, record):
                found.setdefault(owner, []).append(trouble)
    for troubles in found.values():
        troubles.sort(key=lambda one: (one.due or date.max, one.record.id, one.facts))
    return found


def _of(repository: Repository, record: Evidence) -> Iterator[tuple[str, Trouble]]:
    day = repository.day
    if isinstance(record, Nonconformity):
        if not record.is_closed_on(day):
            owner = _owner(repository, record.owner, record)
            where = record.placed("facts")
            yield owner, Trouble(record.kind, owner, record, record.facts, record.due, where)
    elif isinstance(record, Inspection | Audit):
        for index, found in enumerate(record.findings):
            if not found.is_handled_on(day):
                owner = _owner(repository, found.owner, record)
                where = record.placed("findings", index, "facts")
                yield owner, Trouble(record.kind, owner, record, found.facts, found.due, where)


def _owner(repository: Repository, named: str | None, record: Evidence) -> str:
    """Take the unit that is named; where a person is named, the unit of the record."""
    unit = repository.unit(named or "") or repository.unit(record.unit)
    return unit.id if unit else record.unit


def expiring(repository: Repository) -> dict[str, list[Evidence]]:
    """Return the evidence of each unit that expires in the days that follow."""
    day = repository.day
    found: dict[str, list[Evidence]] = {}
    for record in sorted(repository.evidence, key=lambda one: (one.valid_until or day, one.id)):
        if record.date <= day and is_soon(record.valid_until, day):
            found.setdefault(repository.unit_id(record.unit), []).append(record)
    return found
