"""What the experts said: the latest counting review that answers a question (design §5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from statistics import median
from typing import NamedTuple

from pilotkit.measure.basis import Basis
from pilotkit.model.evidence.review import Review
from pilotkit.model.reviews import review_lacks
from pilotkit.model.score import Support
from pilotkit.model.sentence import Sentence


class Answer(NamedTuple):
    """The median rating of a question, as a share, and the review that gave it."""

    share: Fraction
    review: Review


class Judged(NamedTuple):
    """The mean over the questions; `best_share` with every open question answered in full."""

    share: Fraction
    best_share: Fraction
    supports: tuple[Support, ...]
    rejected: tuple[Support, ...]
    missing: tuple[Sentence, ...]
    open: int


@dataclass(frozen=True)
class Judgements:
    """The reviews of a basis."""

    basis: Basis

    @cached_property
    def _reviews(self) -> tuple[tuple[Review, Sentence | None], ...]:
        repository = self.basis.repository
        found = [
            (one, self.basis.why_not(one) or review_lacks(one, repository))
            for one in repository.evidence
            if isinstance(one, Review)
        ]
        return tuple(sorted(found, key=lambda pair: (pair[0].date, pair[0].id)))

    @cached_property
    def _answers(self) -> Mapping[str, Answer]:
        answers: dict[str, Answer] = {}
        for review, against in self._reviews:
            if against is None:
                for question, ratings in _ratings(review).items():
                    answers[question] = Answer(Fraction(median(ratings)) / 100, review)
        return answers

    def judge(self, questions: tuple[str, ...]) -> Judged:
        """Weigh the answers to some questions; without an own issued standard nothing is judged."""
        repository = self.basis.repository
        rejected = tuple(
            Support(one.id, one.title, one.placed("id"), against)
            for one, against in self._reviews
            if against
        )
        if not questions or not any(one.issued_on(repository.day) for one in repository.standards):
            none = Sentence("没有已发布的自编标准可评", "no own issued standard to judge")
            return Judged(Fraction(0), Fraction(0), (), rejected, (none,), 0)
        given = {name: self._answers[name] for name in questions if name in self._answers}
        lacking = [name for name in questions if name not in given]
        total = sum((answer.share for answer in given.values()), Fraction(0))
        supports = {
            answer.review.id: Support(
                answer.review.id, answer.review.title, answer.review.placed("id")
            )
            for answer in given.values()
        }
        return Judged(
            total / len(questions),
            (total + len(lacking)) / len(questions),
            tuple(supports.values()),
            rejected,
            _missing(given, lacking),
            len(lacking),
        )


def _ratings(review: Review) -> dict[str, list[Fraction]]:
    """Collect the ratings of the named reviewers, one a person and question: the last written."""
    named = {one.person for one in review.reviewers}
    by_person = {
        (one.question, one.person): Fraction(one.rating)
        for one in review.ratings
        if one.person in named
    }
    found: dict[str, list[Fraction]] = {}
    for (question, _), rating in sorted(by_person.items()):
        found.setdefault(question, []).append(rating)
    return found


def _missing(given: Mapping[str, Answer], lacking: list[str]) -> tuple[Sentence, ...]:
    said = [Sentence(f"{name} 待专家评审", f"{name} is not judged yet") for name in lacking]
    said += [
        Sentence(
            f"{name} 专家评分中位数 {int(answer.share * 100)}",
            f"{name} has the median rating {int(answer.share * 100)}",
        )
        for name, answer in given.items()
        if answer.share < 1
    ]
    return tuple(said)
