"""Share → points: full or in steps, alternatives of a group, what is lost and what is open."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from pilotkit.model.score import CriterionScore, ProofResult, Status
from pilotkit.model.scoring import Criterion, Indicator
from pilotkit.model.sentence import SEMICOLON, Sentence

_ZERO = Decimal(0)


def points_of(criterion: Criterion, share: Fraction, step: Decimal) -> Decimal:
    """Turn a share into points: all or nothing, or rounded down to the table's step."""
    if share >= 1:
        return criterion.points
    if criterion.award == "full":
        return _ZERO
    return int(share * Fraction(criterion.points) / Fraction(step)) * step


def award(
    indicator: Indicator,
    results: Mapping[str, ProofResult],
    claims: Mapping[str, Decimal],
    step: Decimal,
) -> list[CriterionScore]:
    """Fill the lines of one C; of a group the best alternative carries the points.

    What a group lost is charged to its largest alternative, so that all losses add up.
    """
    earned = {one.id: points_of(one, results[one.id].share, step) for one in indicator.criteria}
    best = {one.id: points_of(one, results[one.id].best_share, step) for one in indicator.criteria}
    taken = _taken(indicator.criteria, earned)
    filled = []
    for one in indicator.criteria:
        group = [other for other in indicator.criteria if other.group == one.group]
        if one.group is None:
            supported, lost = earned[one.id], one.points - earned[one.id]
            unassessed = best[one.id] - earned[one.id]
        else:
            winner = taken[one.group]
            largest = max(group, key=lambda other: other.points)
            supported = earned[one.id] if one.id == winner else _ZERO
            lost = one.points - earned[winner] if one is largest else _ZERO
            reached = max(best[other.id] for other in group)
            unassessed = reached - earned[winner] if one is largest else _ZERO
        filled.append(
            CriterionScore(
                criterion=one,
                indicator=indicator,
                result=results[one.id],
                supported=supported,
                lost=lost,
                unassessed=unassessed,
                claimed=claims.get(one.id),
                status=_status(one, supported, unassessed),
                taken=None if one.group is None else taken[one.group] == one.id,
                reasons=_reasons(one, results[one.id], taken, lost),
            )
        )
    return filled


def _taken(criteria: Iterable[Criterion], earned: Mapping[str, Decimal]) -> dict[str, str]:
    """Return for each group the alternative that carries the points; of equal ones the largest."""
    best: dict[str, Criterion] = {}
    for one in criteria:
        if one.group:
            before = best.get(one.group)
            rank = (earned[one.id], one.points)
            if before is None or rank > (earned[before.id], before.points):
                best[one.group] = one
    return {group: one.id for group, one in best.items()}


def _status(criterion: Criterion, supported: Decimal, unassessed: Decimal) -> Status:
    if supported == criterion.points:
        return Status.MET
    if supported == 0:
        return Status.UNASSESSED if unassessed else Status.UNMET
    return Status.PARTIAL


def _reasons(
    criterion: Criterion, result: ProofResult, taken: Mapping[str, str], lost: Decimal
) -> tuple[Sentence, ...]:
    if criterion.group and taken[criterion.group] != criterion.id:
        winner = taken[criterion.group]
        other = Sentence(f"择一，已取 {winner}", f"an alternative; {winner} is taken")
        return (other, *why(result)) if lost else (other,)
    return why(result) if result.share < 1 else ()


def why(result: ProofResult) -> tuple[Sentence, ...]:
    """Say what keeps a proof from a full share, leaf by leaf; of alternatives, that one will do."""
    if result.share >= 1:
        return ()
    if result.proof.any is not None:
        branches = [SEMICOLON.join(why(child)) for child in result.children]
        zh, en = Sentence("；或 ", "; or ").join(branches)
        return (Sentence(f"有一项即可：{zh}", f"any one of: {en}"),)
    if result.children:
        return tuple(reason for child in result.children for reason in why(child))
    lacking = SEMICOLON.join(result.missing)
    asks = result.asks
    return (Sentence(f"{asks.zh}：{lacking.zh}", f"{asks.en}: {lacking.en}"),)
