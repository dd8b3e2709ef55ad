"""自我评价报告: ten sections and the list of evidence (domain.md §4.2)."""

from collections.abc import Iterator

from pilotkit.model.sentence import Sentence
from pilotkit.report.case import Case, document
from pilotkit.report.document import Block, Document
from pilotkit.report.evaluation.closing import ending, filled_table, plans, problems
from pilotkit.report.evaluation.effects import effects
from pilotkit.report.evaluation.practice import improvement, practice
from pilotkit.report.evaluation.profile import organization, profile
from pilotkit.report.evaluation.system import system
from pilotkit.report.report import Report

_TITLE = Sentence("自我评价报告", "Self-evaluation report")
_PURPOSE = Sentence(
    "交给评估专家的总报告：做了什么、得多少分、差在哪里",
    "the whole report for the experts: what was done, how many points, what is missing",
)
_SECTIONS = (
    profile,
    organization,
    system,
    practice,
    improvement,
    effects,
    filled_table,
    problems,
    plans,
    ending,
)


def build(case: Case) -> Document:
    """Build all sections."""
    return document(case, REPORT.name, _TITLE, _blocks(case))


def _blocks(case: Case) -> Iterator[Block]:
    for section in _SECTIONS:
        yield from section(case)


REPORT = Report("self-evaluation", _TITLE, _PURPOSE, build)
