"""Evidence as of the day: what the rules on single kinds walk through."""

from collections.abc import Iterator
from typing import TypeVar

from pilotkit.model.evidence.inspection import Audit, Inspection
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.repository import Repository

AnyEvidence = TypeVar("AnyEvidence", bound=Evidence)


def recorded(repository: Repository, kind: type[AnyEvidence]) -> Iterator[AnyEvidence]:
    """Yield the evidence of a kind whose date has come."""
    for record in repository.evidence_of(kind):
        if record.date <= repository.day:
            yield record


def inspected(repository: Repository) -> Iterator[Inspection | Audit]:
    """Yield the inspections and the audits whose date has come."""
    yield from recorded(repository, Inspection)
    yield from recorded(repository, Audit)
