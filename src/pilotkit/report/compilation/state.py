"""Sections 2 to 4: the standards there are, what is weak, and how the system is divided."""

from collections.abc import Iterator
from fractions import Fraction

from pilotkit.model.measurement import cut_percent
from pilotkit.report.case import Case
from pilotkit.report.document import (
    Block,
    Bullets,
    Column,
    Figure,
    Heading,
    Paragraph,
    Table,
    row,
)
from pilotkit.report.evaluation.system import counts
from pilotkit.report.scores.text import figure
from pilotkit.report.tables.coverage import breakdown_table, missing_by_unit
from pilotkit.report.tables.framework import (
    empty_subsystems,
    framework_drawing,
    framework_table,
)
from pilotkit.report.tables.summary import rank_table, summary_table
from pilotkit.report.tables.system import RANKS, rank_name, shelves

_MOST_UNITS = 8


def situation(case: Case) -> Iterator[Block]:
    """Say which standards there are at home and abroad, level by level."""
    yield Heading(1, case.say("国内外标准概况", "Standards at home and abroad"))
    yield Paragraph(counts(case))
    adopted = [one for shelf in shelves(case) for one in shelf.standards if not one.own]
    if not adopted:
        yield Paragraph(
            case.say("国家、行业、地方、团体和国际标准还没有收集登记。", "None is collected yet.")
        )
        return
    listed = case.joined(
        [
            f"{rank_name(case, rank)}{case.say('', ' ')}{sum(one.rank == rank for one in adopted)}"
            for rank in RANKS
            if rank != "内部"
        ],
    )
    gone = [one for one in adopted if one.status != "现行"]
    doubtful = sum(
        any(edition.certainty == "待核" for edition in one.editions)
        for one in case.repository.adopted
    )
    yield Paragraph(
        case.say(
            f"收集采用的标准{len(adopted)}项，按级别为：{listed}。截至{case.on(case.day)}有现行版本的"
            f"{len(adopted) - len(gone)}项（{len(adopted) - len(gone)}/{len(adopted)}）；日期或名称"
            f"待核的{doubtful}项。采用的国际标准见“国际”一栏，为0的即未收集。",
            f"Adopted standards {len(adopted)}, by level: {listed}. In force"
            f" {len(adopted) - len(gone)} of {len(adopted)}; facts to be verified {doubtful}.",
        )
    )
    if gone:
        names = [f"{one.number or ''}（{one.status}）" for one in gone]
        yield Paragraph(
            case.say(
                f"没有现行版本的：{case.joined(names)}，须换用代替标准或另行收集。",
                f"Without an edition in force: {case.joined(names)}; to be replaced.",
            )
        )
    yield rank_table(case)


def gaps(case: Case) -> Iterator[Block]:
    """Say by the summary what is weak, and where the work goes first."""
    yield Heading(1, case.say("现状分析、薄弱环节和主攻方向", "What is weak, and what comes first"))
    yield summary_table(case)
    yield Paragraph(
        case.say(
            f"按标准数量计（现有数÷应有数）：{figure(case.measured('coverage_count')).zh}；"
            f"按事项和岗位计的标准覆盖率（已有标准的格÷应有的格）："
            f"{figure(case.measured('coverage')).zh}。",
            f"By count: {figure(case.measured('coverage_count')).en}; by items and posts:"
            f" {figure(case.measured('coverage')).en}.",
        )
    )
    yield breakdown_table(case)
    weak = tuple(_weak(case))
    if weak:
        yield Paragraph(case.say("薄弱环节和主攻方向：", "What is weak and comes first:"))
        yield Bullets(weak)
    else:
        yield Paragraph(
            case.say(
                "对照登记的事项和岗位，没有缺少标准的；后续以复审和修订为主。",
                "Nothing lacks a standard; rechecking and revising come next.",
            )
        )


def _weak(case: Case) -> Iterator[str]:
    """Yield what lacks standards: pillars from the emptiest on, subsystems, units."""
    measured, framework = case.measured("coverage"), case.repository.framework
    shares: list[tuple[Fraction, str, int, int]] = []
    for pillar in framework.pillars if framework else ():
        mine = measured.within(pillar=pillar.id)
        total = mine.required
        if total and mine.counted < total:
            shares.append((Fraction(mine.counted, total), pillar.name, mine.counted, total))
    for share, name, counted, total in sorted(shares):
        yield case.say(
            f"{name}：含待确认事项应有标准{total}项，已有{counted}项"
            f"（{counted}/{total} = {cut_percent(share)}），缺{total - counted}项，须补齐。",
            f"{name}: {counted} of {total} = {cut_percent(share)}, unconfirmed items too; lacking"
            f" {total - counted}.",
        )
    if empty := empty_subsystems(case):
        yield case.say(
            f"没有标准的子体系{len(empty)}个：{case.joined(empty)}。",
            f"Subsystems without any standard: {case.joined(empty)}.",
        )
    owing = missing_by_unit(case)
    if owing:
        shown = [f"{name} {lacks}/{total}" for name, lacks, total in owing[:_MOST_UNITS]]
        yield case.say(
            f"缺标准较多的单位（所缺/应有）：{case.joined(shown)}。",
            f"Units that lack most (lacking of required): {case.joined(shown)}.",
        )


def division(case: Case) -> Iterator[Block]:
    """Say how the system is divided, and on which ground."""
    yield Heading(1, case.say("子体系划分的依据和划分情况", "How the system is divided"))
    framework = case.repository.framework
    if framework is None:
        yield Paragraph(
            case.say(
                "标准体系框架还没有建立，划分依据和划分情况待补充。",
                "There is no framework of standards yet.",
            )
        )
        return
    ground = (
        case.say(f"划分依据：{framework.source}。", f"Ground: {framework.source}.")
        if framework.source
        else case.say("划分依据未见记录，待补充。", "The ground is not on record.")
    )
    leaves = sum(shelf.is_placed for shelf in shelves(case))
    yield Paragraph(
        case.say(
            f"{ground}{framework.name}分{len(framework.layers)}个层次、{len(framework.pillars)}个支柱"
            f"体系、{leaves}个子体系，各层次和支柱体系如下。",
            f"{ground} {framework.name}: {len(framework.layers)} layers, {len(framework.pillars)}"
            f" pillars, {leaves} subsystems:",
        )
    )
    yield _pillars_table(case)
    for pillar in framework.pillars:
        if pillar.note:
            note = pillar.note.rstrip("。.")
            yield Paragraph(case.say(f"{pillar.name}：{note}。", f"{pillar.name}: {note}."))
    yield Figure(framework.name, framework_drawing(case))
    yield framework_table(case)


def _pillars_table(case: Case) -> Table:
    framework = case.repository.framework
    names = {one.number: one.name for one in framework.layers} if framework else {}
    columns = (
        Column(case.say("层次", "Layer"), width=20),
        Column(case.say("支柱体系", "Pillar"), width=28),
        Column(case.say("子体系", "Subsystems"), width=52),
    )
    rows = tuple(
        row(
            names.get(pillar.layer, str(pillar.layer)),
            f"{pillar.id} {pillar.name}",
            case.joined([leaf.name for top in pillar.subsystems for leaf in top.leaves()]),
        )
        for pillar in (framework.pillars if framework else ())
    )
    return Table(case.say("层次和支柱体系", "Layers and pillars"), columns, rows)
