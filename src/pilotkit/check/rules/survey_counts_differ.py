"""PK627 survey-counts-differ.

What
    zh: 调查报告写的有效份数，等于各等级份数之和。
    en: The valid answers that a survey reports are the sum of its levels.
Why
    zh: 对不上的数字算不出满意度，所以不计分（计分表 C22）。
    en: From figures that do not add up no rate can be told: the survey does not count (C22).
Bad
    valid: 101
Good
    valid: 100
Mend
    zh: 照报告原文核对各等级份数和有效份数。
    en: Compare levels and total with the report.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator

from pilotkit.check.recorded import recorded
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.evidence.satisfaction import Survey
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every survey whose levels do not add up."""
    for survey in recorded(repository, Survey):
        if survey.valid is not None and survey.valid != survey.counts.valid:
            yield Finding(
                survey.at("valid"),
                Sentence(
                    f"有效 {survey.valid} 份，各等级合计 {survey.counts.valid} 份",
                    f"{survey.valid} valid answers, but the levels sum to {survey.counts.valid}",
                ),
                unit=repository.owner_of(survey),
                about=survey.id,
            )


RULE = Rule("PK627", "survey-counts-differ", Severity.ERROR, check)
