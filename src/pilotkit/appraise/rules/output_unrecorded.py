"""PK709 output-unrecorded.

What
    zh: 实施方案印发以前就结束的阶段，任务的产出没有留痕。
    en: An output of a phase that had ended before the plan was issued has left no record.
Why
    zh: 灞政办发〔2021〕48号 印发时五（一）已经结束：那些事多半已做，缺的是当时的材料。
    en: When the plan was issued its first phase was over: probably done, and not recorded.
Bad
    issued: 2021-12-16
Good
    issued: 2021-11-30
Mend
    zh: 已完成的，找出当时的通知、签到、文件收进来；没有的补做，日期照实写。
    en: Collect the notices, sign-in sheets and documents of the time; what is missing is done now.
Waive
    zh: 材料确已无从查找的，写明理由。
    en: Where nothing can be found any more, say so.
"""

from collections.abc import Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.appraise.overdue import overdue_outputs, shortfall
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield every output that is missing of phases that the plan came too late for."""
    repository = appraisal.repository
    for late in overdue_outputs(appraisal):
        if late.before_the_plan:
            lacks = shortfall(repository, late.produced)
            name = late.produced.output.name
            yield Finding(
                late.produced.place,
                Sentence(
                    f"{late.phase.id} {late.phase.name}在实施方案印发（{repository.plan_issued}）"
                    f"前已结束，任务 {late.task.id} 的产出“{name}”{lacks.zh}：已完成未留痕或需补做",
                    f"{late.phase.id} ended before the plan was issued "
                    f"({repository.plan_issued}); output {name!r} of task {late.task.id} "
                    f"{lacks.en}: done and not recorded, or still to do",
                ),
                subjects=late.produced.lacking,
                about=f"{late.task.id}/{name}",
            )


RULE = Rule("PK709", "output-unrecorded", Severity.NOTE, check)
