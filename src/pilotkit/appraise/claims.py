"""The pilot's latest 自评 beside what the repository supports."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.model.assessment import Assessment
from pilotkit.model.location import Location
from pilotkit.model.score import CriterionScore
from pilotkit.score.runner import latest_claim


class Compared(NamedTuple):
    """A claim, where it is written, and the points that the repository supports for it."""

    location: Location
    line: CriterionScore
    claimed: Decimal
    supported: Decimal


def compared(appraisal: Appraisal) -> Iterator[Compared]:
    """Yield every claim of the latest 自评; of alternatives the largest, beside the one taken."""
    assessment = latest_claim(appraisal.repository)
    if assessment is None:
        return
    lines = {one.id: one for one in appraisal.score.criteria}
    for index, claim in enumerate(assessment.points):
        line = lines.get(claim.criterion)
        if line and _is_the_claim(assessment, index, group_of(appraisal, line)):
            supported = sum((one.supported for one in group_of(appraisal, line)), Decimal(0))
            place = assessment.at("points", index, "points")
            yield Compared(place, line, claim.points, supported)


def group_of(appraisal: Appraisal, line: CriterionScore) -> tuple[CriterionScore, ...]:
    """Return the alternatives of which a criterion is one, or the criterion alone."""
    group = line.criterion.group
    if group is None:
        return (line,)
    of_same = appraisal.score.of_indicator(line.indicator.id)
    return tuple(one for one in of_same if one.criterion.group == group)


def _is_the_claim(assessment: Assessment, index: int, group: tuple[CriterionScore, ...]) -> bool:
    """Say whether no other claim of the group is larger, or as large and before it."""
    ids = {one.id for one in group}
    mine = [(one.points, -at) for at, one in enumerate(assessment.points) if one.criterion in ids]
    return max(mine) == (assessment.points[index].points, -index)
