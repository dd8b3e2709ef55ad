"""Phases in time: their last days, and what lies between two of them."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from pilotkit.model.plan import Phase
from pilotkit.model.repository import Repository
from pilotkit.model.values import Month


def last_day(repository: Repository, phase: Phase) -> date:
    """Return the last day of a phase, at most the pilot's end."""
    last = phase.to.last_day
    return min(last, repository.pilot.period.until) if repository.pilot else last


def count_of(month: Month) -> int:
    """Number the months, so that neighbours differ by one."""
    return month.year * 12 + month.month - 1


def month_of(count: int) -> Month:
    """Return the month of a number."""
    return Month(count // 12, count % 12 + 1)


def month_on(day: date) -> Month:
    """Return the month that a day lies in."""
    return Month(day.year, day.month)


def in_order(phase: Phase) -> bool:
    """Say whether a phase ends no earlier than it begins."""
    return phase.from_ <= phase.to


def neighbours(repository: Repository) -> Iterator[tuple[Phase, Phase]]:
    """Yield phases that follow each other in the plan, in time too: of others nobody can say."""
    for before, after in pairwise(repository.phases):
        if in_order(before) and in_order(after) and before.from_ <= after.from_:
            yield before, after


def span(first: Month, last: Month) -> str:
    """Write a stretch of months: 2021-11, or 2021-11 至 2022-01."""
    return str(first) if first == last else f"{first}—{last}"
