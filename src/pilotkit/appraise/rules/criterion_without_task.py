"""PK710 criterion-without-task.

What
    zh: 计分表的这一条，方案里没有任何任务写明要为它服务（criteria）。
    en: No task of the plan says that it serves this criterion.
Why
    zh: 实施方案五（八个阶段）没有安排的条目，到验收时没有人交材料，分就丢在纸面上。
    en: What no task of the plan, 五, serves, nobody works for; its points are lost on paper.
Bad
    criteria: []
Good
    criteria: [C4-1]
Mend
    zh: 在 data/phases.yaml 的某项任务 criteria 里写上这一条；没有合适的任务，先增加任务。
    en: Name it in `criteria` of a task that serves it, or add such a task.
Waive
    zh: 决定放弃这一条的，写明理由和到期日。
    en: Where the pilot gives these points up: with the reason and an expiry.
"""

from collections.abc import Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.plan import Phase
from pilotkit.model.points import points_text
from pilotkit.model.scoring import Criterion, Indicator
from pilotkit.model.sentence import Sentence


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield every criterion that no task names."""
    repository = appraisal.repository
    if not repository.phases:
        return
    served = {id_ for phase in repository.phases for task in phase.tasks for id_ in task.criteria}
    for indicator, criterion in repository.table.criteria():
        if not any(one.id in served for one in _alternatives(indicator, criterion)):
            points = points_text(criterion.points)
            yield Finding(
                appraisal.place_of(criterion.id),
                Sentence(
                    f"{criterion.id} {indicator.name}（{points} 分）没有任务承担",
                    f"no task serves {criterion.id} ({points} points)",
                ),
                Sentence(
                    f"在 data/phases.yaml 的任务 criteria 写 {criterion.id}，或增加任务",
                    f"name {criterion.id} in `criteria` of a task of data/phases.yaml, or add one",
                ),
            )


def _alternatives(indicator: Indicator, criterion: Criterion) -> Iterator[Criterion]:
    """Yield a criterion and those of its group that are worth as much or more."""
    for one in indicator.criteria:
        same = criterion.group is not None and one.group == criterion.group
        if one is criterion or (same and one.points >= criterion.points):
            yield one


RULE = Rule("PK710", "criterion-without-task", Severity.WARNING, check, needs=(Phase,))
