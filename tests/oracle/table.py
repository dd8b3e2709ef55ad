"""Shares turned into points, groups and sums (design §5)."""

from collections import defaultdict
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from oracle.proofs import Prover
from oracle.world import World
from pilotkit.model.scoring import Criterion, Scoring


class Line(NamedTuple):
    """What a criterion carries, what it loses, how it stands, and what waits for a judgement."""

    supported: Decimal
    lost: Decimal
    status: str
    waiting: Decimal


def fill(world: World, built: frozenset[str]) -> dict[str, Line]:
    """Fill the whole table."""
    table = world.repository.table
    now, best = Prover(world, built), Prover(world, built, best=True)
    criteria = [criterion for _, criterion in table.criteria()]
    groups: dict[str, list[Criterion]] = defaultdict(list)
    for one in criteria:
        groups[one.group or one.id].append(one)
    lines: dict[str, Line] = {}
    for group in groups.values():
        points = {one.id: awarded(one, now.share(one.proof), table) for one in group}
        hoped = {one.id: awarded(one, best.share(one.proof), table) for one in group}
        taken = max(group, key=lambda one: points[one.id]).id
        largest = max(group, key=lambda one: one.points).id
        for one in group:
            supported = points[one.id] if one.id == taken else Decimal(0)
            lost = one.points - points[taken] if one.id == largest else Decimal(0)
            waiting = hoped[one.id] - points[one.id]
            lines[one.id] = Line(supported, lost, _status(one, supported, waiting), waiting)
    return lines


def sums(table: Scoring, lines: dict[str, Line]) -> dict[str, Decimal]:
    """Add up every A, B and C."""
    return {
        one.id: sum(
            (lines[c.id].supported for below in one.every() for c in below.criteria), Decimal(0)
        )
        for one in table.every_indicator()
    }


def awarded(criterion: Criterion, share: Fraction, table: Scoring) -> Decimal:
    """All or nothing, or the share of the points, rounded down to the table's step."""
    if share == 1:
        return criterion.points
    if criterion.award == "full":
        return Decimal(0)
    steps = share * Fraction(criterion.points) // Fraction(table.step)
    return min(steps * table.step, criterion.points - table.step)


def _status(criterion: Criterion, supported: Decimal, waiting: Decimal) -> str:
    if supported == criterion.points:
        return "met"
    if supported:
        return "partial"
    return "unassessed" if waiting else "unmet"
