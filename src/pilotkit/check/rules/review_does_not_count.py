"""PK631 review-does-not-count.

What
    zh: 专家评审要够得上计分的条件：人数、回避、签字、种子、样本。
    en: A review meets what makes it count: reviewers, none of one's own, signature, seed, sample.
Why
    zh: 计分表 C9 至 C12 由专家判断；条件不够的评审不计分，缺什么在这里说。
    en: C9–C12 are judged by experts; a review that does not count says here what it lacks.
Bad
    reviewers: [{person: 甲}, {person: 乙}]
Good
    reviewers: [{person: 甲}, {person: 乙}, {person: 丙}]
Mend
    zh: 补齐缺的条件；样本的标准改过的，重新评审。
    en: Add what it lacks; review again what has changed since.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator

from pilotkit.check.recorded import recorded
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.evidence.review import Review
from pilotkit.model.repository import Repository
from pilotkit.model.reviews import review_lacks
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every review that does not count, and why."""
    for review in recorded(repository, Review):
        lacks = review_lacks(review, repository)
        if lacks is not None:
            yield Finding(
                review.at("id"),
                Sentence(f"评审不计分：{lacks.zh}", f"the review does not count: {lacks.en}"),
                unit=repository.owner_of(review),
            )


RULE = Rule("PK631", "review-does-not-count", Severity.WARNING, check)
