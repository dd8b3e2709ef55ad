"""PK210 unknown-question.

What
    zh: 专家评审的评分，必须对应计分表里的评审问题。
    en: A rating of a review must answer a question of the table.
Why
    zh: 判断类条目按评审问题的中位数计分（design §5）；写错问题的评分不起作用。
    en: Judged criteria take the median of a question's ratings; a misspelt one has no effect.
Bad
    - {question: C9-1-z, person: 评审甲, rating: 90}
Good
    - {question: C9-1-a, person: 评审甲, rating: 90}
Mend
    zh: 改成计分表 questions 里的编号。
    en: Write an id of the table's `questions`.
Waive
    zh: 不宜豁免：这一行评分不计入任何条目。
    en: Better not: the rating counts for no criterion.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.evidence.review import Review
from pilotkit.model.repository import Repository
from pilotkit.model.scoring import Scoring
from pilotkit.model.sentence import Sentence, did_you_mean


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every rating of a question that the table does not ask."""
    criteria = (criterion for _, criterion in repository.table.criteria())
    asked = dict.fromkeys(question.id for one in criteria for question in one.questions)
    for review in repository.evidence:
        for index, rating in enumerate(review.ratings if isinstance(review, Review) else ()):
            if rating.question not in asked:
                yield Finding(
                    review.at("ratings", index, "question"),
                    Sentence(
                        f"没有评审问题“{rating.question}”", f"no question {rating.question!r}"
                    ),
                    did_you_mean(rating.question, tuple(asked)),
                    repository.owner_of(review),
                )


RULE = Rule("PK210", "unknown-question", Severity.ERROR, check, needs=(Scoring,))
