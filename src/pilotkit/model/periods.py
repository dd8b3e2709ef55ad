"""Calendar periods: 月, 季, 年."""

from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

from pilotkit.model.values import Month

Rhythm = Literal["月", "季", "年"]
_MONTHS: dict[Rhythm, int] = {"月": 1, "季": 3, "年": 12}


class CalendarPeriod(NamedTuple):
    """A month, a quarter or a year."""

    first: date
    last: date

    def __str__(self) -> str:
        return f"{self.first}–{self.last}"


def period_of(day: date, rhythm: Rhythm) -> CalendarPeriod:
    """Return the period that a day lies in."""
    months = _MONTHS[rhythm]
    month = (day.month - 1) // months * months + 1
    return CalendarPeriod(date(day.year, month, 1), Month(day.year, month + months - 1).last_day)


@lru_cache(maxsize=1024)
def ended_periods(since: date, until: date, rhythm: Rhythm) -> tuple[CalendarPeriod, ...]:
    """Return the periods that begin on or after `since` and have ended by `until`."""
    found: list[CalendarPeriod] = []
    period = period_of(since, rhythm)
    if period.first < since:
        period = period_of(period.last + timedelta(days=1), rhythm)
    while period.last <= until:
        found.append(period)
        period = period_of(period.last + timedelta(days=1), rhythm)
    return tuple(found)
