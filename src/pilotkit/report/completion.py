"""How far the tasks of the plan are: each output held against its proof."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.model.plan import Output
from pilotkit.model.score import ProofResult
from pilotkit.score.prover import Prover


@dataclass(frozen=True)
class OutputState:
    """An output and what its proof says: once, or once for every unit that owes it."""

    output: Output
    results: tuple[ProofResult, ...]

    @property
    def share(self) -> Fraction:
        """How far it is there; with `each` the mean over the units."""
        shares = [result.share for result in self.results]
        return sum(shares, Fraction(0)) / len(shares) if shares else Fraction(0)


def completion_of(appraisal: Appraisal) -> Mapping[str, tuple[OutputState, ...]]:
    """Hold every output of every task against its proof, by the id of the task."""
    prover = appraisal.prover
    return {
        task.id: tuple(_state(appraisal, prover, output) for output in task.outputs)
        for phase in appraisal.repository.phases
        for task in phase.tasks
    }


def _state(appraisal: Appraisal, prover: Prover, output: Output) -> OutputState:
    if not output.each:
        return OutputState(output, (prover.prove(output.proof),))
    units = appraisal.repository.units_in_roles(output.each)
    return OutputState(output, tuple(prover.prove(output.proof, unit.id) for unit in units))
