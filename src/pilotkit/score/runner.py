"""Everything → the filled table."""

from decimal import Decimal

from pilotkit.measure.basis import Basis
from pilotkit.measure.runner import Measurements
from pilotkit.model.assessment import Assessment
from pilotkit.model.repository import Repository
from pilotkit.model.score import CriterionScore, IndicatorScore, Score
from pilotkit.model.scoring import Indicator
from pilotkit.score.award import award
from pilotkit.score.changes import changes_of
from pilotkit.score.prover import Prover


def score_of(basis: Basis, measurements: Measurements | None = None) -> Score:
    """Fill the table from what a repository supports, as of its day."""
    repository = basis.repository
    measurements = measurements or Measurements(basis)
    prover = Prover(basis, measurements)
    claims = claims_of(repository)
    table = repository.table
    criteria: list[CriterionScore] = []
    for indicator in table.every_indicator():
        if indicator.criteria:
            results = {one.id: prover.prove(one.proof) for one in indicator.criteria}
            criteria += award(indicator, results, claims, table.step)
    indicators = tuple(_sum(indicator, criteria) for indicator in table.every_indicator())
    top = {indicator.id for indicator in table.indicators}
    roots = [one for one in indicators if one.id in top]
    return Score(
        as_of=repository.as_of,
        table=table,
        supported=sum((one.supported for one in roots), Decimal(0)),
        claimed=_claimed([one.claimed for one in roots]),
        unassessed=sum((one.unassessed for one in roots), Decimal(0)),
        indicators=indicators,
        criteria=tuple(criteria),
        measurements=measurements.every(),
        changes=changes_of(repository),
        later=sum(record.date > repository.day for record in repository.evidence),
    )


def latest_claim(repository: Repository) -> Assessment | None:
    """Return the latest 自评 of the whole pilot by the day."""
    claims = [
        one
        for one in repository.assessments
        if one.body == "自评" and one.unit is None and one.date <= repository.day
    ]
    return max(claims, key=lambda one: (one.date, one.id), default=None)


def claims_of(repository: Repository) -> dict[str, Decimal]:
    """Return what the pilot claims for itself, by criterion."""
    latest = latest_claim(repository)
    return {claim.criterion: claim.points for claim in latest.points} if latest else {}


def _sum(indicator: Indicator, criteria: list[CriterionScore]) -> IndicatorScore:
    below = {one.id for one in indicator.every()}
    mine = [one for one in criteria if one.indicator.id in below]
    return IndicatorScore(
        indicator,
        supported=sum((one.supported for one in mine), Decimal(0)),
        claimed=_claimed(_best_claims(mine)),
        unassessed=sum((one.unassessed for one in mine), Decimal(0)),
    )


def _best_claims(criteria: list[CriterionScore]) -> list[Decimal | None]:
    """Of the alternatives of a group only the largest claim is one."""
    best: dict[str, Decimal | None] = {}
    for one in criteria:
        key = one.criterion.group or one.id
        before = best.get(key)
        best[key] = one.claimed if before is None else max(before, one.claimed or Decimal(0))
    return list(best.values())


def _claimed(claims: list[Decimal | None]) -> Decimal | None:
    """Add what is claimed; None where nothing is."""
    given = [claim for claim in claims if claim is not None]
    return sum(given, Decimal(0)) if given else None
