"""The plan of least work that reaches a score, then of fewest actions: exact.

A dynamic programme over the points still missing. Of a criterion, or of a group of which the table
takes one, at most one option is chosen; the points of different criteria add up.
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from pilotkit.plan.option import Option

# Points are counted to a hundredth at the finest; finer gains are cut, so that a plan holds.
_FINEST = Decimal("0.01")
Choice = tuple[Option, ...]


class Chosen(NamedTuple):
    """The options of a plan, in the order of their groups, and whether it is the least for sure."""

    options: tuple[Option, ...]
    exact: bool


class _Entry(NamedTuple):
    """An option in whole numbers: units of points, and work with one action as a crumb beside."""

    gain: int
    cost: int
    option: Option


def least_work(groups: Sequence[Choice], wanted: Decimal) -> Chosen:
    """Choose at most one option a group so that their gains reach what is wanted.

    Where that is out of reach, what is wanted is all that can be reached.
    """
    reach = sum((most_of(group) for group in groups), Decimal(0))
    wanted = max(Decimal(0), min(wanted, reach))
    unit = _unit([wanted, *(option.gain for group in groups for option in group)])
    exact = all(option.gain % unit == 0 for group in groups for option in group)
    entries = _entries(groups, unit)
    reachable = sum(max((one.gain for one in group), default=0) for group in entries)
    missing = min(-int(-wanted // unit), reachable)
    return Chosen(_choose(entries, missing), exact)


def most_of(group: Choice) -> Decimal:
    """Return the highest gain of a group."""
    return max((option.gain for option in group), default=Decimal(0))


def _unit(points: Sequence[Decimal]) -> Decimal:
    """Return the largest tenth or hundredth … in which all these points are whole."""
    finest = min(Decimal(1).scaleb(min(0, _exponent(each))) for each in points)
    return max(finest, _FINEST)


def _exponent(points: Decimal) -> int:
    exponent = points.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _entries(groups: Sequence[Choice], unit: Decimal) -> list[list[_Entry]]:
    """Write work in whole numbers so large that all actions together weigh less than any work."""
    days = [option.days for group in groups for option in group]
    scale = lcm(*(each.denominator for each in days)) * (len(groups) + 1)
    return [
        [_Entry(int(one.gain // unit), int(one.days * scale) + 1, one) for one in group]
        for group in groups
    ]


def _choose(groups: list[list[_Entry]], missing: int) -> tuple[Option, ...]:
    # least[n]: the least cost to gain n units with the groups seen so far; None: out of reach.
    least: list[int | None] = [0, *([None] * missing)]
    taken: list[list[_Entry | None]] = []
    for group in groups:
        before, least = least, list(least)
        by: list[_Entry | None] = [None] * (missing + 1)
        for entry in group:
            for units in range(1, missing + 1):
                rest = before[max(0, units - entry.gain)]
                now = least[units]
                if rest is not None and (now is None or rest + entry.cost < now):
                    least[units], by[units] = rest + entry.cost, entry
        taken.append(by)
    chosen: list[Option] = []
    for by in reversed(taken):
        if last := by[missing]:
            chosen.append(last.option)
            missing = max(0, missing - last.gain)
    return tuple(reversed(chosen))


def work_of(options: Sequence[Option]) -> Fraction:
    """Add up the work of options, in days."""
    return sum((option.days for option in options), Fraction(0))
