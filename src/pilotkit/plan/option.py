"""What can be done for a criterion, and what it gains.

A gain is computed by scoring again: the proof is weighed with its leaves met, and the whole C is
awarded anew, with its groups. It is never added up from weights.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from pilotkit.measure.measures import BY_NAME
from pilotkit.model.score import CriterionScore, ProofResult, Score
from pilotkit.model.scoring import Criterion
from pilotkit.plan.need import Standing
from pilotkit.plan.way import Ground, Way, weighed
from pilotkit.score.award import award

# Into how many steps a criterion is cut at most, however fine the table awards.
_MOST_STEPS = 100
_NOW = frozenset({Standing.READY})
_ONCE_THERE = frozenset({Standing.READY, Standing.WAITING})


@dataclass(frozen=True)
class Option:
    """A way for a criterion, the points that it gains, and whether they are sure."""

    of: CriterionScore
    way: Way
    gain: Decimal
    certain: bool

    @property
    def days(self) -> Fraction:
        """The work, in days."""
        return self.way.days

    @property
    def rank(self) -> tuple[bool, Fraction, str, Fraction]:
        """By gain per day, the highest first; what costs nothing stands before all."""
        per_day = Fraction(self.gain) / self.days if self.days else Fraction(self.gain)
        return self.days > 0, -per_day, self.of.id, self.days


def options_now(score: Score, one: CriterionScore) -> tuple[Option, ...]:
    """Return what can be done now for a criterion, by work; each gains more than the last."""
    ground = Ground(one.result, efforts_of(score, one.criterion), _NOW)
    top = ground.top
    shares = [share for share in _shares(one.criterion, score.table.step) if share <= top]
    ways = [ground.cheapest(share) for share in shares if share > one.result.share]
    different = {way.key: way for way in ways if way}
    every = [_option(score, one, way) for way in different.values()]
    found: list[Option] = []
    for option in sorted(every, key=lambda each: (each.days, -each.gain)):
        if option.gain > (found[-1].gain if found else 0):
            found.append(option)
    return tuple(found)


def option_later(score: Score, one: CriterionScore) -> Option | None:
    """Return what can be done once there is something to count; None where nothing gains."""
    ground = Ground(one.result, efforts_of(score, one.criterion), _ONCE_THERE)
    way = ground.cheapest(ground.top)
    option = _option(score, one, way) if way else None
    return option if option and option.gain > 0 else None


def best_of(options: tuple[Option, ...]) -> tuple[Option, ...]:
    """Choose what is worth showing: all that can be reached, and a part that pays better."""
    if not options:
        return ()
    most = options[-1]
    part = min(options, key=lambda option: option.rank)
    return (most,) if part.rank[:2] == most.rank[:2] else (part, most)


def efforts_of(score: Score, criterion: Criterion) -> Mapping[str, Decimal]:
    """Return what one more of each leaf costs: as the criterion says, else as the table does."""
    return {**score.table.effort, **criterion.effort}


def _option(score: Score, one: CriterionScore, way: Way) -> Option:
    shares = {move.at: move.need.share_with(move.more) for move in way.moves}
    before = score.of_indicator(one.indicator.id)
    results: dict[str, ProofResult] = {each.id: each.result for each in before}
    results[one.id] = weighed(one.result, shares)
    after = award(one.indicator, results, {}, score.table.step)
    certain = way.certain and not _grows(one.result, way)
    return Option(one, way, _sum(after) - _sum(before), certain)


def _grows(result: ProofResult, way: Way) -> bool:
    """Say whether doing the work brings in subjects that another leaf counts."""
    growing = [move.need.leaf for move in way.moves if _is_growing(move.need.leaf)]
    return any(
        _counts_subjects(node) and any(node is not leaf for leaf in growing)
        for node in result.nodes()
    )


def _is_growing(node: ProofResult) -> bool:
    measure = BY_NAME.get(node.proof.measure.name) if node.proof.measure else None
    return measure is not None and measure.grows


def _counts_subjects(node: ProofResult) -> bool:
    proof = node.proof
    selection = proof.evidence or proof.entity
    return (
        proof.measure is not None
        or (proof.clean is not None and proof.clean.over == "standards")
        or (selection is not None and selection.covers == "自编标准")
    )


def _sum(criteria: Iterable[CriterionScore]) -> Decimal:
    return sum((one.supported for one in criteria), Decimal(0))


def _shares(criterion: Criterion, step: Decimal) -> Iterator[Fraction]:
    """Yield the shares from which a criterion gives more points, the full one last."""
    points = criterion.points
    if criterion.award == "proportional" and points > 0:
        stride = max(step, points / _MOST_STEPS)
        for times in range(1, int(points / stride) + 1):
            if (share := Fraction(times * stride) / Fraction(points)) < 1:
                yield share
    yield Fraction(1)
