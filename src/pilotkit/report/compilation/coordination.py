"""Sections 5 to 7: crossings with other systems, what others have to do, how it was drafted."""

from collections import Counter
from collections.abc import Iterator

from pilotkit.model.evidence.revision import Revision
from pilotkit.plan.integration import KINDS, integration_of
from pilotkit.report.case import Case
from pilotkit.report.conclusions import conclusion
from pilotkit.report.document import (
    Block,
    Bullets,
    Column,
    Heading,
    Paragraph,
    Table,
    row,
)
from pilotkit.report.tables.measures import measures_blocks, named


def crossings(case: Case) -> Iterator[Block]:
    """Say where standards meet one another and other systems, and what became of it."""
    yield Heading(
        1, case.say("与其他标准体系交叉情况和处理意见", "Crossings, and what becomes of them")
    )
    found = integration_of(case.repository, case.appraisal.basis.diagnostics)
    told = case.say("；", "; ").join(
        [
            case.say(
                f"{kind}未处理{len(found.of(kind))}条、已决定"
                f"{sum(one.kind == kind for one in found.decided)}条",
                f"{kind} open {len(found.of(kind))}, decided"
                f" {sum(one.kind == kind for one in found.decided)}",
            )
            for kind in KINDS
        ],
    )
    yield Paragraph(
        case.say(
            f"体系内各项标准之间：{told}，逐条见《重复交叉矛盾缺失清单》。",
            f"Among the standards of the system: {told}; each stands in the lists of phase five.",
        )
    )
    if found.decided:
        yield Paragraph(case.say("已作的处理：", "Decided:"))
        yield Bullets(
            tuple(
                case.say(
                    f"{case.joined(sides)}：{one.decision}，{one.reason}（{one.date}）。",
                    f"{case.joined(sides)}: {one.decision}, {one.reason} ({one.date}).",
                )
                for one in found.decided
                if (
                    sides := [
                        named(case, about)
                        for about in (*(side.standard for side in one.sides), *one.subjects)
                    ]
                )
            )
        )
    if not case.repository.adopted:
        yield Paragraph(
            case.say(
                "国家、行业、地方标准还没有收集，与其标准体系的关系待收集后说明。",
                "No national, industry or local standard is collected yet.",
            )
        )
        return
    shared = [one for one in case.repository.adopted if len(one.collected_by) > 1]
    yield Paragraph(
        case.say(
            f"与国家、行业、地方标准体系：采用其标准而不复述，共采用{len(case.repository.adopted)}项；"
            f"由两个以上单位共同收集的{len(shared)}项，只列一处。",
            f"With national, industry and local systems: {len(case.repository.adopted)} of their"
            f" standards are adopted, not repeated; collected by several units: {len(shared)}.",
        )
    )


def external_needs(case: Case) -> Iterator[Block]:
    """Say what others have to do: standards to come, facts to verify, items to confirm."""
    yield Heading(1, case.say("需要其他体系协调配套的意见", "What others have to do"))
    needs = tuple(_needs(case))
    if needs:
        yield Bullets(needs)
    else:
        yield Paragraph(
            case.say(
                "记录中没有须由其他体系协调配套的事项。", "The records show nothing of the kind."
            )
        )


def _needs(case: Case) -> Iterator[str]:
    repository = case.repository
    unknown = [
        one
        for one in case.appraisal.basis.diagnostics
        if one.name in {"unknown-citation", "unknown-citation-in-text"}
    ]
    for one in unknown:
        yield case.say(f"引用而未登记的标准：{one.message.zh}。", f"{one.message.en}.")
    doubtful = [
        one.number
        for one in repository.adopted
        if any(edition.certainty == "待核" for edition in one.editions)
    ]
    if doubtful:
        yield case.say(
            f"请标准化主管部门协助核实下列标准的现行版本和日期（{len(doubtful)}项）："
            f"{case.joined(doubtful)}。",
            f"Editions and dates to be verified ({len(doubtful)}): {case.joined(doubtful)}.",
        )
    laws = [one.title for one in repository.laws if one.certainty == "待核"]
    if laws:
        yield case.say(
            f"请有关部门协助核实的法律法规和政策文件{len(laws)}件。",
            f"Laws and policies to be verified: {len(laws)}.",
        )
    items = case.items
    open_ = sum(not repository.is_confirmed(one) for one in items)
    if open_:
        yield case.say(
            f"事项须由各主管部门书面确认：待确认{open_}/{len(items)}项。",
            f"Items to be confirmed by their departments: {open_} of {len(items)}.",
        )
    for standard in repository.standards:
        if level := standard.proposed_level:
            name = named(case, standard.id)
            yield case.say(
                f"拟上升为{level}的标准：{name}。", f"Proposed for the level {level}: {name}."
            )


def other_matters(case: Case) -> Iterator[Block]:
    """Say how the standards were drafted, commented on, examined and approved."""
    yield Heading(1, case.say("编制过程和其他", "How it was drafted"))
    standards = case.repository.standards
    if not standards:
        yield Paragraph(
            case.say("自编标准还没有，编制过程未见记录。", "There is no own standard yet.")
        )
        return
    units = Counter(case.unit_name(one.unit) for one in standards)
    columns = (
        Column(case.say("起草单位", "Unit"), width=70),
        Column(case.say("自编标准", "Own standards"), "number", 30),
    )
    rows = tuple(
        row(name, n) for name, n in sorted(units.items(), key=lambda one: (-one[1], one[0]))
    )
    total = row(case.say("合计", "Total"), len(standards), total=True)
    yield Table(case.say("各单位起草的标准", "Drafted by"), columns, (*rows, total))
    yield Paragraph(_comments(case))
    caption = case.say("制修订程序的指标", "Measure of procedure")
    yield from measures_blocks(case, caption, ("procedure",))
    yield from conclusion(case, "C6", "C10")


def _comments(case: Case) -> str:
    steps = case.appraisal.basis.of(Revision)
    if not steps:
        return case.say(
            "征求意见、审查、批准发布的记录未见，待补充。",
            "No record of comments, examination or approval.",
        )
    stages = Counter(one.stage for one in steps)
    listed = case.joined([f"{stage} {n}" for stage, n in sorted(stages.items())])
    comments = [comment for one in steps for comment in one.comments]
    parties = Counter[str](one.party for one in comments)
    by = case.joined([f"{party} {n}" for party, n in sorted(parties.items())])
    handled = sum(bool(one.handling) for one in comments)
    opinions = (
        case.say(
            f"收到意见{len(comments)}条（{by}），已写明处理的{handled}/{len(comments)}条。",
            f"Comments {len(comments)} ({by}), handled {handled} of {len(comments)}.",
        )
        if comments
        else case.say("没有登记收到的意见。", "No comment is on record.")
    )
    return case.say(
        f"在案的制修订记录{len(steps)}份（{listed}）。{opinions}",
        f"Records of the procedure {len(steps)} ({listed}). {opinions}",
    )
