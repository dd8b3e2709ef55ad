"""From scores to what a history tells: the figures of a revision, and when a criterion moved."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pilotkit.history.trend import Figures, Moment
from pilotkit.model.repository import Repository
from pilotkit.model.score import CriterionScore, Score


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
