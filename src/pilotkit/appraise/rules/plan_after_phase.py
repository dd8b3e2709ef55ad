"""PK705 plan-after-phase.

What
    zh: 实施方案印发的时候，有的阶段已经开始，甚至已经结束。
    en: When the plan was issued, some of its phases had begun or even ended.
Why
    zh: 灞政办发〔2021〕48号 2021年12月16日印发，而五（一）到 2021年11月已结束；验收专家会问先后。
    en: The plan of 2021-12-16 puts its own making into a phase that ended in 2021-11.
Bad
    issued: 2021-12-16
Good
    issued: 2021-04-01
Mend
    zh: 印发日期写错的改正；属实的，已结束阶段的任务凭当时的材料留痕，没有的补做。
    en: Mend a wrong date; if it is right, show what was done before with records of that time.
Waive
    zh: 属实的，可以豁免到试点结束。
    en: Where it is so: until the pilot ends.
"""

from collections.abc import Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.appraise.phases import last_day
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield every phase that had ended or begun on the day when the plan was issued."""
    repository = appraisal.repository
    issued = repository.plan_issued
    for phase in repository.phases if issued else ():
        if issued and last_day(repository, phase) < issued:
            yield Finding(
                phase.at("to"),
                Sentence(
                    f"实施方案 {issued} 才印发，{phase.id} {phase.name}到 {phase.to} 已经结束",
                    f"the plan was issued on {issued}; {phase.id} had ended in {phase.to}",
                ),
            )
        elif issued and phase.from_.first_day < issued:
            yield Finding(
                phase.at("from"),
                Sentence(
                    f"实施方案 {issued} 才印发，{phase.id} {phase.name}从 {phase.from_} 已经开始",
                    f"the plan was issued on {issued}; {phase.id} had begun in {phase.from_}",
                ),
            )


RULE = Rule("PK705", "plan-after-phase", Severity.NOTE, check)
