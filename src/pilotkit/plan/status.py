"""Where the plan stands: phases, tasks and units, as of the repository's day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.model.day import AsOf
from pilotkit.model.diagnostic import Diagnostic
from pilotkit.model.ownership import leads
from pilotkit.model.plan import Phase, Task, UnitTask
from pilotkit.model.sentence import Sentence
from pilotkit.model.unit import Unit
from pilotkit.plan.duties import Duties, Duty
from pilotkit.plan.lights import UnitLight, lights_of
from pilotkit.plan.state import FINISHED, Progress, Span, State, state_of, together


@dataclass(frozen=True)
class TaskStatus:
    """A task, the unit that leads it (None where several do), and how far it is."""

    task: Task | UnitTask
    phase: Phase | None
    unit: str | None
    lead: Sentence
    duties: tuple[Duty, ...]
    span: Span
    progress: Progress
    state: State

    @property
    def id(self) -> str:
        """The id of the task."""
        return self.task.id

    @property
    def due(self) -> date:
        """The last day for it."""
        return self.span.due

    @property
    def done_on(self) -> date | None:
        """The first day on which all its outputs had been there; None where one is missing now."""
        return self.progress.done_on

    @property
    def lacking(self) -> tuple[str, ...]:
        """The names of the outputs that are not there in full."""
        open_ = (one.output.name for one in self.duties if not one.progress.is_full)
        return tuple(dict.fromkeys(open_))

    def is_of(self, unit: str) -> bool:
        """Whether a unit leads it, or owes one of its outputs."""
        return self.unit == unit or any(unit in duty.owners for duty in self.duties)


@dataclass(frozen=True)
class PhaseStatus:
    """A phase with its tasks, and how far it is."""

    phase: Phase
    tasks: tuple[TaskStatus, ...]
    span: Span
    state: State

    @property
    def done(self) -> int:
        """How many of its tasks are done now, in time or not."""
        return sum(one.progress.is_full for one in self.tasks)


@dataclass(frozen=True)
class Status:
    """Phases with the plan's tasks, what units made of these, and the lights of the units."""

    as_of: AsOf
    duties: Duties
    phases: tuple[PhaseStatus, ...]
    own: tuple[TaskStatus, ...]
    units: tuple[UnitLight, ...]

    @property
    def tasks(self) -> tuple[TaskStatus, ...]:
        """All tasks: the plan's, then the units' own."""
        return (*(task for phase in self.phases for task in phase.tasks), *self.own)

    def light_of(self, unit: Unit) -> UnitLight | None:
        """Find the light of a unit."""
        return next((one for one in self.units if one.unit.id == unit.id), None)


def status_of(appraisal: Appraisal, diagnostics: Iterable[Diagnostic] = ()) -> Status:
    """Say where a pilot stands; `diagnostics` are its findings as they are shown."""
    duties = Duties(appraisal)
    repository = appraisal.repository
    phases = tuple(_of_phase(duties, phase) for phase in repository.phases)
    own = tuple(_own(duties))
    units = lights_of(duties, tuple(diagnostics))
    return Status(repository.as_of, duties, phases, own, units)


def _of_phase(duties: Duties, phase: Phase) -> PhaseStatus:
    tasks = tuple(_of_task(duties, phase, task) for task in phase.tasks)
    span = duties.span_of_phase(phase)
    state = state_of(together([one.progress for one in tasks]), span, duties.repository.day)
    return PhaseStatus(phase, tasks, span, _worst(state, tasks))


def _worst(state: State, tasks: tuple[TaskStatus, ...]) -> State:
    """A phase that has ended with something missing is late, unless nothing of it really is."""
    states = {one.state for one in tasks}
    if state is State.LAPSED and State.LATE in states:
        return State.LATE
    if state is State.LATE and State.LATE not in states:
        return next((one for one in (State.LAPSED, State.UNPROVED) if one in states), state)
    if state in FINISHED and State.DONE_LATE in states:
        return State.DONE_LATE
    return state


def _of_task(duties: Duties, phase: Phase, task: Task) -> TaskStatus:
    leaders = duties.leaders_of(task)
    unit = leaders[0] if len(leaders) == 1 else None
    return _task_status(duties, task, phase, unit, leads(duties.repository, task))


def _own(duties: Duties) -> Iterator[TaskStatus]:
    repository = duties.repository
    for task in sorted(repository.tasks, key=lambda one: (one.due, one.id)):
        unit = repository.unit(task.unit)
        name = unit.name if unit else task.unit
        lead = Sentence(name, name)
        yield _task_status(duties, task, None, unit.id if unit else task.unit, lead)


def _task_status(
    duties: Duties, task: Task | UnitTask, phase: Phase | None, unit: str | None, lead: Sentence
) -> TaskStatus:
    mine = tuple(duties.of_task(task))
    span = duties.span_of(task, phase)
    progress = together([*(one.progress for one in mine), *duties.owed_by_nobody(task)])
    state = state_of(progress, span, duties.repository.day)
    return TaskStatus(task, phase, unit, lead, mine, span, progress, state)
