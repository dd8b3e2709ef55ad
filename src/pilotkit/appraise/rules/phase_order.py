"""PK701 phase-order.

What
    zh: 阶段的起止月份颠倒，或后一阶段比前一阶段开始得早。
    en: A phase ends before it begins, or begins before the one that stands above it.
Why
    zh: 实施方案五按时间先后写八个阶段；次序错了，到期提醒和进度都会错。
    en: The plan, 五, has its phases in order of time; deadlines and progress rest on it.
Bad
    - {id: P1, name: 动员部署阶段, from: 2021-11, to: 2021-04}
Good
    - {id: P1, name: 动员部署阶段, from: 2021-04, to: 2021-11}
Mend
    zh: 照实施方案核对 from、to，并按时间先后排列阶段。
    en: Check `from` and `to` against the plan's text, and list the phases in order of time.
Waive
    zh: 不宜豁免：到期日会算错。
    en: Better not: due dates would be wrong.
"""

from collections.abc import Iterator
from itertools import pairwise

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.appraise.phases import in_order
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield every phase that ends before it begins, or begins before the one above it."""
    phases = appraisal.repository.phases
    for phase in phases:
        if not in_order(phase):
            yield Finding(
                phase.at("to"),
                Sentence(
                    f"{phase.id} {phase.name}：结束月份 {phase.to} 早于开始月份 {phase.from_}",
                    f"{phase.id} ends in {phase.to}, before it begins in {phase.from_}",
                ),
            )
    for before, after in pairwise(phases):
        if after.from_ < before.from_:
            yield Finding(
                after.at("from"),
                Sentence(
                    f"{after.id} {after.name}从 {after.from_} 开始，"
                    f"比排在前面的 {before.id}（{before.from_}）还早",
                    f"{after.id} begins in {after.from_}, "
                    f"before {before.id} above it ({before.from_})",
                ),
                Sentence("按时间先后排列阶段", "list the phases in order of time"),
            )


RULE = Rule("PK701", "phase-order", Severity.ERROR, check)
