"""目标（任务书）完成情况对照: each target of the plan, how far it is, on which figures."""

from pilotkit.measure.measures import TITLES
from pilotkit.model.pilot import Target
from pilotkit.model.points import points_text
from pilotkit.model.score import ProofResult
from pilotkit.report.case import Case
from pilotkit.report.document import Cell, Column, Row, Table, cell, row
from pilotkit.report.scores.text import figure
from pilotkit.score.targets import is_met

_MOST_MISSING = 4


def targets_table(case: Case) -> Table:
    """Hold every target against its measure or its proof."""
    targets = case.repository.targets
    say = case.say
    columns = (
        Column(say("序号", "No."), "number", 4),
        Column(say("目标（任务书原文）", "Target (in the plan's words)"), width=24),
        Column(say("出处", "Source"), width=14),
        Column(say("以什么衡量", "Held against"), width=19),
        Column(say("完成情况", "How far"), width=28),
        Column(say("结论", "Verdict"), "code", 10),
    )
    rows = tuple(_row(case, index, one) for index, one in enumerate(targets, start=1))
    return Table(say("目标完成情况", "Targets and how far they are"), columns, rows)


def _row(case: Case, index: int, target: Target) -> Row:
    against, state, met = _state(case, index - 1, target)
    verdict = Cell(
        case.say("达到", "reached") if met else case.say("未达到", "not reached"),
        tone="good" if met else "bad",
    )
    return row(index, target.text, target.source, against, state, verdict)


def reached(case: Case) -> int:
    """Count the targets that are reached."""
    targets = case.repository.targets
    return sum(_state(case, at, target)[2] for at, target in enumerate(targets))


def unreached(case: Case) -> list[str]:
    """Return the targets that are not reached, in the words of the plan."""
    targets = case.repository.targets
    return [one.text for at, one in enumerate(targets) if not _state(case, at, one)[2]]


def _state(case: Case, at: int, target: Target) -> tuple[str, Cell, bool]:
    """Say what a target is held against, how far it is, and whether it is reached."""
    measured = case.score.measurements.get(target.measure or "")
    if measured and target.at_least is not None:
        goal = points_text(target.at_least * 100)
        title = TITLES[measured.measure].to(case.lang)
        method = f"（{measured.method}）" if measured.method else ""
        by = f" ({measured.method})" if measured.method else ""
        against = case.say(f"{title}{method}，目标 {goal} %", f"{title}{by}, target {goal} %")
        lines = [figure(measured).to(case.lang)]
        if measured.pending and measured.lower_rate is not None:
            lower = measured.lower_fraction
            lines.append(
                case.say(f"计入待确认的：{lower}", f"with the unconfirmed required: {lower}")
            )
        return against, Cell("\n".join(lines)), is_met(target, measured)
    if result := case.appraisal.target_results.get(at):
        return _asked(case, result), Cell(proof_state(case, result)), result.share == 1
    return case.say("未设指标", "no measure"), cell(None), False


def _asked(case: Case, result: ProofResult) -> str:
    nodes = result.children or (result,)
    return case.say("；", "; ").join(node.asks.to(case.lang) for node in nodes)


def proof_state(case: Case, result: ProofResult) -> str:
    """Say in words how far a proof is: done, or what is missing."""
    if result.share == 1:
        return case.say("依据齐全", "fully proved")
    missing = [one.to(case.lang) for node in result.nodes() for one in node.missing]
    shown = case.say("；", "; ").join(missing[:_MOST_MISSING])
    rest = len(missing) - _MOST_MISSING
    if rest > 0:
        shown += case.say(f"；另有{rest}条", f"; {rest} more")
    return shown or case.say("尚无依据", "nothing proves it yet")
