"""The measures of what came of it: satisfaction, complaints, efficiency, cost."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from oracle.fractions_of import Counted, counted
from oracle.world import World, back
from pilotkit.model.evidence.complaints import Complaints
from pilotkit.model.evidence.efficiency import Efficiency
from pilotkit.model.evidence.satisfaction import Survey

FIGURES = ("steps", "materials", "days", "visits", "cost")


def positive(survey: Survey) -> int:
    counts = survey.counts
    return counts.very_satisfied + counts.satisfied + counts.basically


def valid(survey: Survey) -> int:
    return positive(survey) + survey.counts.dissatisfied + survey.counts.very_dissatisfied


def satisfaction(world: World) -> Counted:
    pilot = world.repository.pilot
    used = {survey.method for survey in world.of(Survey)}
    method = pilot.satisfaction_method if pilot else None
    if method is None:
        method = next((one for one in ("第三方", "好差评", "自测") if one in used), None)
    after = back(world.day, pilot.windows.survey if pilot else 12)
    asked = [
        one for one in world.of(Survey) if one.method == method and after < one.time <= world.day
    ]
    return Counted(sum(map(positive, asked)), sum(map(valid, asked)))


def survey_followup(world: World) -> Counted:
    return counted(
        bool(one.analysis) and (valid(one) == positive(one) or bool(one.measures))
        for one in world.of(Survey)
    )


def satisfaction_trend(world: World) -> Counted:
    pilot = world.repository.pilot
    targets = [one for one in (pilot.targets if pilot else ()) if one.measure == "satisfaction"]
    target = Fraction(max((one.at_least or Decimal(0) for one in targets), default=Decimal(1)))
    answers = []
    for method in ("自测", "第三方", "好差评"):
        asked = [one for one in world.of(Survey) if one.method == method and valid(one)]
        asked.sort(key=lambda one: (one.time, one.id))
        rates = [Fraction(positive(one), valid(one)) for one in asked]
        answers += [new >= min(old, target) for old, new in pairwise(rates)]
    return counted(answers)


def complaints_handled(world: World) -> Counted:
    return counted(one.resolved_in_time == one.received for one in world.of(Complaints))


def complaints_trend(world: World) -> Counted:
    answers = []
    for unit in sorted({world.unit_id(one.unit) for one in world.of(Complaints)}):
        ledgers = [one for one in world.of(Complaints) if world.unit_id(one.unit) == unit]
        ledgers.sort(key=lambda one: (one.time, one.id))
        answers += [new.received <= old.received for old, new in pairwise(ledgers)]
    return counted(answers)


def efficiency_gain(world: World) -> Counted:
    return _gain(world, ("steps", "materials", "days", "visits"))


def cost_gain(world: World) -> Counted:
    return _gain(world, ("cost",))


def _gain(world: World, figures: tuple[str, ...]) -> Counted:
    latest: dict[str, Efficiency] = {}
    for record in sorted(world.of(Efficiency), key=lambda one: (one.time, one.id)):
        if any(_saved(record, figure) is not None for figure in figures):
            latest |= dict.fromkeys(record.items, record)
    return counted(
        any((_saved(record, figure) or 0) > 0 for figure in figures)
        and all((_saved(record, figure) or 0) >= 0 for figure in FIGURES)
        for record in latest.values()
    )


def _saved(record: Efficiency, figure: str) -> Decimal | None:
    before, after = getattr(record.before, figure), getattr(record.after, figure)
    return None if before is None or after is None else Decimal(before) - Decimal(after)
