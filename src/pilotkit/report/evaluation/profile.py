"""Sections 1 and 2: the pilot, its targets and its progress; organization and mechanisms."""

from collections.abc import Iterator

from pilotkit.report.case import Case
from pilotkit.report.conclusions import conclusion
from pilotkit.report.document import Block, Bullets, Figure, Heading, Paragraph
from pilotkit.report.tables.evidence import title_of
from pilotkit.report.tables.measures import measures_blocks
from pilotkit.report.tables.papers import in_marks, papers, papers_table, several
from pilotkit.report.tables.plan import phases_done, plan_drawing, tasks_done
from pilotkit.report.tables.targets import reached, targets_table


def profile(case: Case) -> Iterator[Block]:
    """Say what is piloted, by whom, how long, what for, and how far it is."""
    yield Heading(1, case.say("试点概况", "The pilot"))
    yield Heading(2, case.say("基本情况", "Facts"))
    yield Paragraph(introduction(case))
    yield Paragraph(
        case.say(
            f"本报告对照《{case.score.table.title}》逐条评价，数据截至{case.on(case.day)}；得分一律由"
            "在案的佐证材料计算得出，没有佐证的不计分。",
            f"This report goes through {case.score.table.title} line by line, as of {case.day};"
            " points are computed from evidence on record only.",
        )
    )
    yield from basis_blocks(case)
    yield Heading(2, case.say("目标任务", "Targets"))
    yield from targets_blocks(case)
    yield Heading(2, case.say("实施进度", "Progress"))
    yield from _progress(case)


def basis_blocks(case: Case) -> Iterator[Block]:
    """List the documents that the pilot rests on."""
    basis = case.pilot.basis if case.pilot else ()
    if basis:
        yield Paragraph(case.say("试点依据下列文件开展：", "It rests on these documents:"))
        yield Bullets(tuple(in_marks(one.title, one.number) for one in basis))


def introduction(case: Case) -> str:
    """Say what is piloted, by whom, where and how long."""
    pilot = case.pilot
    if pilot is None:
        return case.say("试点的基本情况还没有登记。", "The facts of the pilot are not on record.")
    since, until = case.on(pilot.period.since), case.on(pilot.period.until)
    place = case.unit_name(pilot.region or "")
    region = case.say(f"，区域为{place}", f" in {place}") if pilot.region else ""
    return case.say(
        f"{pilot.name}由{case.undertaking}承担{region}，试点期限自{since}至{until}。",
        f"{pilot.name} is undertaken by {case.undertaking}{region}, from {since} to {until}.",
    )


def targets_blocks(case: Case) -> Iterator[Block]:
    """Hold the targets of the plan against what is reached."""
    targets = case.repository.targets
    if not targets:
        yield Paragraph(
            case.say(
                "任务书目标还没有登记，登记后逐项对照。",
                "No target of the plan is on record; they will be compared one by one.",
            )
        )
        return
    met, n = reached(case), len(targets)
    yield Paragraph(
        case.say(
            f"任务书列明目标{n}项，目前达到{met}项（{met}/{n}），完成情况如下。",
            f"The plan names {n} targets; {met} of {n} are reached.",
        )
    )
    yield targets_table(case)


def _progress(case: Case) -> Iterator[Block]:
    phases = phases_done(case)
    if not phases:
        yield Paragraph(
            case.say("实施步骤还没有登记。", "The phases of the plan are not on record.")
        )
        return
    done, total = tasks_done(case)
    now = [
        phase.name
        for phase, _, _ in phases
        if phase.from_.first_day <= case.day <= phase.to.last_day
    ]
    where = (
        case.say(f"，目前处于“{case.joined(now)}”", f"; now in {case.joined(now)}") if now else ""
    )
    yield Paragraph(
        case.say(
            f"实施方案分{len(phases)}个阶段安排{total}项任务{where}。"
            f"成果齐全的任务{done}项（{done}/{total}）。",
            f"The plan has {len(phases)} phases with {total} tasks{where}. {done} of {total} have"
            " all their outputs.",
        )
    )
    yield Figure(case.say("实施步骤与进度", "Phases and progress"), plan_drawing(case))


def organization(case: Case) -> Iterator[Block]:
    """Say who leads, who works for it, and which rules and means there are."""
    yield Heading(1, case.say("组织与机制", "Organization and mechanisms"))
    yield Heading(2, case.say("领导机构和工作机构", "Leading group and office"))
    yield Paragraph(_leading_group(case))
    yield from conclusion(case, "C1")
    yield Heading(2, case.say("工作人员", "Staff"))
    caption = case.say("专兼职人员配备和培训", "Staff and their training")
    yield from measures_blocks(case, caption, ("staffing", "training_hours"))
    yield from conclusion(case, "C2")
    yield Heading(2, case.say("机制和保障", "Mechanisms and means"))
    asked = _asked(case)
    if asked:
        caption = case.say("机制和保障文件", "Documents on mechanisms and means")
        yield papers_table(case, caption, asked)
    else:
        yield Paragraph(
            case.say("计分表没有点名要哪些文件。", "The table names no document that it asks for.")
        )
    yield from conclusion(case, "C3", "C4", "C5")


def _leading_group(case: Case) -> str:
    people = [one for one in case.repository.roster if one.holds_on(case.day)]
    if not people:
        return case.say("领导小组名单还没有登记。", "The leading group is not on record yet.")
    zh, en = [], []
    for role, english in (("组长", "leader"), ("副组长", "deputies")):
        named = [
            f"{one.person}（{case.unit_name(one.unit)}{one.post}）"
            for one in people
            if one.role == role
        ]
        zh.append(f"{role}{len(named)}人：{'、'.join(named) or '空缺'}")
        en.append(f"{english} {len(named)}: {', '.join(named) or 'none'}")
    members = sum(one.role == "成员" for one in people)
    found = papers(case, "领导机构")
    proof = case.joined([one.number or title_of(case, one) for one in found])
    source = (
        case.say(f"以{proof}成立", f"set up by {proof}")
        if found
        else case.say("没有在案的成立文件", "without a document on record")
    )
    return case.say(
        f"试点工作领导小组共{len(people)}人，{source}。{'；'.join(zh)}；成员{members}人。",
        f"The leading group has {len(people)} people, {source}. {'; '.join(en)}; members"
        f" {members}.",
    )


def _asked(case: Case) -> list[str]:
    """Return the types of documents that the proofs of C3, C4 and C5 name, in their order."""
    found: dict[str, None] = {}
    for one in case.score.criteria:
        if one.indicator.id in {"C3", "C4", "C5"}:
            for _, node in one.criterion.proof.nodes():
                if node.evidence:
                    asked = node.evidence.where.get("doc_types", ())
                    found |= dict.fromkeys(
                        (*several(asked), *node.evidence.each.get("doc_types", ()))
                    )
    return list(found)
