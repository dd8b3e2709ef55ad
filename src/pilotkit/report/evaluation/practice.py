"""Sections 4 and 5: standards in use and looked after; evaluation and improvement."""

from collections.abc import Iterator

from pilotkit.model.evidence.inspection import Audit, Inspection
from pilotkit.model.evidence.meeting import Meeting
from pilotkit.model.evidence.nonconformity import Nonconformity
from pilotkit.model.evidence.practice import PracticeRecord
from pilotkit.model.evidence.publicity import Publicity
from pilotkit.model.evidence.revision import Revision
from pilotkit.model.evidence.training import Training
from pilotkit.model.standard import Standard
from pilotkit.report.case import Case, of_whole
from pilotkit.report.conclusions import conclusion
from pilotkit.report.document import Block, Heading, Paragraph
from pilotkit.report.scores.text import figure
from pilotkit.report.tables.measures import measures_blocks
from pilotkit.report.tables.nonconformities import nonconformities_summary
from pilotkit.report.tables.records import trainings_table


def practice(case: Case) -> Iterator[Block]:
    """Say how standards were made known, are used, and are inspected."""
    yield Heading(1, case.say("标准实施与监督", "Standards in use"))
    yield Heading(2, case.say("宣贯培训", "Publicity and training"))
    yield Paragraph(_publicity(case))
    if case.appraisal.basis.of(Training):
        yield trainings_table(case)
    yield from conclusion(case, "C13", "C14", "C15")
    yield Heading(2, case.say("标准实施", "Use"))
    yield Paragraph(_use(case))
    caption = case.say("实施和记录的指标", "Measures of use and records")
    names = ("implementation", "knowledge", "records", "traceability")
    yield from measures_blocks(case, caption, names)
    yield from conclusion(case, "C16", "C17")
    yield Heading(2, case.say("监督检查", "Inspection"))
    yield Paragraph(_inspections(case))
    caption = case.say("监督检查的指标", "Measures of inspection")
    yield from measures_blocks(
        case, caption, ("inspections_held", "conformity", "problems_handled")
    )
    yield from conclusion(case, "C18")


def _publicity(case: Case) -> str:
    basis = case.appraisal.basis
    meetings = [one for one in basis.of(Meeting) if one.meeting_type == "动员会"]
    trainings, publicity = basis.of(Training), basis.of(Publicity)
    if not (meetings or trainings or publicity):
        return case.say(
            "截至目前没有在案的动员会、培训和宣传记录。",
            "No kickoff meeting, training or publicity is on record yet.",
        )
    outside = sum(one.scope == "外部" for one in publicity)
    return case.say(
        f"在案的动员会{len(meetings)}次，培训{len(trainings)}次，宣传{len(publicity)}次"
        f"（其中对外{outside}次）。",
        f"On record: kickoff meetings {len(meetings)}, trainings {len(trainings)}, publicity"
        f" {len(publicity)} (outside {outside}).",
    )


def _use(case: Case) -> str:
    measured = case.measured("implementation")
    own = {one.id for one in case.repository.standards if isinstance(one, Standard)}
    mine = [one for one in measured.subjects if one.id in own]
    used = sum(one.counted for one in mine)
    others, total = measured.counted - used, measured.total - len(mine)
    parts = (("自编", "own", used, len(mine)), ("采用", "adopted", others, total))
    split = case.say("，", ", ").join(
        case.say(f"{zh}{part}/{whole}", f"{en} {part}/{whole}")
        for zh, en, part, whole in parts
        if whole
    )
    tail = case.say(f"；其中{split}", f"; {split}") if split else ""
    ledgers = case.appraisal.basis.of(PracticeRecord)
    count = sum(one.count or 0 for one in ledgers)
    shown = figure(measured)
    records = (
        case.say(
            f"在案的实施记录{len(ledgers)}份，共记{count}件。",
            f"Records of use: {len(ledgers)}, over {count} cases.",
        )
        if ledgers
        else case.say("在案的实施记录还没有。", "No record of use yet.")
    )
    return case.say(
        f"标准实施率为：{shown.zh}（已实施的标准÷应实施的标准）{tail}。{records}",
        f"Implementation: {shown.en}{tail}. {records}",
    )


def _inspections(case: Case) -> str:
    held = case.appraisal.basis.of(Inspection)
    if not held:
        return case.say("截至目前没有在案的监督检查。", "No inspection is on record yet.")
    clauses = [clause for one in held for clause in one.clauses]
    against = sum(clause.result == "不符合" for clause in clauses)
    findings = [found for one in held for found in one.findings]
    handled = sum(found.is_handled_on(case.day) for found in findings)
    share = of_whole(handled, len(findings))
    return case.say(
        f"在案的监督检查{len(held)}次，检查条款{len(clauses)}条，其中不符合{against}条；"
        f"发现问题{len(findings)}个，已处理{handled}个{share.zh}。",
        f"Inspections {len(held)}, clauses {len(clauses)}, not conforming {against}; problems"
        f" {len(findings)}, handled {handled}{share.en}.",
    )


def improvement(case: Case) -> Iterator[Block]:
    """Say what was evaluated, what was wrong, and what was mended."""
    yield Heading(1, case.say("评价与改进", "Evaluation and improvement"))
    yield Heading(2, case.say("内部审核和自我评价", "Audit and self-evaluation"))
    yield Paragraph(_audits(case))
    yield from conclusion(case, "C19")
    yield Heading(2, case.say("不合格项和持续改进", "Nonconformities and improvement"))
    yield Paragraph(_faults(case))
    if case.appraisal.basis.of(Nonconformity):
        yield nonconformities_summary(case)
    caption = case.say("改进的指标", "Measures of improvement")
    yield from measures_blocks(case, caption, ("closure", "revisions_done"))
    yield from conclusion(case, "C20")


def _audits(case: Case) -> str:
    audits = case.appraisal.basis.of(Audit)
    claimed = case.score.claimed is not None
    marks = (
        case.say("已完成自我评价打分", "points are claimed")
        if claimed
        else case.say("自我评价打分还没有", "no points are claimed yet")
    )
    return case.say(
        f"在案的内部审核{len(audits)}次；{marks}。", f"Audits on record: {len(audits)}; {marks}."
    )


def _faults(case: Case) -> str:
    basis = case.appraisal.basis
    faults, revisions = basis.of(Nonconformity), basis.of(Revision)
    closed = sum(one.is_closed_on(case.day) for one in faults)
    share = of_whole(closed, len(faults))
    revised = sum(one.stage == "修订" for one in revisions)
    if not faults and not revisions:
        return case.say(
            "截至目前没有在案的不合格项和标准修订。",
            "No nonconformity and no revision is on record yet.",
        )
    return case.say(
        f"在案的不合格项{len(faults)}个，已验证关闭{closed}个{share.zh}；标准修订{revised}次。",
        f"Nonconformities {len(faults)}, verified closed {closed}{share.en}; revisions {revised}.",
    )
