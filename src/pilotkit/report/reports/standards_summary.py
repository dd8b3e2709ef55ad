"""标准汇总表: the list counted by subsystem and level."""

from collections.abc import Iterator
from dataclasses import replace

from pilotkit.model.sentence import Sentence
from pilotkit.report.case import Case, document
from pilotkit.report.document import Block, Document, Note
from pilotkit.report.report import WITH_SHEETS, Report
from pilotkit.report.tables.counted import counted_table
from pilotkit.report.tables.summary import rank_table, summary_table

_TITLE = Sentence("标准汇总表", "Summary of standards")
_PURPOSE = Sentence(
    "各分体系的应有数、现有数和占比，与明细表对得上",
    "how many standards each subsystem should have and has, in step with the list",
)


def build(case: Case) -> Document:
    """Build both tables; their totals are those of the list."""
    return document(case, REPORT.name, _TITLE, _blocks(case), landscape=True)


def sheets(case: Case) -> Document:
    """Build both tables with the rows that they count: in a workbook they count by themselves."""
    usual = build(case)
    return replace(usual, blocks=(*usual.blocks, counted_table(case)))


def _blocks(case: Case) -> Iterator[Block]:
    yield summary_table(case)
    yield rank_table(case)
    yield Note(
        case.say(
            "合计与标准明细表的行数一致。应有数为明细表所列、尚未废止的标准（含待制定的）；"
            "现有数为其中已发布、未废止的标准。百分比只舍不入。",
            "Totals equal the rows of the list. Required: listed and not withdrawn, planned ones"
            " too; there: issued of these. Percentages are cut, not rounded.",
        )
    )


REPORT = Report("standards-summary", _TITLE, _PURPOSE, build, WITH_SHEETS, sheets=sheets)
