"""单位任务清单: for every unit what it has to do, what it owes, what it has broken down."""

from collections.abc import Iterator
from dataclasses import replace

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
    cell,
    row,
)
from pilotkit.report.live import Choosing, Ending, Lighting
from pilotkit.report.report import WITH_SHEETS, Report
from pilotkit.report.tables.guides import units_guide
from pilotkit.report.tables.plan import due, is_done

_TITLE = Sentence("单位任务清单", "Tasks by unit")
_PURPOSE = Sentence(
    "发给各单位：本单位还要做什么、什么时候做完",
    "for each unit: what it still has to do, and by when",
)
_LEADS, _HELPS = Sentence("牵头", "leads"), Sentence("配合", "helps")
_DONE, _LATE = Sentence("成果齐全", "done"), Sentence("已过期", "overdue")
_OPEN = Sentence("待完成", "open")


def build(case: Case) -> Document:
    """Build a section for every unit that has a role."""
    return document(case, REPORT.name, _TITLE, _blocks(case))


def sheets(case: Case) -> Document:
    """Build one list of all units first: in a workbook it is filtered and carried on."""
    usual = build(case)
    done = _done(case)
    rows = [
        replace(one, cells=(cell(unit.name), *one.cells))
        for unit in _units(case)
        for one in _rows(case, unit, done)
    ]
    if not rows:
        return usual
    columns = (Column(case.say("单位", "Unit"), width=22, guides=(units_guide(case),)),)
    caption = case.say("各单位任务一览", "Tasks of all units")
    every = Table(caption, (*columns, *_columns(case)), tuple(rows), ledger=True)
    return replace(usual, blocks=(every, *usual.blocks))


def _units(case: Case) -> list[Unit]:
    return [unit for unit in case.repository.living_units() if unit.roles]


def _done(case: Case) -> dict[str, bool]:
    return {task.id: is_done(case, task) for _, task in _tasks(case)}


def _blocks(case: Case) -> Iterator[Block]:
    units, done = _units(case), _done(case)
    if not units:
        yield Paragraph(case.say("参加试点的单位还没有登记。", "No unit is on record yet."))
    for unit in units:
        yield Heading(1, unit.name)
        yield Bullets(tuple(_owes(case, unit)))
        yield from _of_unit(case, unit, done)
        yield from _own(case, unit)


def _tasks(case: Case) -> list[tuple[Phase, Task]]:
    return [(phase, task) for phase in case.repository.phases for task in phase.tasks]


def _owes(case: Case, unit: Unit) -> Iterator[str]:
    """Yield what the unit owes apart from tasks: its staff, its standards."""
    roles = case.joined(unit.roles)
    yield case.say(f"在试点中的角色：{roles}。", f"Roles: {roles}.")
    if unit.bound_to_staffing:
        missing = lacking(case.repository.people_of(unit))
        if missing:
            yield case.say(f"标准化工作人员{missing.zh}。", f"Staff: {missing.en}.")
        else:
            yield case.say("标准化工作人员已配齐。", "Staff: complete.")
    mine = case.measured("coverage").within(unit=unit.id)
    if total := mine.required:
        lacks = total - mine.counted
        yield case.say(
            f"所属事项和岗位应有标准{total}项，已有{mine.counted}项，缺{lacks}项"
            f"（其中事项待确认的{len(mine.pending)}项）。",
            f"Standards for its items and posts: required {total}, there {mine.counted}, lacking"
            f" {lacks} (not confirmed {len(mine.pending)}).",
        )


def _of_unit(case: Case, unit: Unit, done: dict[str, bool]) -> Iterator[Block]:
    if rows := _rows(case, unit, done):
        caption = case.say("实施方案安排的任务", "Tasks of the plan")
        yield Table(caption, _columns(case), rows, ledger=True)
    else:
        yield Paragraph(
            case.say("实施方案没有给本单位安排任务。", "The plan has no task for this unit.")
        )


def _columns(case: Case) -> tuple[Column, ...]:
    say = case.say
    parts = Choosing(tuple(one.to(case.lang) for one in (_LEADS, _HELPS)))
    done, late, open_ = (one.to(case.lang) for one in (_DONE, _LATE, _OPEN))
    state = say("状态", "State")
    return (
        Column(say("任务", "Task"), width=40),
        Column(say("分工", "Part"), "code", 9, guides=(parts,)),
        Column(say("牵头", "Lead"), width=22),
        Column(say("期限", "Due"), "day", 14, guides=(Ending(case.day, state, (done,)),)),
        Column(state, "code", 12, guides=(Choosing((done, open_, late)), _lit(done, late, open_))),
    )


def _lit(done: str, late: str, open_: str) -> Lighting:
    return Lighting((done,), (late,), (open_,))


def _rows(case: Case, unit: Unit, done: dict[str, bool]) -> tuple[Row, ...]:
    roles: set[str] = set(unit.roles)
    parts = ((phase, task, _part(case, roles, task)) for phase, task in _tasks(case))
    return tuple(
        _row(case, phase, task, part, done=done[task.id]) for phase, task, part in parts if part
    )


def _part(case: Case, roles: set[str], task: Task) -> str | None:
    if roles & set(task.who.lead):
        return _LEADS.to(case.lang)
    return _HELPS.to(case.lang) if roles & set(task.who.with_) else None


def _row(case: Case, phase: Phase, task: Task, part: str, *, done: bool) -> Row:
    end = due(case, phase)
    if done:
        state = Cell(_DONE.to(case.lang), tone="good")
    elif end < case.day:
        state = Cell(_LATE.to(case.lang), tone="bad")
    else:
        state = Cell(_OPEN.to(case.lang), tone="open")
    lead = leads(case.repository, task).to(case.lang)
    return row(f"{task.id} {task.title}", part, lead, end, state)


def _own(case: Case, unit: Unit) -> Iterator[Block]:
    """Show how the unit has broken its tasks down, if it has."""
    mine = [one for one in case.repository.tasks if case.repository.unit_id(one.unit) == unit.id]
    if mine:
        planned = Choosing(tuple(task.id for _, task in _tasks(case)))
        columns = (
            Column(case.say("本单位任务", "Own task"), width=50),
            Column(case.say("所属任务", "Of"), "code", 12, guides=(planned,)),
            Column(case.say("责任人", "Person"), width=20),
            Column(case.say("期限", "Due"), "day", 14),
        )
        ordered = sorted(mine, key=lambda one: (one.due, one.id))
        rows = tuple(row(one.title, one.parent, case.who(one.person), one.due) for one in ordered)
        caption = case.say("本单位的任务分解", "Broken down by the unit")
        yield Table(caption, columns, rows, ledger=True)


REPORT = Report("unit-tasks", _TITLE, _PURPOSE, build, WITH_SHEETS, sheets=sheets)
