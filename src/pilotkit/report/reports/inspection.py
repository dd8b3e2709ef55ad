"""监督检查: the inspections held, what they found, how it was handled."""

from collections.abc import Iterator

from pilotkit.model.sentence import Sentence
from pilotkit.report.case import Case, document
from pilotkit.report.conclusions import conclusion
from pilotkit.report.document import Block, Document, Heading, Paragraph
from pilotkit.report.report import Report
from pilotkit.report.tables.measures import measures_blocks
from pilotkit.report.tables.records import inspections_table, problems_table

_TITLE = Sentence("标准实施监督检查情况", "Inspections")


def build(case: Case) -> Document:
    """Build the ledger of inspections and that of problems."""
    return document(case, REPORT.name, _TITLE, _blocks(case), landscape=True)


def _blocks(case: Case) -> Iterator[Block]:
    yield Heading(1, case.say("检查开展情况", "Inspections held"))
    held = inspections_table(case)
    if held.rows:
        yield held
    else:
        yield Paragraph(
            case.say(
                "截至目前没有在案的监督检查和内部审核。", "No inspection or audit is on record yet."
            )
        )
    caption = case.say("监督检查的指标", "Measures of inspection")
    names = ("inspections_held", "conformity", "problems_handled")
    yield from measures_blocks(case, caption, names)
    yield Heading(1, case.say("问题处理情况", "Problems"))
    problems = problems_table(case)
    if problems.rows:
        yield problems
    else:
        yield Paragraph(case.say("在案的检查没有记录问题。", "No problem is on record."))
    yield from conclusion(case, "C18")


REPORT = Report("inspection", _TITLE, build)
