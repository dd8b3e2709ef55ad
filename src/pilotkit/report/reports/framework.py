"""体系结构图: the system of standards, drawn."""

from collections.abc import Iterator

from pilotkit.model.sentence import Sentence
from pilotkit.report.case import Case, document
from pilotkit.report.document import Block, Document, Figure, Note, Paragraph
from pilotkit.report.report import Report
from pilotkit.report.tables.framework import empty_subsystems, framework_drawing, framework_table

_TITLE = Sentence("标准体系结构图", "The system of standards")
_PURPOSE = Sentence(
    "标准体系一张图：层次、支柱、子体系和标准数",
    "the system in one drawing: layers, pillars, subsystems, standards",
)


def build(case: Case) -> Document:
    """Build the drawing and the same in rows."""
    return document(case, REPORT.name, _TITLE, _blocks(case))


def _blocks(case: Case) -> Iterator[Block]:
    framework = case.repository.framework
    if framework is None:
        yield Paragraph(
            case.say(
                "还没有建立标准体系框架（data/framework.yaml）。",
                "There is no framework of standards yet (data/framework.yaml).",
            )
        )
        return
    yield Figure(framework.name, framework_drawing(case))
    yield framework_table(case)
    empty = empty_subsystems(case)
    if empty:
        listed = case.say("；", "; ").join(empty)
        yield Paragraph(
            case.say(
                f"尚无标准的子体系{len(empty)}个：{listed}。",
                f"Subsystems without any standard ({len(empty)}): {listed}.",
            )
        )
    if framework.source:
        yield Note(case.say(f"依据：{framework.source}。", f"Source: {framework.source}."))


REPORT = Report("framework", _TITLE, _PURPOSE, build)
