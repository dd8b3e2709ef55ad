"""The days on which something happened, as the records say it: the only days a proof can turn."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pydantic import BaseModel

from pilotkit.model.entity import Entity
from pilotkit.model.repository import Repository
from pilotkit.model.score import ProofResult
from pilotkit.model.values import Month


def days_of(value: object) -> Iterator[date]:
    """Yield every day that a record names, at any depth."""
    if isinstance(value, date):
        yield value
    elif isinstance(value, BaseModel):
        for inner in value.__dict__.values():
            yield from days_of(inner)
    elif isinstance(value, tuple) and not isinstance(value, Month):
        for inner in value:
            yield from days_of(inner)


@dataclass(frozen=True)
class Moments:
    """The days of one repository, from the pilot's first day to the day it is seen from."""

    repository: Repository

    @cached_property
    def first(self) -> date:
        """The first day that can matter: the pilot's own, else that of the earliest evidence."""
        if pilot := self.repository.pilot:
            return min(pilot.period.since, self.repository.day)
        dates = (one.date for one in self.repository.evidence)
        return min(min(dates, default=self.repository.day), self.repository.day)

    @cached_property
    def _records(self) -> tuple[Entity, ...]:
        have = self.repository
        return (
            *have.evidence,
            *have.all_standards,
            *have.items,
            *have.posts,
            *have.staff,
            *have.laws,
            *have.documents,
            *have.assessments,
        )

    @cached_property
    def _by_path(self) -> dict[str, Entity]:
        return {one.path: one for one in reversed(self._records)}

    @cached_property
    def every(self) -> tuple[date, ...]:
        """All days of all records, in order."""
        return self._within(day for one in self._records for day in days_of(one))

    @cached_property
    def of_units(self) -> frozenset[date]:
        """The days on which units come and go."""
        return frozenset(day for unit in self.repository.units for day in days_of(unit))

    @cached_property
    def month_ends(self) -> tuple[date, ...]:
        """The last day of every month, and the day itself."""
        first, last = self.first, self.repository.day
        months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
        ends = [Month(one // 12, one % 12 + 1).last_day for one in months]
        return (*(end for end in ends if end < last), last)

    def behind(self, result: ProofResult) -> tuple[date, ...]:
        """Return the days of the records that a proof found, those that do not count too."""
        found = (one for node in result.nodes() for one in (*node.supports, *node.rejected))
        paths = dict.fromkeys(support.place.path for support in found)
        records = [self._by_path[path] for path in paths if path in self._by_path]
        days = {day for record in records for day in days_of(record)}
        return self._within(days | self.of_units)

    def _within(self, days: Iterable[date]) -> tuple[date, ...]:
        """Put days in order, with the first of all; an earlier one counts from then on."""
        last = self.repository.day
        return tuple(sorted({self.first, *(day for day in days if self.first < day <= last)}))
