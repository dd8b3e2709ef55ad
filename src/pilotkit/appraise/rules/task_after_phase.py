"""PK713 task-after-phase.

What
    zh: 单位分解任务的期限晚于上级任务所在阶段的结束日。
    en: A unit's own task is due after the phase of the task that it breaks down.
Why
    zh: 实施方案六（二）要求按方案的时间节点细化任务；单位排得比方案晚，整个阶段就会拖后。
    en: The plan, 六（二）, has units break tasks down within its dates; later ones delay the phase.
Bad
    due: 2022-03-31
Good
    due: 2022-02-28
Mend
    zh: 把期限提前到阶段结束以前；确需延期的，先报标准化办公室。
    en: Bring the date forward; a delay is the office's to allow.
Waive
    zh: 标准化办公室同意延期的，写明理由和到期日。
    en: Where the office has allowed the delay: with the reason and an expiry.
"""

from collections.abc import Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.appraise.phases import last_day
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield every unit's task that is due after its phase."""
    repository = appraisal.repository
    for task in repository.tasks:
        found = repository.tasks_by_id.get(task.parent)
        if found and task.due > (end := last_day(repository, found[0])):
            phase = found[0]
            yield Finding(
                task.at("due"),
                Sentence(
                    f"期限 {task.due} 晚于 {phase.id} {phase.name}的结束日 {end}",
                    f"due on {task.due}, after {phase.id} ends on {end}",
                ),
                unit=repository.owner_of(task),
            )


RULE = Rule("PK713", "task-after-phase", Severity.WARNING, check)
