"""标准明细表: every standard of the system, a row each."""

from collections.abc import Iterator

from pilotkit.model.sentence import Sentence
from pilotkit.report.case import Case, document
from pilotkit.report.document import Block, Document, Note, Paragraph
from pilotkit.report.report import WITH_SHEETS, Report
from pilotkit.report.tables.framework import empty_subsystems
from pilotkit.report.tables.standards import list_table

_TITLE = Sentence("标准明细表", "List of standards")
_PURPOSE = Sentence(
    "体系里的每一项标准，验收必交的三张表之一",
    "every standard of the system: one of the three tables that acceptance asks for",
)


def build(case: Case) -> Document:
    """Build the list."""
    return document(case, REPORT.name, _TITLE, _blocks(case), landscape=True)


def _blocks(case: Case) -> Iterator[Block]:
    table = list_table(case)
    if table.rows:
        yield table
    else:
        yield Paragraph(
            case.say(
                "体系内尚未列入标准。按实施方案，在体系框架搭建阶段形成明细表。",
                "No standard is listed yet. The plan has the list made in its third phase.",
            )
        )
    empty = empty_subsystems(case)
    if empty:
        listed = case.say("；", "; ").join(empty)
        yield Paragraph(
            case.say(
                f"以下{len(empty)}个子体系还没有标准：{listed}。",
                f"Subsystems without any standard ({len(empty)}): {listed}.",
            )
        )
    yield Note(
        case.say(
            "状态按数据截至日期计算；采用的标准列当日现行的版本。标准体系编号为“子体系编号-序号”。",
            "Status as of the day; of an adopted standard the edition in force is listed. The"
            " system number is that of the subsystem and a serial number.",
        )
    )


REPORT = Report("standards-list", _TITLE, _PURPOSE, build, WITH_SHEETS)
