"""Sections 7 to 10: the filled table, what is lost and why, what will be done, the conclusion."""

from collections.abc import Iterator

from pilotkit.model.diagnostic import Severity
from pilotkit.model.ownership import owner_of
from pilotkit.model.points import points_text
from pilotkit.model.score import CriterionScore, Status
from pilotkit.report.case import Case, marked
from pilotkit.report.conclusions import claimed_points
from pilotkit.report.document import (
    Block,
    Cell,
    Column,
    Figure,
    Heading,
    Paragraph,
    Row,
    Table,
    cell,
    merged,
    row,
)
from pilotkit.report.drawings.score_bars import Bar, ScoreBars
from pilotkit.report.drawings.score_bars import draw as draw_bars
from pilotkit.report.tables.evidence import evidence_blocks
from pilotkit.report.tables.indicators import (
    FEWEST,
    MOST,
    indicators_table,
    radar_drawing,
    top_indicators,
)
from pilotkit.report.tables.plan import deadline
from pilotkit.report.tables.score import score_table
from pilotkit.report.tables.targets import reached


def filled_table(case: Case) -> Iterator[Block]:
    """Show the points by A on axes and by B as bars, then the whole table."""
    score = case.score
    yield Heading(1, case.say("自评得分表", "The filled table"))
    supported, most = points_text(score.supported), points_text(score.table.total)
    claimed = claimed_points(case)
    lost, open_ = points_text(score.lost), points_text(score.unassessed)
    yield Paragraph(
        case.say(
            f"有据得分{supported}分（满分{most}分），{claimed}；失分{lost}分，其中待专家评审"
            f"{open_}分。三级指标{_leaves(case)}项，评分标准{len(score.criteria)}条。",
            f"Supported {supported} of {most}, {claimed}; lost {lost}, of these {open_} await"
            f" experts. {_leaves(case)} indicators, {len(score.criteria)} criteria.",
        )
    )
    if FEWEST <= len(top_indicators(case)) <= MOST:
        caption = case.say("一级指标有据得分和自评得分", "Supported and claimed, by indicator")
        yield Figure(caption, radar_drawing(case))
    yield indicators_table(case)
    yield Figure(case.say("各项指标得分", "Points by indicator"), _bars(case))
    yield score_table(case)


def _leaves(case: Case) -> int:
    return len({one.indicator.id for one in case.score.criteria})


def _bars(case: Case) -> str:
    second = [child for top in case.score.table.indicators for child in top.children]
    found = {one.id: one for one in case.score.indicators}
    bars = [
        Bar(
            marked(f"{one.id} {one.name}", one.prov),
            found[one.id].supported,
            found[one.id].claimed,
            one.points,
        )
        for one in second
        if one.id in found
    ]
    return draw_bars(ScoreBars(case.say("各项指标得分", "Points by indicator"), bars), case.lang)


def _lost(case: Case) -> list[CriterionScore]:
    return [one for one in case.score.criteria if one.lost]


def problems(case: Case) -> Iterator[Block]:
    """Name what is lost and why, criterion by criterion, and what the checks find."""
    yield Heading(1, case.say("存在问题", "What is wrong"))
    yield from losses(case)
    errors = case.verdict.count(Severity.ERROR)
    warnings = case.verdict.count(Severity.WARNING)
    yield Paragraph(
        case.say(
            f"另经记录检查，发现错误{errors}个、提醒{warnings}个，逐条列在检查清单中。",
            f"Checks of the records find errors: {errors}, warnings: {warnings}; the list of the"
            " checks names each.",
        )
    )


def losses(case: Case) -> Iterator[Block]:
    """Name what is lost and why, criterion by criterion."""
    lost = _lost(case)
    if lost:
        points = points_text(case.score.lost)
        yield Paragraph(
            case.say(
                f"失分{points}分，涉及{len(lost)}条评分标准，原因如下。",
                f"{points} points are lost in {len(lost)} criteria, for these reasons.",
            )
        )
        yield _losses_table(case, lost)
    else:
        yield Paragraph(case.say("对照计分表没有失分。", "No point is lost."))


def _losses_table(case: Case, lost: list[CriterionScore]) -> Table:
    say = case.say
    columns = (
        Column(say("三级指标", "Indicator"), width=16),
        Column(say("条目", "Criterion"), "code", 8),
        Column(say("失分", "Lost"), "number", 7),
        Column(say("原因", "Why"), width=69),
    )
    rows = [
        row(
            marked(f"{one.indicator.id} {one.indicator.name}", one.indicator.prov),
            marked(one.id, one.criterion.prov),
            one.lost,
            "\n".join(reason.to(case.lang) for reason in one.reasons),
        )
        for one in lost
    ]
    return Table(say("失分及原因", "Points lost, and why"), columns, merged(rows, 1))


def plans(case: Case) -> Iterator[Block]:
    """Say who wins back which points by when, by the plan."""
    yield Heading(1, case.say("改进计划", "What will be done"))
    yield from improvements(case)


def improvements(case: Case) -> Iterator[Block]:
    """List what wins back points: what, who, by when."""
    lost = _lost(case)
    if not lost:
        yield Paragraph(
            case.say(
                "保持现有机制有效运行，按计划检查、评价和复审。",
                "Keep what is in place running; inspect, evaluate and recheck as planned.",
            )
        )
        return
    unplanned = [one.id for one in lost if deadline(case, one.id) is None]
    yield Paragraph(
        case.say(
            "针对上述失分，按实施方案的任务分工和时间安排逐条补齐；已过期的尽快补办。",
            "What is lost is to be won back by the tasks and dates of the plan; what is overdue"
            " at once.",
        )
    )
    yield _plans_table(case, lost)
    if unplanned:
        yield Paragraph(
            case.say(
                f"有{len(unplanned)}条（{case.joined(unplanned)}）在实施方案里没有任务承担，须由"
                f"{case.undertaking}补列任务，明确责任和期限。",
                f"No task of the plan serves {len(unplanned)} of them ({case.joined(unplanned)}):"
                f" {case.undertaking} has to add tasks with owners and dates.",
            )
        )


def _plans_table(case: Case, lost: list[CriterionScore]) -> Table:
    say = case.say
    columns = (
        Column(say("条目", "Criterion"), "code", 7),
        Column(say("要做的事", "What"), width=46),
        Column(say("责任（任务）", "Who (task)"), width=24),
        Column(say("期限", "By"), "day", 11),
        Column(say("可得分", "Points"), "number", 7),
    )
    rows = tuple(_plan(case, one) for one in lost)
    return Table(say("改进计划", "Plan of improvement"), columns, rows)


def _plan(case: Case, one: CriterionScore) -> Row:
    name = marked(f"{one.indicator.name}：{one.criterion.text}", one.criterion.prov)
    due = deadline(case, one.id)
    by = cell(due)
    if due is None:
        by = Cell(case.say("待定", "open"), tone="open")
    elif due < case.day:
        by = Cell(f"{due.isoformat()}\n{case.say('已过期', 'overdue')}", due, "bad")
    owner = owner_of(case.repository, one.id).to(case.lang)
    return row(one.id, name, owner, by, one.lost)


def ending(case: Case) -> Iterator[Block]:
    """Conclude, and list the evidence."""
    yield Heading(1, case.say("结论", "Conclusion"))
    yield Paragraph(concluded(case))
    yield Heading(1, case.say("佐证材料清单", "Evidence"), annex=True)
    yield from evidence_blocks(case, captioned=False)


def concluded(case: Case) -> str:
    """Say how many points are supported, whether they pass, and how many targets are reached."""
    score = case.score
    mark = case.pass_mark
    supported, most = points_text(score.supported), points_text(score.table.total)
    met = sum(one.status is Status.MET for one in score.criteria)
    targets = case.repository.targets
    done = (
        case.say(
            f"任务书目标达到{reached(case)}/{len(targets)}项",
            f"targets reached {reached(case)}/{len(targets)}",
        )
        if targets
        else case.say("任务书目标还没有登记", "no target is on record")
    )
    zh = f"截至{case.on(case.day)}，试点有据得分{supported}分（满分{most}分）"
    en = f"On {case.day} the pilot has {supported} of {most} points supported"
    if mark:
        enough = score.supported >= mark.value
        points = points_text(mark.value)
        doubt = ("，未核实", ", unverified") if mark.status == "unverified" else ("", "")
        zh += f"，{'达到' if enough else '未达到'}合格分{points}分（按配置{doubt[0]}）"
        en += f", {'at least' if enough else 'below'} the pass mark {points} (configured{doubt[1]})"
    return case.say(
        f"{zh}；达到的评分标准{met}/{len(score.criteria)}条；{done}。"
        "以上结论由在案材料得出，材料变动后应重新评价。",
        f"{en}; criteria met {met}/{len(score.criteria)}; {done}. All of it follows from"
        " the records and changes with them.",
    )
