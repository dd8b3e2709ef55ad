"""PK812 claim-missing.

What
    zh: 最近一次自评没有给全部条目打分；择一的一组打一条即可。
    en: The latest 自评 leaves criteria without points; of alternatives one is enough.
Why
    zh: 实施方案五（七）2 要求依据计分表完成自我评价打分，验收材料里每一条都要有自评得分。
    en: The plan, 五（七）2, asks for points by the whole table.
Bad
    points: [{criterion: C4-1, points: 0}]
Good
    points:
    - {criterion: C4-1, points: 0}
    - {criterion: C5-1, points: 2}
    - {criterion: C22-1a, points: 1}
Mend
    zh: 在 points 里补上缺的条目；认为得不到的写 0。
    en: Add the missing ones to `points`, 0 where there is nothing to claim.
Waive
    zh: 只评一部分的，写明理由。
    en: Where only a part was rated, say why.
"""

from collections.abc import Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.appraise.claims import group_of
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.score.runner import latest_claim


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield the latest 自评 once with all criteria that it leaves out."""
    assessment = latest_claim(appraisal.repository)
    if assessment is None:
        return
    claimed = {one.criterion for one in assessment.points}
    missing = [
        one.id
        for one in appraisal.score.criteria
        if claimed.isdisjoint(other.id for other in group_of(appraisal, one))
    ]
    if missing:
        zh, en = "、".join(missing), ", ".join(missing)
        yield Finding(
            assessment.at("points"),
            Sentence(f"自评没有打分的条目：{zh}", f"no points are claimed for {en}"),
        )


RULE = Rule("PK812", "claim-missing", Severity.NOTE, check)
