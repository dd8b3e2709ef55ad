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

from collections.abc import Iterable, Iterator

from pilotkit.check.rule import Finding, OneRecord, RecordRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.plan import Phase
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence, did_you_mean


def check(one: OneRecord) -> Iterator[Finding]:
    """Yield the task of a piece of evidence that the plan does not have."""
    known, task = one.repository.tasks_by_id, one.record.task
    if task is not None and task not in known:
        yield Finding(
            one.record.at("task"),
            Sentence(f"没有任务“{task}”", f"no task {task!r}"),
            did_you_mean(task, tuple(known)),
            one.unit,
        )


def _records(repository: Repository) -> Iterable[Evidence]:
    return repository.evidence


def _rests_on(repository: Repository) -> object:
    return tuple(repository.tasks_by_id)


RULE = RecordRule(
    "PK207",
    "unknown-task",
    Severity.ERROR,
    check,
    rests_on=_rests_on,
    looks_up=(Phase,),
    records=_records,
)
