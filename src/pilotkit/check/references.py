"""Where records name other records: what the rules on unknown names walk through.

Every walk yields the record, the route of the name in it, and the name as written.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pilotkit.model.entity import Entity
from pilotkit.model.evidence.inspection import Audit, Inspection
from pilotkit.model.evidence.meeting import Meeting
from pilotkit.model.evidence.nonconformity import Nonconformity
from pilotkit.model.evidence.official_document import OfficialDocument
from pilotkit.model.evidence.practice import PracticeRecord
from pilotkit.model.evidence.review import Review
from pilotkit.model.evidence.revision import Revision
from pilotkit.model.evidence.training import Training
from pilotkit.model.location import Route
from pilotkit.model.repository import Repository

Named = Iterator[tuple[Entity, Route, str]]
Inside = Iterator[tuple[Route, str]]
# What becomes of a collected document that is not taken over by a standard.
_NO_STANDARD = {"保留", "废止"}


def units_named(repository: Repository) -> Named:
    """Yield every name of a unit. Who published, rated or is charged may be no unit of ours."""
    if repository.pilot and repository.units:
        yield repository.pilot, ("undertaking",), repository.pilot.undertaking
    for unit in repository.units:
        if unit.parent is not None:
            yield unit, ("parent",), unit.parent
    yield from _owners(repository)
    for item in repository.service_records:
        yield from _several(item, "accepted_at", item.accepted_at)
    for records in (repository.standards, repository.adopted, repository.laws):
        for record in records:
            yield from _several(record, "collected_by", record.collected_by)
    yield from _inside_evidence(repository, _UNITS_OF)


def _owners(repository: Repository) -> Named:
    of_units: tuple[Iterable[Any], ...] = (
        repository.roster,
        repository.staff,
        repository.tasks,
        repository.items,
        repository.posts,
        repository.standards,
        repository.documents,
        repository.evidence,
        (assessment for assessment in repository.assessments if assessment.unit is not None),
    )
    for records in of_units:
        for record in records:
            yield record, ("unit",), record.unit
    for record in repository.evidence:
        for index, signature in enumerate(record.signed):
            if signature.unit is not None:
                yield record, ("signed", index, "unit"), signature.unit


def standards_named(repository: Repository) -> Named:
    """Yield every id of a standard."""
    for post in repository.posts:
        yield from _several(post, "standards", post.standards)
    for document in repository.documents:
        if document.becomes is not None and document.becomes not in _NO_STANDARD:
            yield document, ("becomes",), document.becomes
    for decision in repository.decisions:
        for index, side in enumerate(decision.sides):
            yield decision, ("sides", index, "standard"), side.standard
    for record in repository.evidence:
        yield from _several(record, "standards", record.standards)
    yield from _inside_evidence(repository, _STANDARDS_OF)


def posts_named(repository: Repository) -> Named:
    """Yield every id of a post but those of neighbours, which have a rule of their own.

    Who attended a training is counted by whatever word the sheet has; that is no reference.
    """
    for item in repository.items:
        for index, step in enumerate(item.steps):
            if step.post is not None:
                yield item, ("steps", index, "post"), step.post
    for record in repository.evidence:
        yield from _several(record, "posts", record.posts)
        if isinstance(record, PracticeRecord) and record.post is not None:
            yield record, ("post",), record.post


def criteria_named(repository: Repository) -> Named:
    """Yield every id of a criterion outside the table."""
    for phase in repository.phases:
        for at, task in enumerate(phase.tasks):
            for index, name in enumerate(task.criteria):
                yield phase, ("tasks", at, "criteria", index), name
    for record in repository.evidence:
        yield from _several(record, "criteria", record.criteria)
    for assessment in repository.assessments:
        for index, claim in enumerate(assessment.points):
            yield assessment, ("points", index, "criterion"), claim.criterion


def _several(record: Entity, key: str, names: Iterable[str]) -> Named:
    for index, name in enumerate(names):
        yield record, (key, index), name


def _inside_evidence(repository: Repository, walks: dict[type, Callable[[Any], Inside]]) -> Named:
    for record in repository.evidence:
        walk = walks.get(type(record))
        for route, name in walk(record) if walk else ():
            yield record, route, name


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
