"""The score over time: points on the line of what landed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from pilotkit.model.plan import Phase
from pilotkit.model.repository import Repository
from pilotkit.model.score import CriterionScore, Score


class By(StrEnum):
    """Which commits make points."""

    COMMIT = "commit"
    TAG = "tag"
    MONTH = "month"
    PHASE = "phase"


@dataclass(frozen=True)
class Moment:
    """A commit that landed: `author` and `subject` are as claimed by git.

    Of a merge, `onto` is the commit that the branch was merged onto.
    """

    id: str
    short: str
    date: date
    author: str
    subject: str
    tags: tuple[str, ...] = ()
    onto: str | None = None


@dataclass(frozen=True)
class Figures:
    """What a revision comes to on a day, by today's table; `then` by the table of its time.

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


def figures_of(repository: Repository, score: Score, then: Score) -> Figures:
    """Take from two scores what a history shows."""
    return Figures(
        as_of=score.as_of.day,
        supported=score.supported,
        maximum=score.table.total,
        claimed=score.claimed,
        then=then.supported,
        measures={name: (one.counted, one.total) for name, one in score.measurements.items()},
        counts={
            "standards": len(repository.standards),
            "adopted": len(repository.adopted),
            "items": len(repository.items),
            "posts": len(repository.posts),
            "evidence": len(repository.evidence),
        },
    )


def chosen(moments: list[Moment], by: By, phases: Iterable[Phase]) -> list[Moment]:
    """Choose the moments that make points, oldest first; the newest is always among them."""
    if by is By.COMMIT:
        return moments
    if by is By.TAG:
        picked = [one for one in moments if one.tags]
    elif by is By.MONTH:
        picked = _last_of(moments, lambda day: (day.year, day.month))
    else:
        spans = [(phase.from_.first_day, phase.id) for phase in phases]
        picked = _last_of(moments, lambda day: max((s for s in spans if s[0] <= day), default=None))
    newest = moments[-1:]
    return picked if picked[-1:] == newest else [*picked, *newest]


def _last_of(moments: list[Moment], period: Callable[[date], object]) -> list[Moment]:
    return [
        one
        for one, after in zip(moments, [*moments[1:], None], strict=True)
        if after is None or period(one.date) != period(after.date)
    ]


class Move(NamedTuple):
    """A moment at which a criterion moved: its line before (None: of no commit) and after."""

    moment: Moment
    before: CriterionScore | None
    after: CriterionScore


def moves(scores: Iterable[tuple[Moment, Score]], criterion: str) -> Iterator[Move]:
    """Yield the moments at which a criterion gained or lost points."""
    before: CriterionScore | None = None
    for moment, score in scores:
        after = score.criterion(criterion)
        if after and after.supported != (before.supported if before else 0):
            yield Move(moment, before, after)
        before = after or before
