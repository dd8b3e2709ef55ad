"""单位任务清单: for every unit what it has to do, what it owes, what it has broken down."""

from collections.abc import Iterator

from pilotkit.model.ownership import leads
from pilotkit.model.plan import Phase, Task
from pilotkit.model.sentence import Sentence
from pilotkit.model.staff import lacking
from pilotkit.model.unit import Unit
from pilotkit.report.case import Case, document
from pilotkit.report.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Table,
    row,
)
from pilotkit.report.report import WITH_SHEETS, Report
from pilotkit.report.tables.plan import due, is_done

_TITLE = Sentence("单位任务清单", "Tasks by unit")


def build(case: Case) -> Document:
    """Build a section for every unit that has a role."""
    return document(case, REPORT.name, _TITLE, _blocks(case))


def _blocks(case: Case) -> Iterator[Block]:
    units = [unit for unit in case.repository.living_units() if unit.roles]
    if not units:
        yield Paragraph(case.say("参加试点的单位还没有登记。", "No unit is on record yet."))
    done = {task.id: is_done(case, task) for _, task in _tasks(case)}
    for unit in units:
        yield Heading(1, unit.name)
        yield Bullets(tuple(_owes(case, unit)))
        yield from _of_unit(case, unit, done)
        yield from _own(case, unit)


def _tasks(case: Case) -> list[tuple[Phase, Task]]:
    return [(phase, task) for phase in case.repository.phases for task in phase.tasks]


def _owes(case: Case, unit: Unit) -> Iterator[str]:
    """Yield what the unit owes apart from tasks: its staff, its standards."""
    roles = case.say("、", ", ").join(unit.roles)
    yield case.say(f"在试点中的角色：{roles}。", f"Roles: {roles}.")
    if unit.bound_to_staffing:
        missing = lacking(case.repository.people_of(unit))
        if missing:
            yield case.say(f"标准化工作人员{missing.zh}。", f"Staff: {missing.en}.")
        else:
            yield case.say("标准化工作人员已配齐。", "Staff: complete.")
    mine = case.measured("coverage").within(unit=unit.id)
    total = mine.total + len(mine.pending)
    if total:
        lacks = total - mine.counted
        yield case.say(
            f"所属事项和岗位应有标准{total}项，已有{mine.counted}项，缺{lacks}项"
            f"（其中事项待确认的{len(mine.pending)}项）。",
            f"Standards for its items and posts: required {total}, there {mine.counted}, lacking"
            f" {lacks} (not confirmed {len(mine.pending)}).",
        )


def _of_unit(case: Case, unit: Unit, done: dict[str, bool]) -> Iterator[Block]:
    roles: set[str] = set(unit.roles)
    rows = []
    for phase, task in _tasks(case):
        part = _part(case, roles, task)
        if part:
            rows.append(_row(case, phase, task, part, done=done[task.id]))
    if rows:
        columns = (
            Column(case.say("任务", "Task"), width=40),
            Column(case.say("分工", "Part"), "code", 9),
            Column(case.say("牵头", "Lead"), width=22),
            Column(case.say("期限", "Due"), "day", 14),
            Column(case.say("状态", "State"), "code", 12),
        )
        yield Table(case.say("实施方案安排的任务", "Tasks of the plan"), columns, tuple(rows))
    else:
        yield Paragraph(
            case.say("实施方案没有给本单位安排任务。", "The plan has no task for this unit.")
        )


def _part(case: Case, roles: set[str], task: Task) -> str | None:
    if roles & set(task.who.lead):
        return case.say("牵头", "leads")
    return case.say("配合", "helps") if roles & set(task.who.with_) else None


def _row(case: Case, phase: Phase, task: Task, part: str, *, done: bool) -> Row:
    end = due(case, phase)
    if done:
        state = Cell(case.say("成果齐全", "done"), tone="good")
    elif end < case.day:
        state = Cell(case.say("已过期", "overdue"), tone="bad")
    else:
        state = Cell(case.say("待完成", "open"), tone="open")
    lead = leads(case.repository, task).to(case.lang)
    return row(f"{task.id} {task.title}", part, lead, end, state)


def _own(case: Case, unit: Unit) -> Iterator[Block]:
    """Show how the unit has broken its tasks down, if it has."""
    mine = [one for one in case.repository.tasks if case.repository.unit_id(one.unit) == unit.id]
    if mine:
        columns = (
            Column(case.say("本单位任务", "Own task"), width=50),
            Column(case.say("所属任务", "Of"), "code", 12),
            Column(case.say("责任人", "Person"), width=20),
            Column(case.say("期限", "Due"), "day", 14),
        )
        ordered = sorted(mine, key=lambda one: (one.due, one.id))
        rows = tuple(row(one.title, one.parent, one.person, one.due) for one in ordered)
        yield Table(case.say("本单位的任务分解", "Broken down by the unit"), columns, rows)


REPORT = Report("unit-tasks", _TITLE, build, WITH_SHEETS)
