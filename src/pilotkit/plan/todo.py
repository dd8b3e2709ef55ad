"""What one unit has to hand in, by when, for which points."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from pilotkit.model.diagnostic import Diagnostic, Severity
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.item import Item
from pilotkit.model.measurement import Subject
from pilotkit.model.ownership import tasks_serving
from pilotkit.model.plan import Task, UnitTask
from pilotkit.model.score import CriterionScore
from pilotkit.model.sentence import Sentence
from pilotkit.model.staff import lacking
from pilotkit.model.unit import Unit
from pilotkit.plan.duties import Duty
from pilotkit.plan.lights import UnitLight
from pilotkit.plan.state import State
from pilotkit.plan.status import Status
from pilotkit.plan.trouble import Trouble, expiring, troubles_of
from pilotkit.score.award import why


class Owed(NamedTuple):
    """An output that is missing, what it lacks, and the lost points that the task serves."""

    duty: Duty
    lacks: tuple[Sentence, ...]
    criteria: tuple[CriterionScore, ...]


class Stake(NamedTuple):
    """A criterion that lost points, with the tasks of the unit that serve it and its part there."""

    criterion: CriterionScore
    tasks: tuple[tuple[Task, bool], ...]


@dataclass(frozen=True)
class Todo:
    """All that a unit can do, each with its place; `light` is None where it is not of the day."""

    unit: Unit
    light: UnitLight | None
    owed: tuple[Owed, ...]
    stakes: tuple[Stake, ...]
    cells: tuple[Subject, ...]
    unconfirmed: tuple[Item, ...]
    staff: Sentence | None
    troubles: tuple[Trouble, ...]
    expiring: tuple[Evidence, ...]
    findings: tuple[Diagnostic, ...]

    @property
    def lost(self) -> Decimal:
        """The points lost in criteria that the unit's tasks serve; others serve them too."""
        return sum((one.criterion.lost for one in self.stakes), Decimal(0))


def todo_of(status: Status, unit: Unit, diagnostics: Iterable[Diagnostic]) -> Todo:
    """Collect what one unit has to do."""
    appraisal = status.duties.appraisal
    repository = appraisal.repository
    coverage = appraisal.score.measurements["coverage"].within(unit=unit.id)
    shown = {Severity.ERROR, Severity.WARNING}
    return Todo(
        unit=unit,
        light=status.light_of(unit),
        owed=tuple(_owed(status, unit)),
        stakes=tuple(_stakes(status, unit)),
        cells=coverage.lacking,
        unconfirmed=tuple(_unconfirmed(status, unit)),
        staff=lacking(repository.people_of(unit)) if unit.bound_to_staffing else None,
        troubles=tuple(troubles_of(repository).get(unit.id, ())),
        expiring=tuple(expiring(repository).get(unit.id, ())),
        findings=tuple(
            one
            for one in diagnostics
            if one.unit and repository.unit_id(one.unit) == unit.id and one.severity in shown
        ),
    )


def _unconfirmed(status: Status, unit: Unit) -> Iterator[Item]:
    repository = status.duties.repository
    items: tuple[Item, ...] = (*repository.service_items, *repository.management_items)
    for item in items:
        if repository.unit_id(item.unit) == unit.id and not repository.is_confirmed(item):
            yield item


def _owed(status: Status, unit: Unit) -> Iterator[Owed]:
    open_ = [one for one in status.duties.of_unit(unit) if not one.progress.is_full]
    for duty in sorted(open_, key=lambda one: (one.due, one.task.id, one.produced.index)):
        if duty.state is not State.UNPROVED:
            yield Owed(duty, why(duty.result), tuple(_served(status, duty)))


def _served(status: Status, duty: Duty) -> Iterator[CriterionScore]:
    task: Task | UnitTask | None = duty.task
    if isinstance(task, UnitTask):
        _, task = status.duties.repository.tasks_by_id.get(task.parent, (None, None))
    wanted = task.criteria if task else ()
    for one in status.duties.appraisal.score.criteria:
        if one.id in wanted and one.lost:
            yield one


def _stakes(status: Status, unit: Unit) -> Iterator[Stake]:
    """Yield the criteria that lost points, the dearest first; leading comes before helping."""
    roles = set(unit.roles)
    found = []
    for one in status.duties.appraisal.score.criteria:
        tasks = tuple(
            (task, not roles.isdisjoint(task.who.lead))
            for _, task in tasks_serving(status.duties.repository, one.id)
            if not roles.isdisjoint((*task.who.lead, *task.who.with_))
        )
        if one.lost and tasks:
            found.append(Stake(one, tasks))
    yield from sorted(found, key=lambda stake: -stake.criterion.lost)
