"""PK716 subtask-missing.

What
    zh: 成员单位或街道要参加的任务已经开始，本单位一项也没有分解。
    en: Tasks that a member unit or street takes part in have begun; it has broken down none.
Why
    zh: 实施方案六（二）：各成员单位要对任务再分解、再细化，落实到人。
    en: The plan, 六（二）: every member unit breaks the tasks down to people.
Bad
    parent: P2-1
Good
    parent: P1-1
Mend
    zh: 在 data/tasks/<单位>/ 按任务写明责任人、期限和产出。
    en: Write who does what by when to data/tasks/<unit>/.
Waive
    zh: 单位只配合、没有自己产出的，可以豁免。
    en: Where the unit only assists and owes nothing of its own.
"""

from collections.abc import Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.plan import Phase, Task, UnitTask
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.unit import Unit


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield every member unit that takes part in tasks under way and has none of its own."""
    repository = appraisal.repository
    begun = [
        task
        for phase in repository.phases
        if phase.from_.first_day <= repository.day
        for task in phase.tasks
    ]
    broken_down = {(repository.unit_id(own.unit), own.parent) for own in repository.tasks}
    for unit in repository.living_units():
        mine = [task.id for task in begun if _takes_part(unit, task)]
        if unit.is_member and mine and not any((unit.id, id_) in broken_down for id_ in mine):
            yield _finding(repository, unit, mine)


def _takes_part(unit: Unit, task: Task) -> bool:
    return not set(unit.roles).isdisjoint((*task.who.lead, *task.who.with_))


def _finding(repository: Repository, unit: Unit, mine: list[str]) -> Finding:
    tasks = "、".join(mine)
    return Finding(
        unit.at("id"),
        Sentence(
            f"{unit.name}截至 {repository.day} 没有分解任务（参加的任务已开始：{tasks}）",
            f"{unit.id} has broken down none of its tasks under way: {tasks}",
        ),
        Sentence(f"写入 data/tasks/{unit.id}/", f"write them to data/tasks/{unit.id}/"),
        unit=unit.id,
        about=unit.id,
    )


RULE = Rule("PK716", "subtask-missing", Severity.NOTE, check, needs=(Phase, UnitTask))
