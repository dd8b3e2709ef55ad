"""The score over time: points on the line of what landed."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple


class By(StrEnum):
    """Which commits make points."""

    COMMIT = "commit"
    TAG = "tag"
    MONTH = "month"
    PHASE = "phase"


@dataclass(frozen=True)
class Moment:
    """A commit that landed: `author` and `subject` are as claimed by git.

    Of a merge, `onto` is the commit that the branch was merged onto. At the edge of a shallow clone
    all that is there may have come earlier, by somebody else.
    """

    id: str
    short: str
    date: date
    author: str
    subject: str
    tags: tuple[str, ...] = ()
    onto: str | None = None
    is_edge: bool = False


@dataclass(frozen=True)
class Figures:
    """What a revision comes to on a day, by today's table and windows; `then` by its own.

    `measures` are numerators and denominators by name, `counts` how many records there were.
    """

    as_of: date
    supported: Decimal
    maximum: Decimal
    claimed: Decimal | None
    then: Decimal
    measures: Mapping[str, tuple[int, int]]
    counts: Mapping[str, int]

    def rate(self, name: str) -> Fraction | None:
        """Return the rate of a measure; None where there was nothing to look at."""
        counted, total = self.measures[name]
        return Fraction(counted, total) if total else None


class Point(NamedTuple):
    """A moment and its figures."""

    moment: Moment
    figures: Figures


def chosen(moments: list[Moment], by: By, begun: Iterable[tuple[date, str]]) -> list[Moment]:
    """Choose the moments that make points, oldest first; the newest is always among them.

    `begun` are the first days of the phases, each with its id.
    """
    if by is By.COMMIT:
        return moments
    if by is By.TAG:
        picked = [one for one in moments if one.tags]
    elif by is By.MONTH:
        picked = _last_of(moments, lambda day: (day.year, day.month))
    else:
        days = list(begun)
        picked = _last_of(moments, lambda day: max((d for d in days if d[0] <= day), default=None))
    newest = moments[-1:]
    return picked if picked[-1:] == newest else [*picked, *newest]


def _last_of(moments: list[Moment], period: Callable[[date], object]) -> list[Moment]:
    return [
        one
        for one, after in zip(moments, [*moments[1:], None], strict=True)
        if after is None or period(one.date) != period(after.date)
    ]
