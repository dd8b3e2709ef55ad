"""Targets of the plan against the measures."""

from fractions import Fraction

from pilotkit.model.measurement import Measurement
from pilotkit.model.pilot import Target


def is_met(target: Target, measured: Measurement) -> bool:
    """Say whether a target is reached; it takes the lower rate, and nothing to count is not met."""
    rate = measured.lower_rate
    return rate is not None and rate >= Fraction(target.at_least or 0)
