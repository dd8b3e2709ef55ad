"""PK810 claim-above-support.

What
    zh: 最近一次自评，有的条目给自己打的分高于资料能证明的分。
    en: The latest 自评 claims more points for a criterion than the records support.
Why
    zh: 实施方案五（七）2 要求如实自评；没有佐证的分，验收专家不会给。
    en: The plan, 五（七）2, has the pilot rate itself; experts give no points without proof.
Bad
    - {criterion: C4-1, points: 2}
Good
    - {criterion: C4-1, points: 0}
Mend
    zh: 运行 pilot explain <条目> 看缺什么，补上材料；补不上的，把自评分改实。
    en: See pilot explain <criterion> for what is missing; hand it in, or claim less.
Waive
    zh: 材料正在收集的，写明理由和到期日；有据得分不变。
    en: While records are being collected, with an expiry; the score does not change.
"""

from collections.abc import Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.appraise.claims import compared
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.points import points_text
from pilotkit.model.sentence import Sentence


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield every claim that is higher than what is supported."""
    for one in compared(appraisal):
        if one.claimed > one.supported:
            claimed, supported = points_text(one.claimed), points_text(one.supported)
            name = one.line.indicator.name
            id_, open_ = one.line.id, points_text(one.line.unassessed)
            yet = Sentence(f"，另有 {open_} 分待评", f", {open_} not assessed yet")
            zh, en = yet if one.line.unassessed else Sentence("", "")
            yield Finding(
                one.location,
                Sentence(
                    f"{id_} {name}自评 {claimed} 分，有据得分 {supported} 分{zh}",
                    f"{id_} is claimed with {claimed} points, supported with {supported}{en}",
                ),
                Sentence(f"运行 pilot explain {id_}", f"run pilot explain {id_}"),
                about=id_,
            )


RULE = Rule("PK810", "claim-above-support", Severity.WARNING, check)
