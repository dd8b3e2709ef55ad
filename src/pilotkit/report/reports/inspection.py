"""监督检查: what was planned and held, clause by clause, what was found, how it was handled."""

from collections.abc import Iterator

from pilotkit.model.sentence import Sentence
from pilotkit.report.case import Case, document
from pilotkit.report.conclusions import conclusion
from pilotkit.report.document import Block, Document, Heading, Paragraph
from pilotkit.report.report import Report
from pilotkit.report.tables.inspections import (
    by_standard_table,
    not_conforming_table,
    schedule_table,
)
from pilotkit.report.tables.measures import measures_blocks
from pilotkit.report.tables.papers import all_cited
from pilotkit.report.tables.records import inspections_table, problems_table

_TITLE = Sentence("标准实施监督检查情况", "Inspections")
_PURPOSE = Sentence(
    "监督检查是否按计划做了，各标准符合情况和问题处理",
    "whether inspections were held as planned, what conforms, what was handled",
)


def build(case: Case) -> Document:
    """Build plan, inspections, results by standard, and problems."""
    return document(case, REPORT.name, _TITLE, _blocks(case), landscape=True)


def _blocks(case: Case) -> Iterator[Block]:
    yield Heading(1, case.say("检查计划", "Plan of inspections"))
    yield from _planned(case)
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
    by_standard = by_standard_table(case)
    if by_standard.rows:
        yield Heading(1, case.say("检查结果", "Results"))
        yield by_standard
        yield from _against(case)
    yield Heading(1, case.say("问题处理情况", "Problems"))
    problems = problems_table(case)
    if problems.rows:
        yield problems
    else:
        yield Paragraph(case.say("在案的检查没有记录问题。", "No problem is on record."))
    yield from conclusion(case, "C18")


def _planned(case: Case) -> Iterator[Block]:
    """Show the plans and procedures on record, and what was held of their lines."""
    if listed := all_cited(case, "检查计划", "检查制度"):
        yield Paragraph(case.say(f"依据：{listed}。", f"By: {listed}."))
    else:
        yield Paragraph(
            case.say(
                "检查计划和日常检查制度未见记录，待补充。",
                "No plan and no standing procedure of inspection is on record.",
            )
        )
    schedule = schedule_table(case)
    if schedule.rows:
        yield schedule


def _against(case: Case) -> Iterator[Block]:
    against = not_conforming_table(case)
    if against.rows:
        yield against
    else:
        yield Paragraph(case.say("检查的条款没有不符合的。", "No clause failed to conform."))


REPORT = Report("inspection", _TITLE, _PURPOSE, build)
