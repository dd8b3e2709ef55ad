"""Counting back in working days."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from math import ceil

from pilotkit.model.sentence import Sentence

_CALENDAR = "chinese_calendar"
_SATURDAY = 5
# Forty years of work: nobody starts before that, and no day has to be counted.
_MOST = 10_000


def start_by(target: date, work: Fraction, waiting: Fraction) -> date | None:
    """Return the day by which work has to begin: working days before the target, then all days.

    None where that is further back than anybody plans.
    """
    if work + waiting > _MOST:
        return None
    day, rest = target, ceil(work)
    while rest:
        day -= timedelta(days=1)
        rest -= is_workday(day)
    return day - timedelta(days=ceil(waiting))


def workdays_between(first: date, last: date) -> int:
    """Count the working days from one day to another, both included, as far as anybody plans."""
    span = min((last - first).days + 1, _MOST)
    return sum(is_workday(first + timedelta(days=passed)) for passed in range(span))


def is_workday(day: date) -> bool:
    """Say whether a day is worked on: by the official calendar where it is at hand."""
    official = _official()
    if official:
        try:
            return official(day)
        except NotImplementedError:  # a year for which no calendar was published yet
            pass
    return day.weekday() < _SATURDAY


def calendar_said() -> Sentence:
    """Say which days count as working days."""
    if _official():
        return Sentence("工作日按国务院放假安排计", "working days by the official calendar")
    return Sentence("工作日按周一至周五计，未扣节假日", "working days are Monday to Friday")


@cache
def _official() -> Callable[[date], bool] | None:
    if find_spec(_CALENDAR) is None:
        return None
    found: Callable[[date], bool] = import_module(_CALENDAR).is_workday
    return found
