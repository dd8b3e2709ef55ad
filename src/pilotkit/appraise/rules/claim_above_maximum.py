"""PK813 claim-above-maximum.

What
    zh: 评估（自评、中期、初验、专家）给一条打的分超出这一条的分值，或为负数。
    en: An assessment gives a criterion more points than it has, or fewer than none.
Why
    zh: 计分表每条的分值是上限；超出的分会把合计撑大。
    en: The table sets what a criterion can earn; more would swell the sums.
Bad
    - {criterion: C4-1, points: 20}
Good
    - {criterion: C4-1, points: 2}
Mend
    zh: 照计分表改正；可能是小数点或条目写错。
    en: Write what the table allows; the point or the criterion may be mistyped.
Waive
    zh: 不可豁免：合计会错。
    en: Never: the sums would be wrong.
"""

from collections.abc import Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.points import points_text
from pilotkit.model.sentence import Sentence


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield every claim outside what its criterion can earn."""
    repository = appraisal.repository
    most = {criterion.id: criterion.points for _, criterion in repository.table.criteria()}
    for assessment in repository.assessments:
        for index, claim in enumerate(assessment.points):
            limit = most.get(claim.criterion)
            if limit is not None and not 0 <= claim.points <= limit:
                given, top = points_text(claim.points), points_text(limit)
                yield Finding(
                    assessment.at("points", index, "points"),
                    Sentence(
                        f"{claim.criterion} 打了 {given} 分，应在 0 到 {top} 分之间",
                        f"{claim.criterion} has {given} points, it can earn 0 to {top}",
                    ),
                    unit=repository.owner_of(assessment),
                )


RULE = Rule("PK813", "claim-above-maximum", Severity.ERROR, check)
