"""The plan of the self-evaluation in rows: team, dates, methods, units, outputs."""

from collections.abc import Sequence
from datetime import date

from pilotkit.model.evidence.official_document import Appointed, Planned
from pilotkit.model.plan import Phase, Task
from pilotkit.model.points import points_text
from pilotkit.model.score import CriterionScore
from pilotkit.model.sentence import Sentence
from pilotkit.model.unit import Unit
from pilotkit.report.case import Case, marked
from pilotkit.report.document import Cell, Column, Row, Table, cell, merged, row
from pilotkit.report.tables.papers import appointed, papers
from pilotkit.report.tables.plan import due, produced_rows

# How the leaves of a proof are looked at.
_METHODS = {
    "evidence": Sentence("查阅佐证材料", "evidence"),
    "measure": Sentence("核算指标", "measures"),
    "clean": Sentence("逐项检查", "checks"),
    "entity": Sentence("登记核对", "data"),
    "judgement": Sentence("专家评审", "experts"),
}
_MOST_PRIORITIES = 10


def team_table(case: Case, team: Sequence[Appointed]) -> Table:
    """List whom the plan on record appoints."""
    columns = (
        Column(case.say("姓名", "Name"), width=20),
        Column(case.say("单位", "Unit"), width=34),
        Column(case.say("职务", "Post"), width=24),
        Column(case.say("分工", "Part"), width=22),
    )
    rows = tuple(row(one.person, case.unit_name(one.unit), one.post, one.role) for one in team)
    return Table(case.say("评价组", "Team"), columns, rows)


def scheduled(case: Case) -> list[Planned]:
    """Return the lines that the plans on record have, by date."""
    lines = (line for paper in papers(case, "自评计划") for line in paper.schedule)
    return sorted(lines, key=lambda one: (one.due, one.id))


def dates_table(case: Case) -> Table:
    """List the steps of the evaluation: what is on record of each, with its day."""
    columns = (
        Column(case.say("步骤", "Step"), width=30),
        Column(case.say("日期", "Date"), "day", 14),
        Column(case.say("依据", "By"), width=56),
    )
    say = case.say
    rows = [
        _dated(case, say("印发自评计划", "Plan issued"), "自评计划"),
        *(_planned(case, line) for line in scheduled(case)),
        _claimed(case),
        _dated(case, say("形成自我评价报告", "Report written"), "自我评价报告"),
    ]
    return Table(say("工作步骤", "Steps"), columns, tuple(rows))


def _planned(case: Case, line: Planned) -> Row:
    unit = case.unit_name(line.unit) if line.unit else None
    return row(case.say(f"计划日程（{line.id}）", f"As planned ({line.id})"), line.due, unit)


def _dated(case: Case, step: str, type_: str) -> Row:
    found = papers(case, type_)
    if not found:
        return row(step, _open(case), case.say("未见记录", "not on record"))
    last = found[-1]
    number = case.numbers.of(last) or ""
    return row(step, last.date, f"{last.number or ''} {number}".strip() or None)


def _claimed(case: Case) -> Row:
    """Say when points were claimed last."""
    dates: list[date] = [
        one.date
        for one in case.repository.assessments
        if one.body == "自评" and one.date <= case.day
    ]
    step = case.say("对照计分表打分", "Points claimed")
    if not dates:
        return row(step, _open(case), case.say("未见记录", "not on record"))
    claimed = case.score.claimed
    told = case.say(
        f"自评得分{points_text(claimed)}分" if claimed is not None else "已打分",
        f"claimed {points_text(claimed)}" if claimed is not None else "claimed",
    )
    return row(step, max(dates), told)


def _open(case: Case) -> Cell:
    return Cell(case.say("待定", "open"), tone="open")


def methods_table(case: Case) -> Table:
    """Say for each indicator what it is worth and how it is looked at."""
    columns = (
        Column(case.say("二级指标", "Level 2"), width=24),
        Column(case.say("三级指标", "Level 3"), width=28),
        Column(case.say("分值", "Points"), "number", 8),
        Column(case.say("条数", "Criteria"), "number", 8),
        Column(case.say("方法", "How"), width=32),
    )
    rows = [
        row(
            marked(f"{second.id} {second.name}", second.prov),
            marked(f"{leaf.id} {leaf.name}", leaf.prov),
            leaf.points,
            len(leaf.criteria),
            _methods(case, case.score.of_indicator(leaf.id)),
        )
        for top in case.score.table.indicators
        for second in top.children
        for leaf in second.children
    ]
    return Table(case.say("评价内容和方法", "What, and how"), columns, merged(rows, 1))


def _methods(case: Case, criteria: Sequence[CriterionScore]) -> str:
    words = {node.word for one in criteria for _, node in one.criterion.proof.nodes()}
    said = [name.to(case.lang) for word, name in _METHODS.items() if word in words]
    return case.joined(said)


def priorities_table(case: Case) -> Table:
    """List the criteria that lose most by the records so far."""
    columns = (
        Column(case.say("条目", "Criterion"), "code", 9),
        Column(case.say("评分标准", "Words"), width=69),
        Column(case.say("分值", "Points"), "number", 11),
        Column(case.say("失分", "Lost"), "number", 11),
    )
    lost = sorted((one for one in case.score.criteria if one.lost), key=lambda one: -one.lost)
    rows = tuple(
        row(
            marked(one.id, one.criterion.prov),
            marked(one.criterion.text, one.criterion.prov),
            one.criterion.points,
            one.lost,
        )
        for one in lost[:_MOST_PRIORITIES]
    )
    return Table(case.say("评价重点", "Priorities"), columns, rows)


def evaluated(case: Case) -> list[Unit]:
    """Return the units that take part; who only guides or is the region itself does not."""
    return list(case.repository.units_in_roles(("牵头", "成员", "入驻", "街道", "社区")))


def units_table(case: Case) -> Table:
    """List the units that are evaluated: what is looked at in each, when, who stays away."""
    say = case.say
    columns = (
        Column(say("受评单位", "Unit"), width=28),
        Column(say("事项", "Items"), "number", 8),
        Column(say("岗位", "Posts"), "number", 8),
        Column(say("自编标准", "Own standards"), "number", 10),
        Column(say("牵头任务", "Tasks led"), "number", 10),
        Column(say("日程", "Date"), "day", 14),
        Column(say("回避人员", "Stays away"), width=22),
    )
    rows = tuple(_unit(case, unit) for unit in evaluated(case))
    return Table(say("受评单位和日程", "Units and their dates"), columns, rows)


def _unit(case: Case, unit: Unit) -> Row:
    repository = case.repository
    mine = sum(repository.unit_id(one.unit) == unit.id for one in case.items)
    posts = sum(repository.unit_id(one.unit) == unit.id for one in repository.living_posts)
    own = sum(
        one.issued_on(case.day) and repository.unit_id(one.unit) == unit.id
        for one in repository.standards
    )
    tasks = sum(
        not set(unit.roles).isdisjoint(task.who.lead) for _, task in repository.tasks_by_id.values()
    )
    days = [
        one.due for one in scheduled(case) if one.unit and repository.unit_id(one.unit) == unit.id
    ]
    team = appointed(case, "自评计划")
    away = [one.person for one in team if repository.unit_id(one.unit) == unit.id]
    day = cell(days[0]) if days else _open(case)
    return row(unit.name, mine, posts, own, tasks, day, case.joined(away))


def outputs_table(case: Case, asking: Sequence[tuple[Phase, Task]]) -> Table:
    """List what the tasks that ask for the evaluation put out, and how far it is."""
    columns = (
        Column(case.say("任务", "Task"), width=26),
        Column(case.say("成果", "Output"), width=26),
        Column(case.say("期限", "Due"), "day", 13),
        Column(case.say("完成情况", "How far"), width=35),
    )
    rows = [
        row(f"{task.id} {task.title}", name, due(case, phase), state)
        for phase, task in asking
        for name, state in produced_rows(case, task)
    ]
    return Table(case.say("评价输出", "Outputs"), columns, merged(rows, 1))
