"""The records that have an id of their own, and how they are found by it."""

from collections.abc import Iterable
from typing import TypeVar

from pilotkit.model.assessment import Assessment
from pilotkit.model.decision import Decision
from pilotkit.model.document import CollectedDocument
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.item import Item
from pilotkit.model.law import Law
from pilotkit.model.plan import UnitTask
from pilotkit.model.post import Post
from pilotkit.model.standard import AdoptedStandard, Standard
from pilotkit.model.unit import Unit

Identified = (
    Unit
    | Item
    | Post
    | Standard
    | AdoptedStandard
    | Law
    | CollectedDocument
    | Evidence
    | Assessment
    | Decision
    | UnitTask
)
AnyRecord = TypeVar("AnyRecord", bound=Identified)


def by_id(records: Iterable[AnyRecord]) -> dict[str, AnyRecord]:
    """Return records by id; of equal ones the first."""
    return {record.id: record for record in reversed(tuple(records))}
