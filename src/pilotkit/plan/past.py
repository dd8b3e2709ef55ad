"""Since when a proof holds: proofs seen from earlier days, each day's records read once."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.check.runner import EVERY, run
from pilotkit.measure.basis import Basis
from pilotkit.measure.runner import Measurements
from pilotkit.model.day import AsOf, DaySource
from pilotkit.model.proof import Proof
from pilotkit.model.repository import Repository
from pilotkit.model.score import ProofResult
from pilotkit.plan.moments import Moments
from pilotkit.score.cleanness import rules_of
from pilotkit.score.prover import Prover

_RULES = {rule.name: rule for rule in EVERY}
_Codes = tuple[str, ...]
_Holds = Callable[[date], bool]


@dataclass(frozen=True)
class Past:
    """The same files seen from the days before. Proofs may expire: no day follows from another.

    What speaks against a record today speaks against it on every day; only the rules that a
    `clean` proof names are run again.
    """

    appraisal: Appraisal
    _provers: dict[tuple[date, _Codes], Prover] = field(default_factory=dict)

    @property
    def day(self) -> date:
        """The day that the repository is seen from."""
        return self.appraisal.repository.day

    @cached_property
    def moments(self) -> Moments:
        """The days on which something happened."""
        return Moments(self.appraisal.repository)

    def first_day(
        self, proof: Proof, result: ProofResult, due: date, unit: str | None = None
    ) -> date | None:
        """Return the first day on which a proof holds in full; None where it never did.

        A rate is full as soon as there is one thing and it is there; so it must hold on the day
        that it is due, else on a later one. Of records one day is enough.
        """
        if result.share < 1 and not all(node.built for node in result.nodes()):
            return None
        if is_rate(proof):
            return self._first_of_rate(self._seen(proof, unit), due)
        days = self.moments.every if _has_window(proof) else self.moments.behind(result)
        if any(node.entity for node in _nodes(proof)):
            return _first(self._seen(proof, unit), days)
        return _first(self._seen_alone(proof, result, unit), days)

    def _first_of_rate(self, holds: _Holds, due: date) -> date | None:
        reference = min(due, self.day)
        if holds(reference):
            return self._refined(holds, self.moments.first, reference)
        return self._refined(holds, reference, self.day) if reference < self.day else None

    def _refined(self, holds: _Holds, after: date, until: date) -> date | None:
        """Look at the ends of months, then at the days of the first month at whose end it holds."""
        before = after
        for end in (*(day for day in self.moments.month_ends if after <= day < until), until):
            if holds(end):
                inside = [day for day in self.moments.every if before <= day <= end]
                return _first(holds, (*inside, end))
            before = end
        return None

    def _seen(self, proof: Proof, unit: str | None) -> _Holds:
        """See everything from a day."""
        codes = self._codes(proof)
        return lambda day: self._prover(day, codes).prove(proof, unit).share == 1

    def _seen_alone(self, proof: Proof, result: ProofResult, unit: str | None) -> _Holds:
        """See only the evidence that a proof finds: no other can make a difference to it."""
        found = {one.id for node in result.nodes() for one in (*node.supports, *node.rejected)}
        everything = self.appraisal.repository
        if not _has_window(proof):
            kept = tuple(one for one in everything.evidence if one.id in found)
            everything = replace(everything, evidence=kept)

        def holds(day: date) -> bool:
            basis = Basis(_from(everything, day), self.appraisal.basis.diagnostics)
            return Prover(basis, Measurements(basis)).prove(proof, unit).share == 1

        return holds

    def _codes(self, proof: Proof) -> _Codes:
        cleans = [node.clean for node in _nodes(proof) if node.clean]
        found = {code for one in cleans for code in rules_of(one, self.appraisal.repository)[0]}
        return tuple(sorted(found))

    def _prover(self, day: date, codes: _Codes) -> Prover:
        if day == self.day:
            return self.appraisal.prover
        if (day, codes) not in self._provers:
            basis = self._basis(day, codes)
            self._provers[day, codes] = Prover(basis, Measurements(basis))
        return self._provers[day, codes]

    def _basis(self, day: date, codes: _Codes) -> Basis:
        seen = _from(self.appraisal.repository, day)
        known = self.appraisal.basis.diagnostics
        if not codes:
            return Basis(seen, known)
        others = [one for one in known if one.name not in codes]
        again = [found for code in codes for found in run(_RULES[code], seen)]
        return Basis(seen, (*others, *again))


def _from(repository: Repository, day: date) -> Repository:
    return replace(repository, as_of=AsOf(day, DaySource.OPTION))


def _first(holds: _Holds, days: Iterable[date]) -> date | None:
    return next((day for day in days if holds(day)), None)


def _nodes(proof: Proof) -> Iterator[Proof]:
    return (node for _, node in proof.nodes())


def is_rate(proof: Proof) -> bool:
    """Say whether a proof measures something that grows and shrinks, not just records."""
    return any(
        node.measure
        or node.clean
        or node.judgement
        or ((asked := node.evidence or node.entity) and asked.covers not in {None, "成员单位"})
        for node in _nodes(proof)
    )


def _has_window(proof: Proof) -> bool:
    return any((asked := node.evidence or node.entity) and asked.within for node in _nodes(proof))
