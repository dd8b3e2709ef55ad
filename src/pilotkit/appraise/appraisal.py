"""What the rules of this layer look at."""

from dataclasses import dataclass

from pilotkit.measure.basis import Basis
from pilotkit.measure.runner import Measurements
from pilotkit.model.repository import Repository
from pilotkit.model.score import Score
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

    @property
    def prover(self) -> Prover:
        """Evaluates proofs of tasks and targets."""
        return Prover(self.basis, self.measurements)
