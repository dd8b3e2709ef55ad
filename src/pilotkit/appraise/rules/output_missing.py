"""PK708 output-missing.

What
    zh: 阶段已经结束，任务的产出还没有或不齐；逐单位的产出列出还缺的单位。
    en: A phase has ended, and an output of a task is not there in full, or not of every unit.
Why
    zh: 实施方案五给每个阶段定了期限；过期没有留痕的任务，验收时拿不出佐证。
    en: The plan, 五, sets the phases' ends; what left no record by then proves nothing later.
Bad
    to: 2021-11  # 已结束，data/evidence/ 里没有材料
Good
    to: 2021-12  # 还没有结束
Mend
    zh: 已经做了的，把材料收进 data/evidence/；没有做的，尽快补做。
    en: Hand in the records of what was done; do what was not.
Waive
    zh: 领导小组同意延期的，写明理由和新的期限。
    en: Where the leading group has prolonged it: with the new date.
"""

from collections.abc import Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.appraise.outputs import Produced
from pilotkit.appraise.overdue import overdue_outputs, shortfall
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.ownership import leads
from pilotkit.model.plan import Phase, Task
from pilotkit.model.sentence import Sentence


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield every output that is missing after its phase, of phases the plan could still plan."""
    for late in overdue_outputs(appraisal):
        if not late.before_the_plan:
            yield _finding(appraisal, late.phase, late.task, late.produced)


def _finding(appraisal: Appraisal, phase: Phase, task: Task, produced: Produced) -> Finding:
    lacks = shortfall(appraisal.repository, produced)
    lead = leads(appraisal.repository, task)
    name = produced.output.name
    return Finding(
        produced.place,
        Sentence(
            f"{phase.id} {phase.name}已于 {phase.to} 结束，任务 {task.id} 的产出“{name}”{lacks.zh}",
            f"{phase.id} ended in {phase.to}; output {name!r} of task {task.id} {lacks.en}",
        ),
        Sentence(f"由{lead.zh}补交材料或补做", f"{lead.en}: hand in the records, or do it"),
        subjects=produced.lacking,
        about=f"{task.id}/{name}",
    )


RULE = Rule("PK708", "output-missing", Severity.WARNING, check)
