"""The application for the acceptance in rows: the form, and what goes with it."""

from pilotkit.measure.measures import HEADLINE, TITLES
from pilotkit.model.evidence.official_document import OfficialDocument
from pilotkit.model.points import points_text
from pilotkit.model.unit import Unit
from pilotkit.plan.preliminary import standings_of
from pilotkit.report.case import Case
from pilotkit.report.document import Cell, Column, Row, Table, cell, row
from pilotkit.report.scores.text import figure
from pilotkit.report.tables.evidence import is_open
from pilotkit.report.tables.papers import all_cited
from pilotkit.report.tables.targets import reached

# What an application holds, with the types of the documents that are it.
_ENCLOSED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("自我评价报告", "Self-evaluation report", ("自我评价报告",)),
    ("工作总结", "Work summary", ("工作总结",)),
    ("标准体系框架", "Framework", ("标准体系框架",)),
    ("标准明细表", "List of standards", ("标准明细表",)),
    ("标准汇总表", "Summary of standards", ("标准汇总表",)),
    ("编制说明", "Notes on the system", ("编制说明",)),
    ("内部审核报告", "Internal audit", ("内审报告",)),
    ("初验报告", "Preliminary inspection", ("初验报告",)),
)


def application_table(case: Case) -> Table:
    """Fill the form: who applies, for what, and the figures that an acceptance asks for."""
    columns = (
        Column(case.say("栏目", "Field"), width=30),
        Column(case.say("内容", "Content"), width=70),
    )
    rows = (*_who(case), *_figures(case))
    return Table(case.say("验收申请表", "Application form"), columns, rows)


def _who(case: Case) -> tuple[Row, ...]:
    say, pilot = case.say, case.pilot
    numbers = [one.number or one.title for one in pilot.basis] if pilot else []
    span = f"{case.on(pilot.period.since)}—{case.on(pilot.period.until)}" if pilot else None
    region = case.unit_name(pilot.region) if pilot and pilot.region else None
    unit = case.repository.unit(pilot.undertaking) if pilot else None
    return (
        row(say("项目名称", "Project"), case.pilot_name),
        row(say("承担单位", "Undertaking unit"), case.undertaking),
        row(say("所在区域", "Region"), region or _unknown(case)),
        row(say("下达和依据文件", "Basis"), "\n".join(numbers) or _unknown(case)),
        row(say("试点期限", "Period"), span or _unknown(case)),
        row(say("承担单位主要负责人", "Head of the unit"), _head(case, unit)),
        row(say("联系人和电话", "Contact"), _unknown(case)),
    )


def _unknown(case: Case) -> Cell:
    return Cell(case.say("未见记录，报送前补充", "not on record, to be added"), tone="open")


def _head(case: Case, unit: Unit | None) -> Cell:
    """Name the principal of the undertaking unit as a document on record appoints him."""
    for paper in case.appraisal.basis.of(OfficialDocument):
        for one in paper.appoints if is_open(paper) else ():
            if unit and one.principal and case.repository.unit_id(one.unit) == unit.id:
                return Cell(f"{one.person}（{one.post}）")
    return _unknown(case)


def _figures(case: Case) -> tuple[Row, ...]:
    say, score = case.say, case.score
    targets = case.repository.targets
    standings = standings_of(case.repository)
    passed = sum(one.passed for one in standings)
    issued = sum(one.issued_on(case.day) for one in case.repository.standards)
    adopted = sum(one.edition_on(case.day) is not None for one in case.repository.adopted)
    claimed = cell(score.claimed)
    return (
        row(
            say("标准数量", "Standards"),
            say(
                f"自编（已发布）{issued}项，采用（有现行版本）{adopted}项",
                f"own issued {issued}, adopted in force {adopted}",
            ),
        ),
        *(_measure(case, name) for name in HEADLINE),
        row(say("任务书目标达到", "Targets reached"), _fraction(reached(case), len(targets))),
        row(say("自评得分", "Claimed"), claimed),
        row(
            say("有据得分", "Supported"),
            f"{points_text(score.supported)}/{points_text(score.table.total)}",
        ),
        row(say("初验达标单位", "Units passed"), _fraction(passed, len(standings))),
        row(
            say("佐证材料", "Evidence"),
            say(
                f"{len(case.numbers.in_order())}份，编号见资料汇编",
                f"{len(case.numbers.in_order())} numbered records",
            ),
        ),
    )


def _fraction(part: int, whole: int) -> str | None:
    return f"{part}/{whole}" if whole else None


def _measure(case: Case, name: str) -> Row:
    return row(TITLES[name].to(case.lang), figure(case.measured(name)).to(case.lang))


def enclosures_table(case: Case) -> Table:
    """List what goes with the application, and whether it is issued."""
    columns = (
        Column(case.say("序号", "No."), "number", 6),
        Column(case.say("材料", "Enclosure"), width=26),
        Column(case.say("文件或数量", "Document or number"), width=50),
        Column(case.say("状况", "State"), "code", 18),
    )
    rows = [*(_paper(case, one) for one in _ENCLOSED), *_counted(case)]
    listed = tuple(Row((cell(index), *one.cells)) for index, one in enumerate(rows, start=1))
    return Table(case.say("申请材料清单", "Enclosures"), columns, listed)


def _paper(case: Case, one: tuple[str, str, tuple[str, ...]]) -> Row:
    zh, en, types = one
    found = all_cited(case, *types)
    state = (
        Cell(case.say("已印发", "issued"), tone="good")
        if found
        else Cell(case.say("尚无", "none"), tone="bad")
    )
    return row(case.say(zh, en), found, state)


def _counted(case: Case) -> tuple[Row, ...]:
    issued = sum(one.issued_on(case.day) for one in case.repository.standards)
    evidence, criteria = len(case.numbers.in_order()), len(case.score.criteria)
    return (
        _amount(case, ("标准文本汇编", "Texts of the standards"), (issued, "项")),
        _amount(case, ("自评得分表（计分表）", "The filled table"), (criteria, "条")),
        _amount(case, ("实施记录和佐证材料汇编", "Evidence, compiled"), (evidence, "份")),
    )


def _amount(case: Case, name: tuple[str, str], counted: tuple[int, str]) -> Row:
    n, unit = counted
    state = (
        Cell(case.say("已有", "there"), tone="good")
        if n
        else Cell(case.say("尚无", "none"), tone="bad")
    )
    return row(case.say(*name), case.say(f"{n}{unit}", str(n)), state)
