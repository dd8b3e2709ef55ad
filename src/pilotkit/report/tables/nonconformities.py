"""不合格项: an overview, the list, and the form of each."""

from collections.abc import Sequence

from pilotkit.model.evidence.nonconformity import Nonconformity
from pilotkit.model.sentence import Sentence
from pilotkit.report.case import Case, numbered_title
from pilotkit.report.document import Cell, Column, Row, Table, row
from pilotkit.report.live import Choosing, Ending, Guide, Lighting
from pilotkit.report.tables.evidence import is_open, title_of
from pilotkit.report.tables.guides import units_guide
from pilotkit.report.tables.records import in_order

_SEVERITIES = ("严重", "一般", "观察项")
_SEVERITY_GUIDES = (Choosing(_SEVERITIES), Lighting(bad=("严重",)))
_CLOSED, _LATE = Sentence("已关闭", "closed"), Sentence("逾期未关闭", "overdue")
_OPEN = Sentence("未关闭", "open")


def nonconformities_summary(case: Case) -> Table:
    """Count the nonconformities by severity: all, closed, open, of these overdue."""
    say = case.say
    columns = (
        Column(say("性质", "Severity"), width=24),
        Column(say("数量", "All"), "number", 19),
        Column(say("已关闭", "Closed"), "number", 19),
        Column(say("未关闭", "Open"), "number", 19),
        Column(say("其中逾期", "Overdue"), "number", 19),
    )
    found = case.appraisal.basis.of(Nonconformity)
    rows = [
        _counts(case, severity, [one for one in found if one.severity == severity])
        for severity in _SEVERITIES
    ]
    total = _counts(case, say("合计", "Total"), list(found))
    return Table(
        say("不合格项关闭情况", "Nonconformities and their closing"),
        columns,
        (*rows, Row(total.cells, total=True)),
    )


def _counts(case: Case, name: str, found: list[Nonconformity]) -> Row:
    closed = sum(one.is_closed_on(case.day) for one in found)
    late = sum(one.is_overdue_on(case.day) for one in found)
    return row(name, len(found), closed, len(found) - closed, late)


def _standard(case: Case, name: str | None) -> str | None:
    """Name a standard by its number and title."""
    found = case.repository.standards_by_id.get(name or "")
    return numbered_title(found.number, found.title) if found else name


def nonconformities_table(case: Case) -> Table:
    """List the nonconformities with their way to the closing."""
    found = in_order(case.appraisal.basis.of(Nonconformity))
    return nonconformities_rows(case, case.say("不合格项一览", "Nonconformities"), found)


def nonconformities_rows(case: Case, caption: str, found: Sequence[Nonconformity]) -> Table:
    """List these nonconformities, a row each."""
    say = case.say
    verified = say("验证日期", "Verified")
    columns = (
        Column(say("日期", "Date"), "day", 10),
        Column(say("不合格项", "Nonconformity"), width=24),
        Column(say("依据标准、条款", "Standard, clause"), width=20),
        Column(say("性质", "Severity"), "code", 8, guides=_SEVERITY_GUIDES),
        Column(say("责任", "Owner"), width=16, guides=(units_guide(case),)),
        Column(say("期限", "Due"), "day", 10, guides=(Ending(case.day, verified),)),
        Column(verified, "day", 10),
        Column(say("状态", "State"), "code", 8, guides=_state_guides(case)),
        Column(say("佐证编号", "Number"), "code", 14),
    )
    rows = tuple(_nonconformity(case, one) for one in found)
    return Table(caption, columns, rows, ledger=True)


def _state_guides(case: Case) -> tuple[Guide, ...]:
    closed, late, open_ = (one.to(case.lang) for one in (_CLOSED, _LATE, _OPEN))
    return Choosing((closed, open_, late)), Lighting((closed,), (late,), (open_,))


def _nonconformity(case: Case, one: Nonconformity) -> Row:
    clause = " ".join(filter(None, (_standard(case, one.standard), one.clause)))
    return row(
        one.date,
        title_of(case, one),
        clause if is_open(one) else None,
        one.severity,
        case.who(one.owner) if one.owner and is_open(one) else None,
        one.due,
        one.verified_on,
        _closing(case, one),
        case.numbers.of(one),
    )


def _closing(case: Case, one: Nonconformity) -> Cell:
    """Say whether a nonconformity is closed on the day, open, or overdue."""
    if one.is_closed_on(case.day):
        return Cell(_CLOSED.to(case.lang), tone="good")
    if one.is_overdue_on(case.day):
        return Cell(_LATE.to(case.lang), tone="bad")
    return Cell(_OPEN.to(case.lang), tone="open")


def source_of(case: Case, one: Nonconformity) -> str | None:
    """Say where it was found: the record that is named, else what is written."""
    record = case.repository.evidence_by_id.get(one.source or "")
    return title_of(case, record) if record else one.source


def nonconformity_form(case: Case, one: Nonconformity) -> Table:
    """Fill the form of a nonconformity: what, why, what was done, by whom, verified by whom."""
    say = case.say
    basis = " ".join(filter(None, (_standard(case, one.standard), one.clause)))
    signed = [case.who(name) for by in one.signed if (name := by.person or by.unit)]
    lines = (
        (say("编号", "Number"), case.numbers.of(one) or one.id),
        (say("登记单位", "Recorded by"), case.unit_name(one.unit)),
        (say("来源", "Found by"), source_of(case, one)),
        (say("日期", "Date"), one.date.isoformat()),
        (say("依据标准、条款", "Standard, clause"), basis),
        (say("事实描述", "Facts"), one.facts),
        (say("性质", "Severity"), one.severity),
        (say("原因分析", "Cause"), one.cause),
        (say("纠正", "Correction"), one.correction),
        (say("纠正措施", "Corrective action"), one.corrective_action),
        (say("预防措施", "Preventive action"), one.preventive_action),
        (say("责任", "Owner"), case.who(one.owner) if one.owner else None),
        (say("期限", "Due"), one.due.isoformat() if one.due else None),
        (say("验证人", "Verified by"), case.who(one.verified_by) if one.verified_by else None),
        (say("验证日期", "Verified on"), one.verified_on.isoformat() if one.verified_on else None),
        (say("需修订的标准", "To be revised"), _standard(case, one.revision)),
        (say("确认签字", "Signed by"), case.joined(signed)),
        (say("状态", "State"), _closing(case, one)),
    )
    columns = (
        Column(say("栏目", "Field"), width=22),
        Column(say("内容", "Content"), width=78),
    )
    return Table("", columns, tuple(row(label, value) for label, value in lines), form=True)
