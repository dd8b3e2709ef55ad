"""The score over time: points on the line of what landed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from pilotkit.model.plan import Phase
from pilotkit.model.repository import Repository
from pilotkit.model.score import Score


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
class Point:
    """What a moment scores by today's table and, where that differs, by the table of its time."""

    moment: Moment
    repository: Repository
    score: Score
    then: Score | None

    @property
    def counts(self) -> dict[str, int]:
        """How many records of the main kinds there were."""
        return {
            "standards": len(self.repository.standards),
            "adopted": len(self.repository.adopted),
            "items": len(self.repository.items),
            "posts": len(self.repository.posts),
            "evidence": len(self.repository.evidence),
        }


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


def moves(points: Iterable[Point], criterion: str) -> Iterator[tuple[Point | None, Point]]:
    """Yield the neighbouring points between which a criterion moved, the first with None."""
    line = list(points)
    for before, after in pairwise([None, *line]):
        if after is None:
            continue
        old = before.score.criterion(criterion) if before else None
        new = after.score.criterion(criterion)
        was = old.supported if old else 0
        now = new.supported if new else 0
        if was != now:
            yield before, after
