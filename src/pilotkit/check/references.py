"""Where records name other records: what the rules on unknown names walk through.

Which records may name one, and every name in one of them: its route, and as it is written.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

from pilotkit.model.assessment import Assessment
from pilotkit.model.decision import Decision
from pilotkit.model.document import CollectedDocument
from pilotkit.model.entity import Entity
from pilotkit.model.evidence.inspection import Audit, Inspection
from pilotkit.model.evidence.meeting import Meeting
from pilotkit.model.evidence.nonconformity import Nonconformity
from pilotkit.model.evidence.official_document import OfficialDocument
from pilotkit.model.evidence.practice import PracticeRecord
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.evidence.review import Review
from pilotkit.model.evidence.revision import Revision
from pilotkit.model.evidence.training import Training
from pilotkit.model.item import Item, ServiceItem
from pilotkit.model.law import Law
from pilotkit.model.location import Route
from pilotkit.model.pilot import Pilot
from pilotkit.model.plan import Phase
from pilotkit.model.post import Post
from pilotkit.model.repository import Repository
from pilotkit.model.standard import AdoptedStandard, Standard
from pilotkit.model.unit import Unit

Inside = Iterator[tuple[Route, str]]
# What becomes of a collected document that is not taken over by a standard.
_NO_STANDARD = {"保留", "废止"}


def naming_units(repository: Repository) -> Iterator[Entity]:
    """Yield the records that may name a unit; without a list of units the pilot names none."""
    if repository.pilot and repository.units:
        yield repository.pilot
    yield from chain(
        repository.units,
        repository.roster,
        repository.staff,
        repository.tasks,
        repository.items,
        repository.posts,
        repository.all_standards,
        repository.laws,
        repository.documents,
        repository.evidence,
        repository.assessments,
    )


def units_in(record: Entity) -> Inside:
    """Yield every name of a unit. Who published, rated or is charged may be no unit of ours."""
    if isinstance(record, Pilot):
        yield ("undertaking",), record.undertaking
    elif isinstance(record, Unit) and record.parent is not None:
        yield ("parent",), record.parent
    owner = getattr(record, "unit", None)
    if owner is not None:
        yield ("unit",), owner
    if isinstance(record, Evidence):
        yield from _units_of_evidence(record)
    elif isinstance(record, ServiceItem):
        yield from _several("accepted_at", record.accepted_at)
    elif isinstance(record, Standard | AdoptedStandard | Law):
        yield from _several("collected_by", record.collected_by)


def naming_standards(repository: Repository) -> Iterator[Entity]:
    """Yield the records that may name a standard."""
    return chain(repository.posts, repository.documents, repository.decisions, repository.evidence)


def standards_in(record: Entity) -> Inside:
    """Yield every id of a standard."""
    if isinstance(record, Post | Evidence):
        yield from _several("standards", record.standards)
    if isinstance(record, CollectedDocument):
        if record.becomes is not None and record.becomes not in _NO_STANDARD:
            yield ("becomes",), record.becomes
    elif isinstance(record, Decision):
        for index, side in enumerate(record.sides):
            yield ("sides", index, "standard"), side.standard
    yield from _STANDARDS_OF.get(type(record), _nothing)(record)


def naming_posts(repository: Repository) -> Iterator[Entity]:
    """Yield the records that may name a post."""
    return chain(repository.items, repository.evidence)


def posts_in(record: Entity) -> Inside:
    """Yield every id of a post but those of neighbours, which have a rule of their own.

    Who attended a training is counted by whatever word the sheet has; that is no reference.
    """
    if isinstance(record, Evidence):
        yield from _several("posts", record.posts)
        if isinstance(record, PracticeRecord) and record.post is not None:
            yield ("post",), record.post
    elif isinstance(record, Item):
        for index, step in enumerate(record.steps):
            if step.post is not None:
                yield ("steps", index, "post"), step.post


def naming_criteria(repository: Repository) -> Iterator[Entity]:
    """Yield the records outside the table that may name a criterion."""
    return chain(repository.phases, repository.evidence, repository.assessments)


def criteria_in(record: Entity) -> Inside:
    """Yield every id of a criterion."""
    if isinstance(record, Evidence):
        yield from _several("criteria", record.criteria)
    elif isinstance(record, Assessment):
        for index, claim in enumerate(record.points):
            yield ("points", index, "criterion"), claim.criterion
    elif isinstance(record, Phase):
        for at, task in enumerate(record.tasks):
            for index, name in enumerate(task.criteria):
                yield ("tasks", at, "criteria", index), name


def _several(key: str, names: Iterable[str]) -> Inside:
    for index, name in enumerate(names):
        yield (key, index), name


def _nothing(_: Entity) -> Inside:
    return iter(())


def _units_of_evidence(record: Evidence) -> Inside:
    for index, signature in enumerate(record.signed):
        if signature.unit is not None:
            yield ("signed", index, "unit"), signature.unit
    yield from _UNITS_OF.get(type(record), _nothing)(record)


def _units_of_document(record: OfficialDocument) -> Inside:
    for index, appointed in enumerate(record.appoints):
        yield ("appoints", index, "unit"), appointed.unit
    if record.signer:
        yield ("signer", "unit"), record.signer.unit
    for index, line in enumerate(record.schedule):
        if line.unit is not None:
            yield ("schedule", index, "unit"), line.unit


def _units_of_meeting(record: Meeting) -> Inside:
    for index, name in enumerate(record.units):
        yield ("units", index), name


def _units_of_training(record: Training) -> Inside:
    for index, attendee in enumerate(record.attendees):
        if attendee.unit is not None:
            yield ("attendees", index, "unit"), attendee.unit


def _standards_of_nonconformity(record: Nonconformity) -> Inside:
    for key in ("standard", "revision"):
        name = getattr(record, key)
        if name is not None:
            yield (key,), name


def _standards_of_inspection(record: Inspection) -> Inside:
    for index, line in enumerate(record.clauses):
        yield ("clauses", index, "standard"), line.standard


def _standards_of_audit(record: Audit) -> Inside:
    for index, line in enumerate(record.checklist):
        yield ("checklist", index, "standard"), line.standard


def _standards_of_review(record: Review) -> Inside:
    for index, text in enumerate(record.sample):
        yield ("sample", index, "standard"), text.standard


def _its_standard(record: Revision | PracticeRecord) -> Inside:
    yield ("standard",), record.standard


_UNITS_OF: dict[type, Callable[[Any], Inside]] = {
    OfficialDocument: _units_of_document,
    Meeting: _units_of_meeting,
    Training: _units_of_training,
}
_STANDARDS_OF: dict[type, Callable[[Any], Inside]] = {
    Audit: _standards_of_audit,
    Inspection: _standards_of_inspection,
    Nonconformity: _standards_of_nonconformity,
    PracticeRecord: _its_standard,
    Review: _standards_of_review,
    Revision: _its_standard,
}
