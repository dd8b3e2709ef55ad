"""PK207 unknown-task.

What
    zh: 证明材料写到的任务，必须是 data/phases.yaml 里的任务。
    en: A task that evidence names must be one of data/phases.yaml.
Why
    zh: 实施方案五把任务分为八个阶段；写错的材料归不到任何任务。
    en: Part five of the plan lists the tasks by phase; misspelt, the evidence is of no task.
Bad
    task: P1-9
Good
    task: P1-3
Mend
    zh: 改成 data/phases.yaml 里的任务编号，如 P1-3；单位自己的分解任务写它的上级任务。
    en: Write an id of data/phases.yaml, such as P1-3; for a unit's own task write its parent.
Waive
    zh: 不宜豁免：不知道属于哪项任务的，不写 task。
    en: Better not: leave `task` out where it belongs to none.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.plan import Phase
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence, did_you_mean


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every task of evidence that the plan does not have."""
    if Phase in repository.incomplete:
        return
    tasks = repository.tasks_by_id
    known = tuple(tasks)
    for record in repository.evidence:
        if record.task is not None and record.task not in tasks:
            yield Finding(
                record.at("task"),
                Sentence(f"没有任务“{record.task}”", f"no task {record.task!r}"),
                did_you_mean(record.task, known),
                repository.owner_of(record),
            )


RULE = Rule("PK207", "unknown-task", Severity.ERROR, check)
