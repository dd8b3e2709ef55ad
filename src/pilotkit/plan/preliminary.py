"""The 初验: how the leading group found each department and street, before the acceptance."""

from typing import NamedTuple

from pilotkit.model.assessment import Assessment
from pilotkit.model.repository import Repository
from pilotkit.model.unit import Unit


class Standing(NamedTuple):
    """A member unit and the last thing that was said of it; None where nobody has come yet."""

    unit: Unit
    assessment: Assessment | None

    @property
    def passed(self) -> bool:
        """Whether it is 达标."""
        return bool(self.assessment and self.assessment.passed)

    @property
    def failed(self) -> bool:
        """Whether it was looked at and is not 达标."""
        return self.assessment is not None and not self.passed


def standings_of(repository: Repository) -> tuple[Standing, ...]:
    """Return the member units of the day with their last 初验, in the order of the file."""
    latest: dict[str, Assessment] = {}
    for one in sorted(repository.assessments, key=lambda one: (one.date, one.id)):
        if one.body == "初验" and one.unit and one.date <= repository.day:
            latest[repository.unit_id(one.unit)] = one
    members = (unit for unit in repository.living_units() if unit.is_member)
    return tuple(Standing(unit, latest.get(unit.id)) for unit in members)
