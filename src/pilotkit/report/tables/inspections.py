"""监督检查 in rows: what was planned and held, standard by standard, and what did not conform."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from pilotkit.model.evidence.inspection import CheckedClause, Inspection
from pilotkit.model.evidence.official_document import OfficialDocument, Planned
from pilotkit.report.case import Case
from pilotkit.report.document import Cell, Column, Row, Table, merged, row
from pilotkit.report.tables.evidence import is_open, title_of
from pilotkit.report.tables.measures import named
from pilotkit.report.tables.papers import papers
from pilotkit.report.tables.records import in_order

_PLANS = ("检查计划", "检查制度")
_RESULTS = ("符合", "不符合", "不适用")


def schedule_table(case: Case) -> Table:
    """Hold every line of the plans against the inspections that were held for it."""
    held: dict[str, date] = {}
    for one in in_order(case.appraisal.basis.of(Inspection)):
        if one.planned:
            held.setdefault(one.planned, one.date)
    columns = (
        Column(case.say("计划", "Plan"), width=34),
        Column(case.say("项目", "Line"), "code", 18),
        Column(case.say("期限", "Due"), "day", 12),
        Column(case.say("单位", "Unit"), width=22),
        Column(case.say("完成情况", "State"), "code", 14),
    )
    rows = [
        _planned(case, paper, line, held.get(line.id))
        for paper in papers(case, *_PLANS)
        for line in paper.schedule
    ]
    return Table(case.say("检查计划完成情况", "Planned inspections"), columns, merged(rows, 1))


def _planned(case: Case, paper: OfficialDocument, line: Planned, held: date | None) -> Row:
    unit = case.unit_name(line.unit or paper.unit)
    return row(title_of(case, paper), line.id, line.due, unit, _state(case, line.due, held))


def _state(case: Case, due: date, held: date | None) -> Cell:
    if held and held <= due:
        return Cell(case.say(f"{held} 完成", f"held {held}"), tone="good")
    if held:
        return Cell(case.say(f"{held} 逾期完成", f"late, {held}"), tone="open")
    if due < case.day:
        return Cell(case.say("逾期未开展", "not held"), tone="bad")
    return Cell(case.say("未到期", "not due yet"), tone="quiet")


def _clauses(case: Case) -> Iterator[tuple[Inspection, CheckedClause]]:
    """Yield the clauses of the inspections that may be shown."""
    for one in in_order(case.appraisal.basis.of(Inspection)):
        if is_open(one):
            yield from ((one, clause) for clause in one.clauses)


def by_standard_table(case: Case) -> Table:
    """Count inspections and results standard by standard."""
    counts: dict[str, Counter[str]] = {}
    visits: dict[str, set[str]] = {}
    for one, clause in _clauses(case):
        counts.setdefault(clause.standard, Counter())[clause.result] += 1
        visits.setdefault(clause.standard, set()).add(one.path)
    columns = (
        Column(case.say("标准", "Standard"), width=52),
        Column(case.say("检查次数", "Inspections"), "number", 12),
        *(Column(result, "number", 12) for result in _RESULTS),
    )
    ordered = sorted((named(case, id_), id_) for id_ in counts)
    rows = [
        row(name, len(visits[id_]), *(counts[id_][result] for result in _RESULTS))
        for name, id_ in ordered
    ]
    sums = (sum(one[result] for one in counts.values()) for result in _RESULTS)
    held = len({path for paths in visits.values() for path in paths})
    total = row(case.say("合计", "Total"), held, *sums, total=True)
    caption = case.say("检查条款按标准汇总", "Clauses looked at, by standard")
    return Table(caption, columns, (*rows, total) if rows else ())


def not_conforming_table(case: Case) -> Table:
    """List the clauses that did not conform."""
    columns = (
        Column(case.say("检查", "Inspection"), width=34),
        Column(case.say("标准", "Standard"), width=42),
        Column(case.say("条款", "Clause"), "code", 10),
        Column(case.say("佐证编号", "Number"), "code", 14),
    )
    rows = [
        row(
            f"{one.date.isoformat()} {title_of(case, one)}",
            named(case, clause.standard),
            clause.clause,
            case.numbers.of(one),
        )
        for one, clause in _clauses(case)
        if clause.result == "不符合"
    ]
    return Table(case.say("不符合的条款", "Clauses that did not conform"), columns, merged(rows, 1))
