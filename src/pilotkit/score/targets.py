"""What a pilot is held against: the targets of its plan, and the mark that passes."""

from fractions import Fraction

from pilotkit.model.measurement import Measurement
from pilotkit.model.pilot import PassMark, Pilot, Target
from pilotkit.model.scoring import Scoring


def is_met(target: Target, measured: Measurement) -> bool:
    """Say whether a target is reached; it takes the lower rate, and nothing to count is not met."""
    rate = measured.lower_rate
    return rate is not None and rate >= Fraction(target.at_least or 0)


def pass_mark_of(pilot: Pilot | None, table: Scoring) -> PassMark | None:
    """Return the points that pass: as the pilot says, else as the table does."""
    return (pilot.pass_mark if pilot else None) or table.pass_mark
