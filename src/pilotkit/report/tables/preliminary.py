"""The 初验 in rows: the verdict on every member unit beside what the records say of it."""

from collections.abc import Sequence

from pilotkit.model.evidence.nonconformity import Nonconformity
from pilotkit.model.unit import Unit
from pilotkit.plan.gaps import Cell as Part
from pilotkit.plan.lights import UnitLight
from pilotkit.plan.preliminary import Standing
from pilotkit.report.case import Case
from pilotkit.report.document import Cell, Column, Row, Table, cell, row


def verdict(case: Case, one: Standing) -> Cell:
    """Say whether a unit is 达标, is not, or nobody has come yet."""
    if one.passed:
        return Cell(case.say("达标", "passed"), tone="good")
    if one.failed:
        return Cell(case.say("未达标", "not passed"), tone="bad")
    return Cell(case.say("尚未初验", "not yet"), tone="open")


def standings_table(case: Case, standings: Sequence[Standing]) -> Table:
    """List the member units with the verdict on each."""
    say = case.say
    columns = (
        Column(say("序号", "No."), "number", 6),
        Column(say("单位", "Unit"), width=34),
        Column(say("类别", "Kind"), "code", 10),
        Column(say("初验日期", "Date"), "day", 14),
        Column(say("结论", "Verdict"), "code", 12),
        Column(say("意见", "Remark"), width=24),
    )
    rows = tuple(_row(case, index, one) for index, one in enumerate(standings, start=1))
    return Table(say("各单位初验结论", "Verdicts"), columns, rows)


def _row(case: Case, index: int, one: Standing) -> Row:
    kind = (
        case.say("街道", "street") if one.unit.level == "街道" else case.say("部门", "department")
    )
    said = one.assessment
    return row(
        index,
        one.unit.name,
        kind,
        said.date if said else None,
        verdict(case, one),
        said.note if said else None,
    )


def form_table(case: Case, one: Standing, parts: Sequence[Part], light: UnitLight | None) -> Table:
    """Fill the form of a unit: verdict, what was due, and column by column what is there."""
    columns = (
        Column(case.say("检查内容", "Looked at"), width=34),
        Column(case.say("已有/应有", "There of required"), "code", 20),
        Column(case.say("情况", "State"), width=46),
    )
    rows = [_on_time(case, light), *(_part(case, part) for part in parts)]
    rows.append(_faults(case, one.unit))
    return Table("", columns, tuple(rows), form=True)


def _on_time(case: Case, light: UnitLight | None) -> Row:
    label = case.say("到期产出按期完成", "Due outputs in time")
    timely = light.timeliness if light else None
    if timely is None or not timely.due:
        return row(label, None, case.say("没有到期的产出", "nothing was due"))
    late = timely.due - timely.on_time
    state = (
        Cell(case.say(f"未按期或未交齐{late}项", f"late or missing: {late}"), tone="bad")
        if late
        else Cell(case.say("全部按期", "all in time"), tone="good")
    )
    return row(label, f"{timely.on_time}/{timely.due}", state)


def _part(case: Case, part: Part) -> Row:
    title = part.column.title.to(case.lang)
    if not part.is_asked:
        return row(title, None, case.say("不要求", "not asked"))
    missing = len(part.missing)
    if not missing:
        state = Cell(case.say("齐全", "complete"), tone="good")
    else:
        reason = part.missing[0].reason
        first = reason.to(case.lang) if reason else ""
        told = case.say(f"缺{missing}项，如：{first}", f"{missing} lacking, such as: {first}")
        state = Cell(told, tone="bad")
    return row(title, f"{part.count}/{part.expected}", state)


def _faults(case: Case, unit: Unit) -> Row:
    """Count the nonconformities that the unit has to mend."""
    mine = [
        one
        for one in case.appraisal.basis.of(Nonconformity)
        if one.owner and unit_of(case, one.owner) == unit.id
    ]
    label = case.say("不合格项关闭", "Nonconformities closed")
    if not mine:
        return row(label, cell(None), case.say("没有在案的不合格项", "none on record"))
    closed = sum(one.is_closed_on(case.day) for one in mine)
    open_ = len(mine) - closed
    state = (
        Cell(case.say(f"未关闭{open_}个", f"open: {open_}"), tone="bad")
        if open_
        else Cell(case.say("全部关闭", "all closed"), tone="good")
    )
    return row(label, f"{closed}/{len(mine)}", state)


def unit_of(case: Case, name: str) -> str:
    """Return the id of the unit that a name stands for: itself, or that of a post."""
    post = case.repository.posts_by_id.get(name)
    return case.repository.unit_id(post.unit if post else name)


def concluded(case: Case, standings: Sequence[Standing]) -> str:
    """Say whether the binder may be compiled and the acceptance applied for."""
    waiting = [one.unit.name for one in standings if not one.passed]
    named = case.joined(waiting)
    if standings and not waiting:
        return case.say(
            f"{len(standings)}个成员单位全部初验达标（{len(standings)}/{len(standings)}），可以按先后"
            "顺序汇编资料，提请正式验收。",
            f"All {len(standings)} member units have passed ({len(standings)} of"
            f" {len(standings)}): the records may be compiled and the acceptance applied for.",
        )
    if not standings:
        return case.say(
            "没有初验对象，不作结论；不得提请正式验收。", "Nobody to visit: no conclusion."
        )
    return case.say(
        f"尚有{len(waiting)}个单位未达标或未初验（{len(waiting)}/{len(standings)}）："
        f"{named}。全部达标前不提请正式验收。",
        f"Not passed or not visited: {len(waiting)} of {len(standings)}: {named}."
        " The acceptance is not applied for before.",
    )
