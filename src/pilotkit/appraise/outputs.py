"""What tasks put out, and how far it is there."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from pilotkit.model.location import Location
from pilotkit.model.plan import Output, Phase, Task, UnitTask
from pilotkit.model.repository import Repository
from pilotkit.model.score import ProofResult
from pilotkit.score.prover import Prover

Results = tuple[tuple[str | None, ProofResult], ...]


@dataclass(frozen=True)
class Produced:
    """An output of a task and what its proof came to: once, or for every unit that owes it."""

    task: Task | UnitTask
    output: Output
    results: Results
    phase: Phase | None = None
    at: int = 0
    index: int = 0

    @property
    def place(self) -> Location:
        """Where its name is written."""
        if isinstance(self.task, UnitTask):
            return self.task.at("outputs", self.index, "name")
        phase = self.phase
        route = ("tasks", self.at, "outputs", self.index, "name")
        return phase.at(*route) if phase else Location("data/phases.yaml")

    @property
    def share(self) -> Fraction:
        """How far it is there: with units the mean; of no units nothing."""
        shares = [result.share for _, result in self.results]
        return sum(shares, Fraction(0)) / len(shares) if shares else Fraction(0)

    @property
    def lacking(self) -> tuple[str, ...]:
        """The units that have not put it out in full."""
        return tuple(unit for unit, result in self.results if unit and result.share < 1)

    @property
    def waits_for_a_rule(self) -> bool:
        """Whether its proof names what the tool does not have yet: nobody's fault but ours."""
        return any(not node.built for _, result in self.results for node in result.nodes())


def of_plan(repository: Repository, prover: Prover) -> Iterator[Produced]:
    """Prove the outputs of the plan's tasks."""
    for phase in repository.phases:
        for at, task in enumerate(phase.tasks):
            for index, output in enumerate(task.outputs):
                results = _results(repository, prover, output, None)
                yield Produced(task, output, results, phase, at, index)


def of_units(repository: Repository, prover: Prover) -> Iterator[Produced]:
    """Prove the outputs of units' own tasks over the unit's own records."""
    for task in repository.tasks:
        unit = repository.unit_id(task.unit)
        for index, output in enumerate(task.outputs):
            yield Produced(task, output, _results(repository, prover, output, unit), index=index)


def _results(repository: Repository, prover: Prover, output: Output, unit: str | None) -> Results:
    if not output.each:
        return ((None, prover.prove(output.proof, unit)),)
    units = repository.units_in_roles(output.each)
    return tuple((one.id, prover.prove(output.proof, one.id)) for one in units)
