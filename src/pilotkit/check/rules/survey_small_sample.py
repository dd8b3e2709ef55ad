"""PK628 survey-small-sample.

What
    zh: 满意度达标、但份数太少撑不住这个结论的，提示一下。
    en: A survey that meets the target on too few answers to bear it out is pointed out.
Why
    zh: Wilson 95 % 区间的下限低于目标：多问几个人，结论可能就变了。
    en: The lower end of the Wilson 95 % interval is below the target.
Bad
    counts: {satisfied: 23}
Good
    counts: {satisfied: 400}
Mend
    zh: 增加有效份数，或在报告里写明份数和区间。
    en: Ask more people, or say number and interval in the report.
Waive
    zh: 服务对象本来就少的，写明总数和到期日。
    en: Where there are so few to ask: with their number and an expiry.
"""

from collections.abc import Iterator
from fractions import Fraction

from pilotkit.check.recorded import recorded
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.evidence.satisfaction import Survey
from pilotkit.model.measurement import cut_percent, wilson
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every survey above the target whose interval reaches below it."""
    targets = repository.targets
    target = next((one.at_least for one in targets if one.measure == "satisfaction"), None)
    if target is None:
        return
    for survey in recorded(repository, Survey):
        positive, valid = survey.counts.positive, survey.counts.valid
        if valid and Fraction(positive, valid) >= Fraction(target):
            low = wilson(positive, valid).low
            if low < target:
                least, goal = cut_percent(Fraction(low)), cut_percent(Fraction(target))
                yield Finding(
                    survey.at("counts"),
                    Sentence(
                        f"只有 {valid} 份有效答卷，95 % 区间的下限是 {least}，低于目标 {goal}",
                        f"{valid} valid answers: the interval begins at {least}, below {goal}",
                    ),
                    unit=repository.owner_of(survey),
                    about=survey.id,
                )


RULE = Rule("PK628", "survey-small-sample", Severity.NOTE, check)
