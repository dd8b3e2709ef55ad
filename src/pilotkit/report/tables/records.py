"""Ledgers of what is on record and counts: trainings, inspections, faults, surveys, comparisons."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from pilotkit.model.evidence.achievement import Achievement
from pilotkit.model.evidence.efficiency import Efficiency, Figures
from pilotkit.model.evidence.inspection import AnyLook, Inspection
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.evidence.satisfaction import Survey
from pilotkit.model.evidence.training import Stage, Training
from pilotkit.model.measurement import cut_percent
from pilotkit.model.points import points_text
from pilotkit.model.sentence import Sentence
from pilotkit.report.case import Case
from pilotkit.report.document import NOTHING, Bullets, Cell, Column, Row, Table, cell, merged, row
from pilotkit.report.live import Lighting
from pilotkit.report.tables.evidence import is_open, title_of
from pilotkit.report.tables.guides import words_guide

AnyEvidence = TypeVar("AnyEvidence", bound=Evidence)
# What a comparison holds before against after.
COMPARED = {
    "steps": Sentence("环节", "Steps"),
    "materials": Sentence("材料", "Materials"),
    "days": Sentence("时限（天）", "Days"),
    "visits": Sentence("跑动次数", "Visits"),
    "cost": Sentence("成本（元）", "Cost"),
}


def in_order(records: tuple[AnyEvidence, ...]) -> list[AnyEvidence]:
    """Sort records by their date."""
    return sorted(records, key=lambda one: (one.date, one.id))


def trainings_table(case: Case) -> Table:
    """List the trainings: stage, hours, people, how the effect was examined."""
    say = case.say
    columns = (
        Column(say("日期", "Date"), "day", 10),
        Column(say("培训", "Training"), width=26),
        Column(say("阶段", "Stage"), "code", 12, guides=(words_guide(Stage),)),
        Column(say("学时", "Hours"), "number", 6),
        Column(say("人数", "People"), "number", 6),
        Column(say("效果考核", "Examined by"), width=12, guides=(Lighting(open=(NOTHING,)),)),
        Column(say("合格率", "Passed"), "number", 8),
        Column(say("证书", "Certificates"), "number", 6),
        Column(say("佐证编号", "Number"), "code", 14),
    )
    rows = tuple(_training(case, one) for one in in_order(case.appraisal.basis.of(Training)))
    return Table(say("培训台账", "Trainings"), columns, rows, ledger=True)


def _training(case: Case, one: Training) -> Row:
    people = sum(who.count if who.count is not None else 1 for who in one.attendees)
    passed = one.assessed.pass_rate if one.assessed else None
    rate = cell(None) if passed is None else Cell(f"{points_text(passed * 100)} %", passed)
    return row(
        one.date,
        title_of(case, one),
        one.stage,
        one.hours,
        people,
        one.assessed.method if one.assessed else None,
        rate,
        len(one.certificates),
        case.numbers.of(one),
    )


def inspections_table(case: Case) -> Table:
    """List inspections and audits: when, by whom, how many clauses, how many problems."""
    caption = case.say("监督检查和内部审核", "Inspections and audits")
    return looks_table(case, caption, case.appraisal.basis.looks)


def looks_table(case: Case, caption: str, looked: tuple[AnyLook, ...]) -> Table:
    """List these inspections or audits."""
    say = case.say
    columns = (
        Column(say("日期", "Date"), "day", 9),
        Column(say("检查", "Inspection"), width=24),
        Column(say("类别", "Kind"), "code", 10),
        Column(say("检查人", "By"), width=14),
        Column(say("条款", "Clauses"), "number", 6),
        Column(say("符合", "Conform"), "number", 6),
        Column(say("不符合", "Do not"), "number", 6),
        Column(say("问题", "Problems"), "number", 6),
        Column(say("已处理", "Handled"), "number", 6),
        Column(say("佐证编号", "Number"), "code", 13),
    )
    return Table(caption, columns, tuple(_look(case, one) for one in in_order(looked)))


def _look(case: Case, one: AnyLook) -> Row:
    if isinstance(one, Inspection):
        kind, people = (
            case.say(f"监督检查（{one.level}）", f"inspection, {one.level}"),
            one.inspectors,
        )
    else:
        kind, people = case.say("内部审核", "audit"), one.team
    results = [clause.result for clause in one.checked]
    handled = sum(found.is_handled_on(case.day) for found in one.findings)
    return row(
        one.date,
        title_of(case, one),
        kind,
        case.joined(map(case.who, people)) if is_open(one) else None,
        len(results),
        results.count("符合"),
        results.count("不符合"),
        len(one.findings),
        handled,
        case.numbers.of(one),
    )


def problems_table(case: Case) -> Table:
    """List the problems found, each with its owner, its due day and how it was handled."""
    say = case.say
    columns = (
        Column(say("检查", "Inspection"), width=20),
        Column(say("问题", "Problem"), width=32),
        Column(say("责任", "Owner"), width=14),
        Column(say("期限", "Due"), "day", 10),
        Column(say("处理日期", "Handled"), "day", 10),
        Column(say("处理结果", "Result"), width=24),
    )
    rows = merged(list(_problems(case)), 1)
    return Table(say("问题处理记录", "Problems and how they were handled"), columns, rows)


def _problems(case: Case) -> Iterator[Row]:
    for one in in_order(case.appraisal.basis.looks):
        head = f"{one.date.isoformat()} {title_of(case, one)}"
        for found in one.findings:
            if not is_open(one):
                withheld = case.say("（内部资料，内容不公开）", "(internal, withheld)")
                yield row(head, withheld, None, found.due, found.handled_on, None)
                continue
            owner = case.who(found.owner) if found.owner else None
            yield row(head, found.facts, owner, found.due, found.handled_on, found.result)


def surveys_table(case: Case) -> Table:
    """List the surveys; methods stand side by side and are never pooled."""
    say = case.say
    columns = (
        Column(say("时段", "Period"), width=20),
        Column(say("方法", "Method"), "code", 10),
        Column(say("机构", "Agency"), width=20),
        Column(say("有效评价", "Valid"), "number", 9),
        Column(say("满意", "Satisfied"), "number", 9),
        Column(say("满意度", "Rate"), "number", 9),
        Column(say("佐证编号", "Number"), "code", 14),
    )
    found = sorted(case.appraisal.basis.of(Survey), key=lambda one: (one.time, one.id))
    return Table(say("满意度调查", "Surveys"), columns, tuple(_survey(case, one) for one in found))


def _survey(case: Case, one: Survey) -> Row:
    valid, positive = one.counts.valid, one.counts.positive
    rate = Cell(cut_percent(Fraction(positive, valid))) if valid else cell(None)
    span = f"{one.period.from_}—{one.period.to}"
    agency = one.agency if is_open(one) else None
    return row(span, one.method, agency, valid, positive, rate, case.numbers.of(one))


def efficiency_table(case: Case) -> Table:
    """Hold before against after, a row an item of a comparison."""
    say = case.say
    columns = (
        Column(say("事项", "Items"), width=26),
        *(
            Column(half, "number", 7, title.to(case.lang))
            for title in COMPARED.values()
            for half in (say("前", "before"), say("后", "after"))
        ),
        Column(say("佐证编号", "Number"), "code", 14),
    )
    found = in_order(case.appraisal.basis.of(Efficiency))
    rows = tuple(_comparison(case, one) for one in found)
    return Table(say("实施前后效能对比", "Before and after"), columns, rows)


def _comparison(case: Case, one: Efficiency) -> Row:
    items = [case.repository.items_by_id.get(id_) for id_ in one.items]
    names = [item.name if item else id_ for item, id_ in zip(items, one.items, strict=True)]
    values = [_figure(half, key) for key in COMPARED for half in (one.before, one.after)]
    return row(case.joined(names), *values, case.numbers.of(one))


def _figure(figures: Figures, key: str) -> int | Decimal | None:
    value: int | Decimal | None = getattr(figures, key)
    return value


def achievements(case: Case, found: tuple[Achievement, ...]) -> Bullets:
    """List what was won, the oldest first."""
    return Bullets(
        tuple(
            f"{one.aspect}：{title_of(case, one)}（{one.date.isoformat()}）"
            for one in in_order(found)
        )
    )
