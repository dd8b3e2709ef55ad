"""内部审核 in rows: the checklist, and where it did not conform by unit and pillar."""

from collections.abc import Iterable, Iterator

from pilotkit.model.evidence.inspection import Audit, CheckedClause
from pilotkit.model.evidence.nonconformity import Nonconformity
from pilotkit.model.standard import Standard
from pilotkit.report.case import Case
from pilotkit.report.document import Cell, Column, Row, Table, cell, merged, row
from pilotkit.report.tables.evidence import is_open, title_of
from pilotkit.report.tables.records import in_order
from pilotkit.report.tables.system import listed

_SOURCES = frozenset({"内审", "内部审核"})


def looked_at(audits: Iterable[Audit]) -> Iterator[tuple[Audit, CheckedClause]]:
    """Yield the clauses of the checklists that may be shown, each with its audit."""
    return ((one, clause) for one in audits if is_open(one) for clause in one.checklist)


def withheld(audits: Iterable[Audit]) -> int:
    """Count the audits whose content is internal."""
    return sum(not is_open(one) for one in audits)


def found_in_audits(case: Case) -> list[Nonconformity]:
    """Return the nonconformities whose source is an audit, the oldest first."""
    sources = {one.id for one in case.appraisal.basis.of(Audit)} | _SOURCES
    found = case.appraisal.basis.of(Nonconformity)
    return in_order(tuple(one for one in found if one.source in sources))


def distribution_table(case: Case, audits: Iterable[Audit]) -> Table:
    """Count 不符合 of the clauses that apply, by the unit of the standard and by pillar."""
    framework = case.repository.framework
    pillars = [(one.id, one.name) for one in framework.pillars] if framework else []
    counts: dict[str, dict[str | None, list[bool]]] = {}
    for _, clause in looked_at(audits):
        if clause.result != "不适用":
            unit, pillar = _place(case, clause)
            of_unit = counts.setdefault(unit, {})
            of_unit.setdefault(pillar, []).append(clause.result == "不符合")
    columns = (
        Column(case.say("受审核单位", "Unit"), width=28),
        *(Column(name, "code", 12) for _, name in pillars),
        Column(case.say("合计", "Total"), "code", 12),
    )
    ids = [id_ for id_, _ in pillars]
    rows = [_counted(name, of_unit, ids) for name, of_unit in sorted(counts.items())]
    whole: dict[str | None, list[bool]] = {}
    for of_unit in counts.values():
        for pillar, results in of_unit.items():
            whole.setdefault(pillar, []).extend(results)
    total = _counted(case.say("合计", "Total"), whole, ids)
    caption = case.say(
        "不符合条款分布（不符合数/适用条款数）", "Clauses that do not conform, of those that apply"
    )
    return Table(caption, columns, (*rows, Row(total.cells, total=True)))


def _place(case: Case, clause: CheckedClause) -> tuple[str, str | None]:
    standard = case.repository.standards_by_id.get(clause.standard)
    if not isinstance(standard, Standard):
        pillar = case.repository.pillar_of(standard) if standard else None
        return case.say("（采用标准）", "(adopted standards)"), pillar
    return case.unit_name(standard.unit), case.repository.pillar_of(standard)


def _counted(name: str, results: dict[str | None, list[bool]], pillars: list[str]) -> Row:
    every = [one for found in results.values() for one in found]
    return row(name, *(_share(results.get(pillar, [])) for pillar in pillars), _share(every))


def _share(results: list[bool]) -> Cell:
    if not results:
        return cell(None)
    bad = sum(results)
    return Cell(f"{bad}/{len(results)}", tone="bad" if bad else "plain")


def checklist_table(case: Case, audits: Iterable[Audit]) -> Table:
    """List every clause that was looked at with its result."""
    say = case.say
    columns = (
        Column(say("审核", "Audit"), width=22),
        Column(say("序号", "No."), "number", 6),
        Column(say("标准编号", "Standard"), "code", 18),
        Column(say("标准名称", "Title"), width=26),
        Column(say("条款", "Clause"), "code", 8),
        Column(say("结果", "Result"), "code", 9),
        Column(say("佐证编号", "Number"), "code", 14),
    )
    rows = [
        _checked(case, index, audit, clause)
        for index, (audit, clause) in enumerate(looked_at(audits), start=1)
    ]
    return Table(say("内部审核检查表", "Checklist"), columns, merged(rows, 1))


def _checked(case: Case, index: int, audit: Audit, clause: CheckedClause) -> Row:
    found = case.repository.standards_by_id.get(clause.standard)
    one = listed(case, found) if found else None
    return row(
        f"{audit.date.isoformat()} {title_of(case, audit)}",
        index,
        one.number if one else None,
        one.title if one else clause.standard,
        clause.clause,
        Cell(clause.result, tone="bad" if clause.result == "不符合" else "plain"),
        case.numbers.of(audit),
    )
