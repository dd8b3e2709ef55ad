"""Section 2: what the pilot brought, in figures."""

from collections.abc import Iterator
from decimal import Decimal

from pilotkit.measure.measures import TITLES
from pilotkit.model.evidence.achievement import Achievement
from pilotkit.model.evidence.complaints import Complaints
from pilotkit.model.evidence.efficiency import Efficiency
from pilotkit.model.points import points_text
from pilotkit.report.case import Case, of_whole
from pilotkit.report.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Figure,
    Heading,
    Paragraph,
    Row,
    Table,
    cell,
    row,
)
from pilotkit.report.evaluation.closing import concluded
from pilotkit.report.evaluation.profile import targets_blocks
from pilotkit.report.scores.text import figure
from pilotkit.report.tables.coverage import coverage_drawing
from pilotkit.report.tables.records import (
    COMPARED,
    achievements,
    efficiency_table,
    surveys_table,
)

_MEASURES = (
    "coverage",
    "implementation",
    "satisfaction",
    "disclosure",
    "conformity",
    "closure",
    "complaints_handled",
    "efficiency_gain",
    "cost_gain",
)


def results(case: Case) -> Iterator[Block]:
    """Say what was reached of the targets, and what changed for those who are served."""
    yield Heading(1, case.say("主要成效", "What it brought"))
    yield Heading(2, case.say("目标完成情况", "Targets"))
    yield from targets_blocks(case)
    yield Paragraph(concluded(case))
    yield Heading(2, case.say("主要指标", "Measures"))
    yield _measures_table(case)
    if case.measured("coverage").lower_rate is not None:
        yield Figure(
            case.say("标准覆盖率（按支柱体系）", "Coverage by pillar"), coverage_drawing(case)
        )
    yield Heading(2, case.say("服务和管理的变化", "What changed"))
    yield from _changes(case)
    yield Heading(2, case.say("影响力和标准化创新", "Influence and innovation"))
    yield from _achievements(case)


def _measures_table(case: Case) -> Table:
    columns = (
        Column(case.say("指标", "Measure"), width=34),
        Column(case.say("分子/分母", "Fraction"), width=40),
        Column(case.say("目标", "Target"), "code", 26),
    )
    rows = tuple(_measure(case, name) for name in _MEASURES)
    return Table(case.say("主要指标一览", "Measures"), columns, rows)


def _measure(case: Case, name: str) -> Row:
    measured = case.measured(name)
    method = case.say(f"（{measured.method}）", f" ({measured.method})") if measured.method else ""
    targets = case.repository.targets
    goal = next((one.at_least for one in targets if one.measure == name), None)
    shown = Cell(figure(measured).to(case.lang), tone="quiet" if measured.rate is None else "plain")
    wanted = f"≥ {points_text(goal * 100)} %" if goal is not None else cell(None)
    return row(f"{TITLES[name].to(case.lang)}{method}", shown, wanted)


def _changes(case: Case) -> Iterator[Block]:
    told = [*_sums(case), *_complaints(case)]
    if told:
        yield Bullets(tuple(told))
    else:
        yield Paragraph(
            case.say(
                "试点前后的对比、满意度调查和意见投诉台账未见记录，成效待补充佐证后写入。",
                "No comparison, survey or ledger of complaints is on record: nothing to tell.",
            )
        )
    if case.appraisal.basis.of(Efficiency):
        yield efficiency_table(case)
    surveys = surveys_table(case)
    if surveys.rows:
        yield surveys


def _sums(case: Case) -> Iterator[str]:
    """Add up what the comparisons say before and after, where both halves say it."""
    compared = case.appraisal.basis.of(Efficiency)
    for key, (zh, en) in COMPARED.items():
        halves = [
            (Decimal(before), Decimal(after))
            for one in compared
            if (before := getattr(one.before, key)) is not None
            and (after := getattr(one.after, key)) is not None
        ]
        if halves:
            before = points_text(sum((one for one, _ in halves), Decimal(0)))
            after = points_text(sum((one for _, one in halves), Decimal(0)))
            yield case.say(
                f"{zh}：有前后数据的对比{len(halves)}组，合计由{before}变为{after}。",
                f"{en}: from {before} to {after} (comparisons: {len(halves)}).",
            )


def _complaints(case: Case) -> Iterator[str]:
    ledgers = sorted(case.appraisal.basis.of(Complaints), key=lambda one: one.time)
    if len(ledgers) > 1:
        first, last = ledgers[0], ledgers[-1]
        resolved = sum(one.resolved for one in ledgers)
        received = sum(one.received for one in ledgers)
        share = of_whole(resolved, received)
        yield case.say(
            f"意见投诉：首期（{first.period.from_}—{first.period.to}）{first.received}件，末期"
            f"（{last.period.from_}—{last.period.to}）{last.received}件；{len(ledgers)}期共办结"
            f"{resolved}件{share.zh}。",
            f"Complaints: {first.received} in the first period, {last.received} in the last;"
            f" resolved {resolved}{share.en} over {len(ledgers)} periods.",
        )


def _achievements(case: Case) -> Iterator[Block]:
    if found := case.appraisal.basis.of(Achievement):
        yield achievements(case, found)
    else:
        yield Paragraph(
            case.say(
                "推广、科研项目、主持制定标准、技术组织任职等业绩未见记录。",
                "No achievement is on record.",
            )
        )
