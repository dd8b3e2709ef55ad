"""事项（岗位）×标准对照表."""

from collections.abc import Callable, Iterator

from pilotkit.model.sentence import Sentence
from pilotkit.report.case import Case, document
from pilotkit.report.document import Block, Document, Figure, Heading, Note, Paragraph, Table
from pilotkit.report.report import Report
from pilotkit.report.scores.text import figure
from pilotkit.report.tables.coverage import (
    breakdown_table,
    coverage_drawing,
    management_table,
    post_table,
    service_table,
)

_TITLE = Sentence("事项（岗位）标准对照表", "Items and posts against standards")
_PURPOSE = Sentence(
    "每个事项、岗位有没有标准，缺哪一项",
    "which item or post has its standards, and which has not",
)


def build(case: Case) -> Document:
    """Build the matrix with its measure."""
    return document(case, REPORT.name, _TITLE, _blocks(case), landscape=True)


def _blocks(case: Case) -> Iterator[Block]:
    yield Heading(1, case.say("标准覆盖率", "Coverage"))
    told = figure(case.measured("coverage")).to(case.lang)
    yield Paragraph(
        case.say(
            f"标准覆盖率：{told}。每个政务服务事项应有服务指南和办理规程，每个管理事项应有管理标准和"
            "工作流程标准，每个岗位应有岗位工作标准。",
            f"Coverage: {told}. Each service item needs 服务指南 and 办理规程, each management item"
            " 管理标准 and 工作流程标准, each post 岗位工作标准.",
        )
    )
    yield Figure(case.say("标准覆盖率（按支柱体系）", "Coverage by pillar"), coverage_drawing(case))
    yield breakdown_table(case)
    yield Note(
        case.say(
            "只计已确认的事项；一个事项属于几个层级，就在几个层级中各计一次，所以各层级之和不等于合计。",
            "Confirmed items only; an item of several levels counts in each, so levels do not add"
            " up to the total.",
        )
    )
    yield from _section(case, Heading(1, case.say("政务服务事项", "Service items")), service_table)
    managing = Heading(1, case.say("管理事项", "Management items"))
    yield from _section(case, managing, management_table)
    yield from _section(case, Heading(1, case.say("岗位", "Posts")), post_table)


def _section(case: Case, heading: Heading, build_table: Callable[[Case], Table]) -> Iterator[Block]:
    table = build_table(case)
    yield heading
    if table.rows:
        yield table
    else:
        yield Paragraph(
            case.say(
                f"{heading.text}还没有登记。登记并确认后，逐一对照应有的标准。",
                f"{heading.text}: none on record yet.",
            )
        )


REPORT = Report("coverage-matrix", _TITLE, _PURPOSE, build)
