"""领导小组专报: on one page the points, the goals, who is late, what is lost and what helps."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from pilotkit.measure.measures import TITLES
from pilotkit.model.diagnostic import Severity
from pilotkit.model.measurement import Measurement, cut_percent
from pilotkit.model.ownership import owners_of
from pilotkit.model.pilot import Target
from pilotkit.model.points import points_text
from pilotkit.model.sentence import Sentence
from pilotkit.plan.lights import Light
from pilotkit.plan.state import State
from pilotkit.plan.trouble import expiring
from pilotkit.plan.worklist import Wish, Worklist, worklist_of
from pilotkit.report.actions.figures import days_text, gain_said
from pilotkit.report.case import Case, document, marked
from pilotkit.report.document import Block, Cell, Column, Document, Row, Table, Tone, row
from pilotkit.report.report import Report
from pilotkit.report.tables.plan import told_states
from pilotkit.score.targets import is_met

_TITLE = Sentence("领导小组专报", "Briefing for the leading group")
_PURPOSE = Sentence(
    "领导小组开会看的一页：得分、进度、谁逾期、谁先进、下一步",
    "one page for the leading group: points, progress, who is late, who is ahead, what next",
)
# So many of each are read on a page; the other reports list all.
_MOST_LOSSES, _MOST_ACTIONS, _MOST_UNITS = 5, 3, 12


def build(case: Case) -> Document:
    """Build the page: a table of what matters and how it stands."""
    made = document(case, REPORT.name, _TITLE, _blocks(case))
    return replace(made, facts=made.facts[-1:])  # the rest of the page is needed


def _blocks(case: Case) -> Iterator[Block]:
    columns = (
        Column(case.say("事项", "What"), width=18),
        Column(case.say("情况", "How it stands"), width=82),
    )
    yield Table("", columns, tuple(_rows(case)))


def _rows(case: Case) -> Iterator[Row]:
    say = case.say
    yield _row(say("得分", "Points"), _points(case))
    if goals := _goals(case):
        yield _row(say("主要目标", "Goals"), goals)
    if plan := _plan(case):
        yield _row(say("工作进度", "The plan"), plan)
    units = case.status.units
    late = [one.unit.name for one in units if one.light is Light.RED]
    ahead = [one.unit.name for one in units if one.is_ahead]
    yield _row(say("逾期（通报）", "Behind"), [_named(case, late)], "bad" if late else "good")
    yield _row(say("先进", "Ahead"), [_named(case, ahead)], "good" if ahead else "quiet")
    if losses := _losses(case):
        yield _row(say("失分最多", "Most lost"), losses)
    yield _row(say("下一步", "Next"), _next(case))
    risks = _risks(case)
    none = say("目前没有。", "None so far.")
    yield _row(say("风险", "Risks"), risks or [none], "bad" if risks else "good")


def _row(name: str, lines: Sequence[str], tone: Tone = "plain") -> Row:
    return row(name, Cell("\n".join(lines), tone=tone))


def _points(case: Case) -> list[str]:
    score = case.score
    supported, most, lost, open_ = map(
        points_text, (score.supported, score.table.total, score.lost, score.unassessed)
    )
    claimed = None if score.claimed is None else points_text(score.claimed)
    zh = f"有据得分{supported}分（满分{most}分），失分{lost}分，其中待专家评审{open_}分"
    en = f"Supported {supported} of {most}, lost {lost}, of these {open_} await experts"
    if claimed is not None:
        zh, en = f"{zh}；自评得分{claimed}分", f"{en}; claimed {claimed}"
    found = {one.id: one for one in score.indicators}
    tops = [
        f"{marked(f'{one.id} {one.name}', one.prov)}"
        f" {points_text(found[one.id].supported)}/{points_text(one.points)}"
        for one in score.table.indicators
    ]
    mark = case.pass_mark
    if mark:
        reached, points = score.supported >= mark.value, points_text(mark.value)
        zh = f"{zh}；合格线{points}分，{'已达到' if reached else '未达到'}"
        en = f"{en}; pass mark {points}, {'reached' if reached else 'not reached'}"
    return [case.say(f"{zh}。", f"{en}."), case.say("；", "; ").join(tops)]


def _measured(case: Case) -> Iterator[tuple[Target, Decimal, Measurement]]:
    """Yield the targets that are a share of a measure, the share, and the measure."""
    found = case.score.measurements
    for one in case.repository.targets:
        if one.measure and one.measure in found and one.at_least is not None:
            yield one, one.at_least, found[one.measure]


def _goals(case: Case) -> list[str]:
    said = []
    for target, least, measured in _measured(case):
        rate = case.say("不适用", "n/a") if measured.rate is None else cut_percent(measured.rate)
        goal = f"{points_text(least * 100)} %"
        met = case.say("达到", "met") if is_met(target, measured) else case.say("未达到", "not met")
        title = TITLES[measured.measure].to(case.lang)
        said.append(
            case.say(f"{title}{rate}（目标{goal}，{met}）", f"{title} {rate} ({goal}: {met})")
        )
    return [case.say(f"{'；'.join(said)}。", f"{'; '.join(said)}.")] if said else []


def _plan(case: Case) -> list[str]:
    tasks = [task for phase in case.status.phases for task in phase.tasks]
    if not tasks:
        return []
    states = told_states(case, tasks)
    lines = [case.say(f"{len(tasks)}项任务：{states}。", f"{len(tasks)} tasks: {states}.")]
    if case.pilot:
        until = case.pilot.period.until
        left, day = (until - case.day).days, case.on(until)
        if left < 0:
            lines.append(case.say(f"试点已于{day}期满。", f"The pilot ended on {day}."))
        else:
            said = f"试点{day}期满，还有{left}天。"
            lines.append(case.say(said, f"The pilot ends on {day}, in {left} days."))
    return lines


def _named(case: Case, names: Sequence[str]) -> str:
    if not names:
        return case.say("目前没有。", "None so far.")
    joined = _joined(case, names)
    return case.say(f"{len(names)}个：{joined}。", f"{len(names)}: {joined}.")


def _joined(case: Case, names: Sequence[str]) -> str:
    more = case.say("等", " and more") if len(names) > _MOST_UNITS else ""
    return case.joined(names[:_MOST_UNITS]) + more


def _losses(case: Case) -> list[str]:
    lost = sorted((one for one in case.score.criteria if one.lost), key=lambda one: -one.lost)
    if not lost:
        return []
    first = [
        f"{one.id} {marked(one.indicator.name, one.indicator.prov)} −{points_text(one.lost)}"
        for one in lost[:_MOST_LOSSES]
    ]
    units = (unit for one in lost[:_MOST_LOSSES] for unit in owners_of(case.repository, one.id))
    owners = _joined(case, [case.unit_name(unit) for unit in dict.fromkeys(units)])
    listed, number = case.say("；", "; ").join(first), len(lost)
    return [
        case.say(f"{listed}（共{number}条）。", f"{listed} (of {number})."),
        case.say(f"责任单位：{owners}。", f"Owners: {owners}."),
    ]


def _next(case: Case) -> list[str]:
    listed = _worklist(case)
    if not listed.goal or not listed.actions:
        return [case.say("没有现在能着手的行动。", "Nothing can be done now.")]
    most, days = points_text(listed.goal.reachable), days_text(listed.goal.days)
    first = [
        f"{one.of.id} {gain_said(one).to(case.lang)} {one.title.to(case.lang)}"
        for one in listed.actions[:_MOST_ACTIONS]
    ]
    return [
        case.say(
            f"现在能着手的全部做完，至多到{most}分，约{days}人日。最划算的是：",
            f"All that can be done now leads to {most} at most, {days} days of work. Best first:",
        ),
        *first,
    ]


def _worklist(case: Case) -> Worklist:
    """List all that can be done, as the way to every point of the table."""
    until = case.pilot.period.until if case.pilot else None
    return worklist_of(case.repository, case.score, Wish(until, target=case.score.table.total))


def _risks(case: Case) -> list[str]:
    """Say what is wrong or will be soon: goals, tasks, evidence that expires, faulty records."""
    titles = [
        TITLES[one.measure].to(case.lang)
        for target, _, one in _measured(case)
        if not is_met(target, one)
    ]
    tasks = (task for phase in case.status.phases for task in phase.tasks)
    soon = [f"{one.id} {one.task.title}" for one in tasks if one.state is State.DUE_SOON]
    expire = sum(map(len, expiring(case.repository).values()))
    errors = case.verdict.count(Severity.ERROR)
    join = case.joined
    said = (
        (titles, f"目标未达到：{join(titles)}", f"goals not met: {join(titles)}"),
        (soon, f"即将到期：{join(soon)}", f"soon due: {join(soon)}"),
        (expire, f"证据即将过期{expire}份", f"evidence that expires soon: {expire}"),
        (errors, f"记录有错误{errors}处", f"errors in the records: {errors}"),
    )
    shown = [case.say(zh, en) for there, zh, en in said if there]
    return [case.say(f"{'；'.join(shown)}。", f"{'; '.join(shown)}.")] if shown else []


REPORT = Report("briefing", _TITLE, _PURPOSE, build)
