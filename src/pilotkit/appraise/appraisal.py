"""What the rules of this layer look at."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from pilotkit.appraise.outputs import Produced, of_plan, of_units
from pilotkit.measure.basis import Basis
from pilotkit.measure.runner import Measurements
from pilotkit.model.location import Location
from pilotkit.model.repository import Repository
from pilotkit.model.score import ProofResult, Score
from pilotkit.score.prover import Prover


@dataclass(frozen=True)
class Appraisal:
    """A repository with its score, and the means to prove more over the same basis."""

    basis: Basis
    measurements: Measurements
    score: Score

    @property
    def repository(self) -> Repository:
        """The repository that is appraised."""
        return self.basis.repository

    @cached_property
    def prover(self) -> Prover:
        """Evaluates proofs of tasks and targets."""
        return Prover(self.basis, self.measurements)

    @cached_property
    def outputs(self) -> tuple[Produced, ...]:
        """The outputs of the plan's tasks, each proved once."""
        return tuple(of_plan(self.repository, self.prover))

    @cached_property
    def unit_outputs(self) -> tuple[Produced, ...]:
        """The outputs of what units made of their tasks, each proved once."""
        return tuple(of_units(self.repository, self.prover))

    @cached_property
    def finished_tasks(self) -> frozenset[str]:
        """The tasks of the plan that have outputs, and all of them in full."""
        full: dict[str, bool] = {}
        for one in self.outputs:
            full[one.task.id] = full.get(one.task.id, True) and one.share == 1
        return frozenset(id_ for id_, done in full.items() if done)

    @cached_property
    def target_results(self) -> Mapping[int, ProofResult]:
        """What became of the proofs of targets, by the target's place in its list."""
        pilot = self.repository.pilot
        targets = enumerate(pilot.targets if pilot else ())
        return {at: self.prover.prove(one.proof) for at, one in targets if one.proof}

    @cached_property
    def every_result(self) -> tuple[ProofResult, ...]:
        """All proofs that were evaluated: of criteria, outputs and targets."""
        produced = (*self.outputs, *self.unit_outputs)
        return (
            *(one.result for one in self.score.criteria),
            *(result for one in produced for _, result in one.results),
            *self.target_results.values(),
        )

    def place_of(self, criterion: str) -> Location:
        """Place a criterion in the workspace's own table, else at the plan that should serve it."""
        table, phases = self.repository.scoring, self.repository.phases
        for route, one in table.placed_criteria() if table else ():
            if table and one.id == criterion:
                return table.at(*route, "id")
        return Location(phases[0].path if phases else "data/phases.yaml")
