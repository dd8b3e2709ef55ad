"""The day that everything is seen from, and where it comes from."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from pilotkit.model.sentence import Sentence


class DaySource(StrEnum):
    """Where the day comes from; every output names it."""

    OPTION = "--as-of"
    PILOT = "pilot.yaml"
    COMMIT = "commit"
    TODAY = "today"


_SAID = {
    DaySource.OPTION: Sentence("由 --as-of 指定", "from --as-of"),
    DaySource.PILOT: Sentence("由 data/pilot.yaml 指定", "from data/pilot.yaml"),
    DaySource.COMMIT: Sentence("该版本的提交日期", "the date of the commit"),
    DaySource.TODAY: Sentence("今天，最晚到试点结束", "today, at most the pilot's end"),
}


class AsOf(NamedTuple):
    """A day and its source."""

    day: date
    source: DaySource

    @property
    def said(self) -> Sentence:
        """Say where the day comes from."""
        return _SAID[self.source]


def is_in_force(day: date, effective: date | None, withdrawn: date | None) -> bool:
    """Say whether what has these days is in force on a day; without days it is taken to be."""
    begun = not effective or effective <= day
    return begun and not (withdrawn and withdrawn <= day)


def months_before(day: date, months: int) -> date:
    """Go back whole months; the 31st of a short month is its last day."""
    count = day.year * 12 + day.month - 1 - months
    year, month = divmod(count, 12)
    for last in range(day.day, 27, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, day.day)
