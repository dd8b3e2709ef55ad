"""What is owed, by whom, by when: every output of the plan, and since when it is there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.appraise.outputs import Produced
from pilotkit.appraise.phases import last_day
from pilotkit.model.location import Location
from pilotkit.model.plan import Output, Phase, Task, UnitTask
from pilotkit.model.repository import Repository
from pilotkit.model.score import ProofResult
from pilotkit.model.unit import Unit
from pilotkit.plan.past import Past, is_rate
from pilotkit.plan.state import Progress, Span, State, state_of


@dataclass(frozen=True)
class Duty:
    """An output, once for every unit that owes it by itself (`each`), else once for its leaders.

    `owners` are the ids of the units that owe it.
    """

    produced: Produced
    result: ProofResult
    owners: tuple[str, ...]
    of: str | None
    span: Span
    progress: Progress
    state: State

    @property
    def task(self) -> Task | UnitTask:
        """The task that puts it out."""
        return self.produced.task

    @property
    def output(self) -> Output:
        """What is to be put out."""
        return self.produced.output

    @property
    def due(self) -> date:
        """The last day for it."""
        return self.span.due

    @property
    def place(self) -> Location:
        """Where the plan asks for it."""
        return self.produced.place


@dataclass(frozen=True)
class Duties:
    """All that is owed in a pilot, as of its day."""

    appraisal: Appraisal

    @property
    def repository(self) -> Repository:
        """The records."""
        return self.appraisal.repository

    @cached_property
    def past(self) -> Past:
        """The days before."""
        return Past(self.appraisal)

    @cached_property
    def every(self) -> tuple[Duty, ...]:
        """The outputs of the plan in its order, then those of the units' own tasks."""
        produced = (*self.appraisal.outputs, *self.appraisal.unit_outputs)
        return tuple(duty for one in produced for duty in self._of(one))

    @cached_property
    def _by_task(self) -> dict[int, list[Duty]]:
        found: dict[int, list[Duty]] = {}
        for duty in self.every:
            found.setdefault(id(duty.task), []).append(duty)
        return found

    def of_task(self, task: Task | UnitTask) -> list[Duty]:
        """Return what a task puts out."""
        return self._by_task.get(id(task), [])

    def owed_by_nobody(self, task: Task | UnitTask) -> list[Progress]:
        """Return a progress for every output that units owe while there are no such units."""
        produced = (*self.appraisal.outputs, *self.appraisal.unit_outputs)
        empty = [one for one in produced if one.task is task and not one.results]
        return [Progress(is_full=False, is_begun=False, full_since=None) for _ in empty]

    def of_unit(self, unit: Unit) -> list[Duty]:
        """Return what a unit owes: as a leader of a task, by itself, or by its own breakdown."""
        return [duty for duty in self.every if unit.id in duty.owners]

    def span_of_phase(self, phase: Phase) -> Span:
        """Return the days of a phase."""
        issued = self.repository.plan_issued
        return Span(phase.from_.first_day, last_day(self.repository, phase), issued)

    def span_of(self, task: Task | UnitTask, phase: Phase | None) -> Span:
        """Return the days of a task: those of its phase, or up to its own date."""
        if phase:
            return self.span_of_phase(phase)
        issued = self.repository.plan_issued
        if not isinstance(task, UnitTask):
            return Span(self.past.moments.first, self.repository.day, issued)
        parent = self.repository.tasks_by_id.get(task.parent)
        begins = parent[0].from_.first_day if parent else self.past.moments.first
        return Span(begins, task.due, issued)

    def leaders_of(self, task: Task) -> tuple[str, ...]:
        """Return the units that lead a task of the plan."""
        return tuple(unit.id for unit in self.repository.units_in_roles(task.who.lead))

    def _of(self, produced: Produced) -> Iterator[Duty]:
        task = produced.task
        if isinstance(task, UnitTask):
            leaders: tuple[str, ...] = (self.repository.unit_id(task.unit),)
            unit: str | None = leaders[0]
        else:
            leaders, unit = self.leaders_of(task), None
        for of, result in produced.results:
            owners = (of,) if of else leaders
            yield self._duty(produced, result, owners, of or unit)

    def _duty(
        self, produced: Produced, result: ProofResult, owners: tuple[str, ...], of: str | None
    ) -> Duty:
        span = self.span_of(produced.task, produced.phase)
        since = self.past.first_day(produced.output.proof, result, span.due, of)
        progress = Progress(
            is_full=result.share == 1,
            # A rate may stand above nothing before anybody has begun.
            is_begun=result.share > 0 and not is_rate(produced.output.proof),
            full_since=since,
            awaits_a_rule=any(not node.built for node in result.nodes()),
        )
        state = state_of(progress, span, self.repository.day)
        return Duty(produced, result, owners, of, span, progress, state)
