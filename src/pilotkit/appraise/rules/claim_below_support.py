"""PK811 claim-below-support.

What
    zh: 最近一次自评，有的条目给自己打的分低于资料能证明的分。
    en: The latest 自评 claims fewer points for a criterion than the records support.
Why
    zh: 材料已经够了却没有报满，分会白白丢掉（实施方案五（七）2）。
    en: The records would carry more; what is not claimed may not be given.
Bad
    - {criterion: C5-1, points: 1}
Good
    - {criterion: C5-1, points: 2}
Mend
    zh: 核对材料，属实的把自评分调上来；有保留的在 note 写明。
    en: Check the records and claim what they carry, or say in `note` why not.
Waive
    zh: 有意从严的，可以豁免。
    en: Where the pilot means to be strict with itself.
"""

from collections.abc import Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.appraise.claims import compared
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.points import points_text
from pilotkit.model.sentence import Sentence


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield every claim that is lower than what is supported."""
    for one in compared(appraisal):
        if one.claimed < one.supported:
            claimed, supported = points_text(one.claimed), points_text(one.supported)
            name = one.line.indicator.name
            yield Finding(
                one.location,
                Sentence(
                    f"{one.line.id} {name}自评 {claimed} 分，资料可证明 {supported} 分",
                    f"{one.line.id} is claimed with {claimed} points, {supported} are supported",
                ),
                about=one.line.id,
            )


RULE = Rule("PK811", "claim-below-support", Severity.NOTE, check)
