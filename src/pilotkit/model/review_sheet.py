"""The sheet that reviewers fill in: what they look at, and what they are asked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pilotkit.model.draw import drawn
from pilotkit.model.evidence.review import Reviewer
from pilotkit.model.fault import Fault
from pilotkit.model.repository import Repository
from pilotkit.model.reviews import needed_sample
from pilotkit.model.scoring import Criterion, Question
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import Standard

# What the rows of the filled-in table begin with.
SEED, DAY, PERSON, UNIT, STANDARD, QUESTION = "种子", "截至", "专家姓名", "专家单位", "标准", "问题"
# Kind of row, id, title, text or hash; then a column for each reviewer.
FIRST_REVIEWER = 4


class SmallSampleError(Fault):
    """There are fewer standards to draw from than a review needs."""


@dataclass(frozen=True)
class ReviewSheet:
    """A sheet: the seed, the day of the texts, who reviews, the sample and the questions."""

    seed: str
    day: date
    reviewers: tuple[Reviewer, ...]
    sample: tuple[Standard, ...]
    questions: tuple[tuple[Criterion, Question], ...]
    places: int

    @property
    def seats(self) -> tuple[Reviewer | None, ...]:
        """A place for each reviewer, also for those whom nobody has named yet."""
        empty = max(0, self.places - len(self.reviewers))
        return (*self.reviewers, *[None] * empty)


def review_sheet(
    repository: Repository, seed: str, reviewers: Sequence[Reviewer], count: int | None = None
) -> ReviewSheet:
    """Draw a sheet: at least as many standards as a review needs, none of the reviewers' units.

    Raises:
        SmallSampleError: that many cannot be drawn.
    """
    needed = needed_sample(repository)
    eligible = drawable(repository, (one.unit for one in reviewers), repository.day)
    wanted = max(needed, count or 0)
    if not needed or len(eligible) < wanted:
        raise SmallSampleError(
            Sentence(
                f"要抽 {wanted} 项，除去专家所在单位，已发布的自编标准只有 {len(eligible)} 项",
                f"{wanted} to draw; without the reviewers' units {len(eligible)} are issued",
            ),
            Sentence("换一位专家，或先发布标准", "choose other reviewers, or issue standards"),
        )
    table = repository.table
    asked = tuple((one, question) for _, one in table.criteria() for question in one.questions)
    return ReviewSheet(
        seed=seed,
        day=repository.day,
        reviewers=tuple(reviewers),
        sample=tuple(eligible[id_] for id_ in sorted(drawn(eligible, seed, wanted))),
        questions=asked,
        places=table.thresholds.reviewers,
    )


def drawable(repository: Repository, units: Iterable[str | None], day: date) -> dict[str, Standard]:
    """Return the own standards issued on a day that are of none of these units, by id."""
    left_out = {repository.unit_id(unit) for unit in units if unit}
    return {
        one.id: one
        for one in repository.standards
        if one.issued_on(day) and repository.unit_id(one.unit) not in left_out
    }
