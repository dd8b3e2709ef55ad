"""How often satisfaction did not get worse from one period to the next (C22-2)."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from pilotkit.measure.basis import Basis
from pilotkit.measure.measure import Measure
from pilotkit.model.evidence.satisfaction import Survey
from pilotkit.model.measurement import Subject, cut_percent
from pilotkit.model.sentence import Sentence


def subjects(basis: Basis) -> Iterator[Subject]:
    """Yield every comparison of neighbouring periods of one method."""
    by_method: dict[str, list[Survey]] = {}
    for survey in basis.of(Survey):
        if survey.counts.valid:
            by_method.setdefault(survey.method, []).append(survey)
    target = _target(basis)
    for method in sorted(by_method):
        surveys = sorted(by_method[method], key=lambda one: (one.time, one.id))
        for before, after in pairwise(surveys):
            reason = _worse(_rate(before), _rate(after), target)
            yield Subject(f"{before.id}→{after.id}", after.placed("counts"), reason)


def _rate(survey: Survey) -> Fraction:
    return Fraction(survey.counts.positive, survey.counts.valid)


def _target(basis: Basis) -> Fraction:
    pilot = basis.repository.pilot
    targets = pilot.targets if pilot else ()
    wanted = [one.at_least for one in targets if one.measure == "satisfaction" and one.at_least]
    return Fraction(max(wanted, default=Decimal(1)))


def _worse(before: Fraction, after: Fraction, target: Fraction) -> Sentence | None:
    if after >= before or (before >= target and after >= target):
        return None
    said = f"{cut_percent(before)} → {cut_percent(after)}"
    return Sentence(f"下降：{said}", f"worse: {said}")


MEASURE = Measure(
    "satisfaction_trend",
    Sentence("满意度持续提升率", "trend of satisfaction"),
    Sentence(
        "没有变差（或前后都达到目标）的相邻两期 ÷ 同一方法相邻两期的比较",
        "comparisons that are not worse (or at target both times) ÷ comparisons of neighbouring "
        "periods of one method",
    ),
    subjects,
    final=True,
)
