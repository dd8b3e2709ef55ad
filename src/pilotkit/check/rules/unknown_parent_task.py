"""PK209 unknown-parent-task.

What
    zh: 单位的分解任务，上级（parent）必须是 data/phases.yaml 里的任务，不能写阶段。
    en: The `parent` of a unit's own task must be a task of data/phases.yaml, not a phase.
Why
    zh: 实施方案六（二）要求把任务“再分解、再细化”；对不上任务的，进度报不出来。
    en: The plan, 六（二）, has units break its tasks down; without a parent no progress is told.
Bad
    parent: P4
Good
    parent: P4-1
Mend
    zh: 写到任务一级，如 P4-1。
    en: Write the task, such as P4-1.
Waive
    zh: 不宜豁免：单位的任务会从进度里消失。
    en: Better not: the unit's task would be missing from the progress.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.plan import Phase
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence, did_you_mean


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every breakdown of a task that the plan does not have."""
    known = tuple(repository.tasks_by_id)
    phases = {phase.id: phase for phase in repository.phases if phase.tasks}
    for task in repository.tasks:
        if task.parent not in repository.tasks_by_id:
            phase = phases.get(task.parent)
            yield Finding(
                task.at("parent"),
                Sentence(f"没有任务“{task.parent}”", f"no task {task.parent!r}"),
                _tasks_of(phase) if phase else did_you_mean(task.parent, known),
                repository.owner_of(task),
            )


def _tasks_of(phase: Phase) -> Sentence:
    first, last = phase.tasks[0].id, phase.tasks[-1].id
    return Sentence(
        f"{phase.id} 是阶段，写到任务：{first} 到 {last}",
        f"{phase.id} is a phase; write one of its tasks, {first} to {last}",
    )


RULE = Rule("PK209", "unknown-parent-task", Severity.ERROR, check, looks_up=(Phase,))
