"""Section 3: the system of standards, its structure, its numbers, what it covers."""

from collections import Counter
from collections.abc import Iterator

from pilotkit.report.case import Case
from pilotkit.report.conclusions import conclusion
from pilotkit.report.document import Block, Figure, Heading, Paragraph
from pilotkit.report.scores.text import figure
from pilotkit.report.tables.coverage import breakdown_table, coverage_drawing, missing_by_unit
from pilotkit.report.tables.framework import empty_subsystems, framework_drawing
from pilotkit.report.tables.summary import summary_table
from pilotkit.report.tables.system import shelves

_MOST_UNITS = 8


def system(case: Case) -> Iterator[Block]:
    """Describe the system."""
    yield Heading(1, case.say("标准体系", "The system of standards"))
    yield Heading(2, case.say("体系结构", "Structure"))
    yield from _structure(case)
    yield Heading(2, case.say("标准数量", "Numbers"))
    yield Paragraph(counts(case))
    yield summary_table(case)
    yield Heading(2, case.say("标准覆盖率", "Coverage"))
    yield from _coverage(case)
    yield Heading(2, case.say("体系和标准的质量", "Quality of system and standards"))
    yield Paragraph(_judged(case))
    yield from conclusion(case, "C6", "C7", "C8", "C9", "C10", "C11", "C12")


def _structure(case: Case) -> Iterator[Block]:
    framework = case.repository.framework
    if framework is None:
        yield Paragraph(
            case.say("标准体系框架还没有建立。", "There is no framework of standards yet.")
        )
        return
    leaves = sum(shelf.is_placed for shelf in shelves(case))
    empty = empty_subsystems(case)
    layers, pillars = len(framework.layers), len(framework.pillars)
    gaps = (
        case.say(
            f"其中{len(empty)}个子体系还没有标准：{'；'.join(empty)}。",
            f"Without any standard ({len(empty)}): {'; '.join(empty)}.",
        )
        if empty
        else case.say("各子体系都有标准。", "Every subsystem has standards.")
    )
    yield Paragraph(
        case.say(
            f"{framework.name}分{layers}个层次、{pillars}个支柱体系、{leaves}个子体系。{gaps}",
            f"{framework.name}: {layers} layers, {pillars} pillars, {leaves} subsystems. {gaps}",
        )
    )
    yield Figure(framework.name, framework_drawing(case))


def counts(case: Case) -> str:
    """Say how many standards the system lists, own and adopted."""
    whole = [one for shelf in shelves(case) for one in shelf.standards]
    own = [one for one in whole if one.own]
    adopted = len(whole) - len(own)
    if not whole:
        return case.say("体系还没有列入标准。", "The system lists no standard yet.")
    if not own:
        return case.say(
            f"体系现列标准{len(whole)}项，全部为采用的外部标准（{adopted}项）；自编标准还没有，"
            "在标准编制阶段编制。",
            f"The system lists {len(whole)} standards, all of them adopted ({adopted}); own ones"
            " are to be written.",
        )
    statuses = Counter(one.status for one in own)
    listed = case.joined([f"{status} {count}" for status, count in sorted(statuses.items())])
    return case.say(
        f"体系现列标准{len(whole)}项，其中自编{len(own)}项（{listed}），采用{adopted}项。",
        f"The system lists {len(whole)} standards: own {len(own)} ({listed}), adopted {adopted}.",
    )


def _coverage(case: Case) -> Iterator[Block]:
    measured = case.measured("coverage")
    counts = figure(case.measured("coverage_count")).to(case.lang)
    yield Paragraph(
        case.say(
            f"标准覆盖率为：{figure(measured).zh}（已有标准的格÷应有的格，只计已确认的事项和岗位）；"
            f"按标准数量计（现有数÷应有数）为：{counts}。",
            f"Coverage: {figure(measured).en} (filled ÷ required, confirmed items and posts only);"
            f" by count: {counts}.",
        )
    )
    if measured.subjects or measured.pending:
        caption = case.say("标准覆盖率（按支柱体系）", "Coverage by pillar")
        yield Figure(caption, coverage_drawing(case))
        yield breakdown_table(case)
    owing = missing_by_unit(case)
    if owing:
        shown = [
            case.say(f"{name}缺{lacks}/{total}", f"{name} {lacks} of {total}")
            for name, lacks, total in owing[:_MOST_UNITS]
        ]
        rest = len(owing) - _MOST_UNITS
        if rest > 0:
            shown.append(case.say(f"另有{rest}个单位", f"{rest} more units"))
        yield Paragraph(
            case.say(
                f"缺标准的单位（含待确认事项）：{case.joined(shown)}。",
                f"Units that lack standards (unconfirmed items too): {case.joined(shown)}.",
            )
        )


def _judged(case: Case) -> str:
    if not any(one.issued_on(case.day) for one in case.repository.standards):
        return case.say(
            "自编标准还没有发布，体系的协调性、有效性和标准的规范性、科学性、适用性还无从评价。",
            "No own standard is issued yet, so there is nothing to judge.",
        )
    open_ = [one for one in case.score.criteria if one.unassessed]
    if open_:
        listed = case.joined([one.id for one in open_])
        return case.say(
            f"有{len(open_)}条（{listed}）待专家评审，评审前不计分。",
            f"{len(open_)} criteria ({listed}) await experts and have no points before.",
        )
    return case.say(
        "专家评审的结论已计入下列得分。", "What the experts found is part of the points below."
    )
