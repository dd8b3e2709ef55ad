"""Whose work a criterion is: the tasks of the plan that serve it and who leads them."""

from collections.abc import Iterator

from pilotkit.model.plan import Phase, Task
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import COMMA, Sentence

_ENGLISH = {
    "成员": "member units",
    "街道": "streets",
    "社区": "communities",
    "入驻": "units with windows",
}
# Roles that many units have are named as such; of the others the units themselves are named.
_MANY = tuple(_ENGLISH)


def tasks_serving(repository: Repository, criterion: str) -> list[tuple[Phase, Task]]:
    """Return the tasks that serve a criterion, with their phases, in the plan's order."""
    return [
        (phase, task)
        for phase in repository.phases
        for task in phase.tasks
        if criterion in task.criteria
    ]


def leads(repository: Repository, *tasks: Task) -> Sentence:
    """Say who leads one task or several, each once."""
    said = dict.fromkeys(one for task in tasks for one in _leading(repository, task))
    if not said:
        return Sentence("未写明", "nobody named")
    return COMMA.join(said)


def _leading(repository: Repository, task: Task) -> Iterator[Sentence]:
    for role in task.who.lead:
        if role in _MANY:
            zh = f"各{role}单位" if role in {"成员", "入驻"} else f"各{role}"
            yield Sentence(zh, _ENGLISH[role])
        else:
            for unit in repository.units_in_roles([role]):
                yield Sentence(unit.name, unit.name)
    if task.who.body:
        yield Sentence(task.who.body, task.who.body)


def owner_of(repository: Repository, criterion: str) -> Sentence:
    """Say who has to win the points of a criterion: the lead of the tasks that serve it."""
    serving = tasks_serving(repository, criterion)
    if not serving:
        head = "、".join(unit.name for unit in repository.units_in_roles(["牵头"]))
        return Sentence(
            f"{head or '牵头单位'}（方案里没有任务承担）",
            f"{head or 'the lead unit'} (no task of the plan serves it)",
        )
    said = leads(repository, *(task for _, task in serving))
    tasks = [task.id for _, task in serving]
    return Sentence(f"{said.zh}（{'、'.join(tasks)}）", f"{said.en} ({', '.join(tasks)})")


def owners_of(repository: Repository, criterion: str) -> tuple[str, ...]:
    """Return the ids of the units that have to win the points of a criterion, each once.

    Those that lead as themselves stand before those that lead as one of many.
    """
    serving = tasks_serving(repository, criterion)
    roles = [role for _, task in serving for role in task.who.lead] if serving else ["牵头"]
    ranked = sorted(dict.fromkeys(roles), key=lambda role: role in _MANY)
    units = (unit for role in ranked for unit in repository.units_in_roles([role]))
    return tuple(dict.fromkeys(unit.id for unit in units))
