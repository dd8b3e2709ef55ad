"""进度通报: who is on time and who is not, who is ahead, and each unit's figure for the year."""

from collections.abc import Iterator, Sequence

from pilotkit.model.measurement import cut_percent
from pilotkit.model.sentence import Sentence
from pilotkit.plan.gaps import gaps_of
from pilotkit.plan.lights import Light, UnitLight
from pilotkit.plan.state import SOON, State
from pilotkit.plan.status import Status, TaskStatus
from pilotkit.report.case import Case, document
from pilotkit.report.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Figure,
    Heading,
    Note,
    Paragraph,
    Row,
    Table,
    Tone,
    cell,
    row,
)
from pilotkit.report.drawings import lights as drawing
from pilotkit.report.report import Report
from pilotkit.report.tables.gaps import gaps_drawing, gaps_table
from pilotkit.report.tables.plan import plan_drawing, told_states
from pilotkit.report.tables.trend import trend_blocks

_TITLE = Sentence("进度通报", "Progress of the units")
_PURPOSE = Sentence(
    "发给各单位的通报：各阶段和各单位到了哪一步、谁先进、谁逾期",
    "for all units: how far each phase and unit is, who is ahead, who is late",
)
_TONES: dict[State, Tone] = {
    State.DONE: "good",
    State.DONE_LATE: "open",
    State.LAPSED: "open",
    State.DUE_SOON: "open",
    State.LATE: "bad",
    State.UNTRACED: "quiet",
    State.MADE_UP: "quiet",
    State.UNPROVED: "quiet",
    State.NOT_STARTED: "quiet",
}
_LIGHTS: dict[Light, Tone] = {
    Light.RED: "bad",
    Light.YELLOW: "open",
    Light.GREEN: "good",
    Light.GREY: "quiet",
}
_DRAWN: dict[Light, drawing.Light] = {
    Light.RED: "红",
    Light.YELLOW: "黄",
    Light.GREEN: "绿",
    Light.GREY: "灰",
}
# The table below the picture has all reasons; more of them there would make its letters small.
_MOST_DRAWN = 1


def build(case: Case) -> Document:
    """Build the tasks, the units with their lights, and the figures for the 年度考核."""
    return document(case, REPORT.name, _TITLE, _blocks(case))


def _blocks(case: Case) -> Iterator[Block]:
    status = case.status
    yield Heading(1, case.say("总体进度", "The plan"))
    yield from _plan(case, status)
    yield Heading(1, case.say("各单位情况", "The units"))
    yield from _units(case, status)
    yield from _elements(case)
    yield Heading(1, case.say("年度考核数据", "Figures for the yearly assessment"))
    yield from _figures(case, status)
    if case.scored:
        yield Heading(1, case.say("得分走势", "The points over time"))
        yield from trend_blocks(case)


def _plan(case: Case, status: Status) -> Iterator[Block]:
    tasks = [task for phase in status.phases for task in phase.tasks]
    if not tasks:
        yield Paragraph(case.say("实施步骤还没有登记。", "No task of the plan is on record yet."))
        return
    states, day = told_states(case, tasks), case.on(case.day)
    yield Paragraph(
        case.say(
            f"实施方案共{len(status.phases)}个阶段、{len(tasks)}项任务。截至{day}：{states}。",
            f"{len(status.phases)} phases, {len(tasks)} tasks. As of {day}: {states}.",
        )
    )
    yield _phases(case, status)
    yield Figure(case.say("实施步骤与进度", "Phases and progress"), plan_drawing(case))
    if late := [one for one in tasks if one.state in {State.LATE, State.LAPSED, State.DUE_SOON}]:
        yield _open_tasks(case, late)
    if any(one.state in {State.UNTRACED, State.MADE_UP} for one in tasks):
        yield Note(
            case.say(
                "阶段在实施方案印发之前已经结束的任务，不算逾期：没有材料的记作“已完成未留痕”，"
                "材料后补或不全的记作“补做”。",
                "What was due before the plan was issued is not late: it is shown as “no trace"
                " kept” where nothing is on record, else as “made up”.",
            )
        )


def _phases(case: Case, status: Status) -> Table:
    columns = (
        Column(case.say("阶段", "Phase"), width=34),
        Column(case.say("起止", "Months"), "code", 22),
        Column(case.say("任务完成", "Done"), "code", 16),
        Column(case.say("状态", "State"), "code", 22),
    )
    rows = tuple(
        row(
            f"{one.phase.id} {one.phase.name}",
            f"{one.phase.from_}—{one.phase.to}",
            f"{one.done}/{len(one.tasks)}",
            Cell(one.state.said.to(case.lang), tone=_TONES.get(one.state, "plain")),
        )
        for one in status.phases
    )
    return Table(case.say("各阶段进度", "Phases"), columns, rows)


def _open_tasks(case: Case, tasks: Sequence[TaskStatus]) -> Table:
    columns = (
        Column(case.say("任务", "Task"), width=30),
        Column(case.say("责任", "Lead"), width=20),
        Column(case.say("期限", "Due"), "day", 13),
        Column(case.say("状态", "State"), "code", 14),
        Column(case.say("还缺", "Lacks"), width=23),
    )
    rows = tuple(
        row(
            f"{one.id} {one.task.title}",
            one.lead.to(case.lang),
            one.due,
            Cell(one.state.said.to(case.lang), tone=_TONES[one.state]),
            case.joined(one.lacking),
        )
        for one in tasks
    )
    return Table(case.say("逾期和即将到期的任务", "Tasks late or soon due"), columns, rows)


def _units(case: Case, status: Status) -> Iterator[Block]:
    units = status.units
    if not units:
        yield Paragraph(case.say("参加试点的单位还没有登记。", "No unit is on record yet."))
        return
    counts = {light: sum(one.light is light for one in units) for light in Light}
    listed = [f"{light.word.to(case.lang)} {n}" for light, n in counts.items()]
    joined = case.say("，", ", ").join(listed)
    zh = f"在册单位{len(units)}个：{joined}。"
    yield Paragraph(case.say(zh, f"{len(units)} units: {joined}."))
    yield from _named(case, units)
    yield Figure(case.say("单位红黄绿灯", "Lights of the units"), _picture(case, units))
    yield _lights(case, units)


def _elements(case: Case) -> Iterator[Block]:
    """Show what every unit has of what it should have."""
    gaps = gaps_of(case.appraisal)
    if gaps.units:
        yield Heading(2, case.say("各单位各要素齐缺", "What the units have and lack"))
        caption = case.say("单位×要素（已有/应有）", "Units by element, there of required")
        yield Figure(caption, gaps_drawing(case, gaps))
        yield gaps_table(case, gaps)


def _named(case: Case, units: Sequence[UnitLight]) -> Iterator[Block]:
    """Name who is ahead, then who is late: the 先进 and the 通报 of the plan."""
    ahead = [one.unit.name for one in units if one.is_ahead]
    yield Heading(2, case.say("先进", "Ahead"))
    if ahead:
        joined = case.joined(ahead)
        zh = f"到期的产出全部按期交齐、没有逾期问题的单位：{joined}。"
        yield Paragraph(case.say(zh, f"All that was due came in time, nothing is late: {joined}."))
    else:
        yield Paragraph(case.say("目前没有。", "None so far."))
    yield Heading(2, case.say("通报", "Behind"))
    late = [one for one in units if one.light is Light.RED]
    if late:
        yield Bullets(tuple(_charged(case, one) for one in late))
    else:
        yield Paragraph(case.say("目前没有逾期的单位。", "No unit is behind."))


def _charged(case: Case, one: UnitLight) -> str:
    reasons = [reason.said.to(case.lang) for reason in one.reasons if reason.light is Light.RED]
    return f"{one.unit.name}{case.say('：', ': ')}{case.say('；', '; ').join(reasons)}"


def _lights(case: Case, units: Sequence[UnitLight]) -> Table:
    columns = (
        Column(case.say("单位", "Unit"), width=30),
        Column(case.say("灯", "Light"), "code", 10),
        Column(case.say("原因", "Why"), width=60),
    )
    rows = tuple(
        row(
            one.unit.name,
            Cell(one.light.word.to(case.lang), tone=_LIGHTS[one.light]),
            "\n".join(reason.said.to(case.lang) for reason in one.reasons),
        )
        for light in Light
        for one in units
        if one.light is light
    )
    return Table(case.say("单位红黄绿灯及原因", "Lights of the units, and why"), columns, rows)


def _picture(case: Case, units: Sequence[UnitLight]) -> str:
    meanings: dict[drawing.Light, str] = {
        "红": case.say("有逾期的产出、问题或数据错误", "something is late or wrong"),
        "黄": case.say(f"{SOON.days} 天内到期，或有提醒", f"due in {SOON.days} days, or warned of"),
        "绿": case.say("该交的已交齐", "all that was asked is there"),
        "灰": case.say("目前没有要交的", "nothing is asked yet"),
    }
    drawn = [
        drawing.Unit(
            one.unit.name,
            _DRAWN[one.light],
            [reason.said.to(case.lang) for reason in one.reasons[:_MOST_DRAWN]],
        )
        for one in units
    ]
    title = case.say("单位红黄绿灯", "Lights of the units")
    return drawing.draw(drawing.Lights(title, drawn, meanings), case.lang)


def _figures(case: Case, status: Status) -> Iterator[Block]:
    due = [one for one in status.units if one.timeliness.due]
    if not due:
        yield Paragraph(case.say("还没有到期的产出，不计算。", "Nothing was due yet: no figure."))
    else:
        columns = (
            Column(case.say("单位", "Unit"), width=40),
            Column(case.say("按期完成", "In time"), "number", 18),
            Column(case.say("应完成", "Due"), "number", 18),
            Column(case.say("按期完成率", "Share"), "code", 18),
        )
        rows = tuple(_figure(one) for one in due)
        yield Table(case.say("各单位按期完成率", "Shares done in time"), columns, rows)
    yield Note(
        case.say(
            "按期完成率＝按期完成且至今齐全的产出数÷到截至日应完成的产出数。产出包括本单位牵头任务的产出、"
            "逐单位收取的产出和本单位分解任务的产出，各算一项；方案印发前已到期的、工具暂不能核的不计。"
            "算法是本工具的取法，实施方案没有规定；比率截取到千分位。",
            "Share = outputs that came in time and are still there ÷ outputs due by the day: those"
            " of tasks that the unit leads, those that each unit owes, and those of its own tasks,"
            " each as one. Not counted is what was due before the plan was issued, and what the"
            " tool cannot prove yet. The plan does not say how to compute it; this is the tool's"
            " way. Shares are cut, not rounded.",
        )
    )


def _figure(one: UnitLight) -> Row:
    rate = one.timeliness.rate
    share = cell(None) if rate is None else Cell(cut_percent(rate))
    return row(one.unit.name, one.timeliness.on_time, one.timeliness.due, share)


REPORT = Report("progress", _TITLE, _PURPOSE, build)
