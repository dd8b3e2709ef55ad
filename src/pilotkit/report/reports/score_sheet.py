"""计分表: the annex itself, its own header and six columns, filled."""

from collections.abc import Iterator
from dataclasses import replace

from pilotkit.model.points import points_text
from pilotkit.model.sentence import Sentence
from pilotkit.report.case import Case, document
from pilotkit.report.document import Block, Document, Fact
from pilotkit.report.report import WITH_SHEETS, Report
from pilotkit.report.tables.evidence import evidence_blocks
from pilotkit.report.tables.score import score_table, with_assessor

_TITLE = Sentence("计分表", "Score sheet")
_PURPOSE = Sentence(
    "计分表照附件填好，每一分附佐证编号",
    "the official score sheet filled in, each point with the numbers of its evidence",
)


def build(case: Case) -> Document:
    """Build the filled table with the evidence that it refers to."""
    title = Sentence(case.score.table.title, f"{_TITLE.en}: {case.score.table.title}")
    usual = document(case, REPORT.name, title, _blocks(case), landscape=True)
    return replace(usual, subtitle="", facts=tuple(_facts(case)))


def sheets(case: Case) -> Document:
    """Build the table with columns for whoever assesses; a workbook adds their points up."""
    usual = build(case)
    _, *more = usual.blocks
    return replace(usual, blocks=(with_assessor(case, score_table(case)), *more))


def _facts(case: Case) -> Iterator[Fact]:
    score = case.score
    supported, most = points_text(score.supported), points_text(score.table.total)
    claimed = case.say("未自评", "none") if score.claimed is None else points_text(score.claimed)
    points = case.say(
        f"{supported}分（有据得分；满分{most}分；自评得分：{claimed}）",
        f"{supported} of {most} (supported; claimed: {claimed})",
    )
    yield Fact(case.say("项目名称", "Project"), case.pilot_name)
    yield Fact(case.say("承担单位", "Undertaking unit"), case.undertaking)
    yield Fact(case.say("评估得分", "Points"), points)


def _blocks(case: Case) -> Iterator[Block]:
    yield score_table(case)
    yield from evidence_blocks(case)


REPORT = Report("score-sheet", _TITLE, _PURPOSE, build, WITH_SHEETS, sheets=sheets)
