"""工作总结: what was done, what it brought, what proved good, what is wrong, what comes next."""

from collections.abc import Iterator

from pilotkit.model.sentence import Sentence
from pilotkit.report.case import Case, document
from pilotkit.report.document import Block, Document
from pilotkit.report.report import Report
from pilotkit.report.summary.experience import experience
from pilotkit.report.summary.outlook import outlook, shortcomings
from pilotkit.report.summary.results import results
from pilotkit.report.summary.work import work

_TITLE = Sentence("工作总结", "Summary of the work")
_PURPOSE = Sentence(
    "写给上级的总结：成效、经验做法、问题不足、下一步",
    "the summary for those above: results, experience, shortcomings, next steps",
)
_SECTIONS = (work, results, experience, shortcomings, outlook)


def build(case: Case) -> Document:
    """Build all sections."""
    return document(case, REPORT.name, _TITLE, _blocks(case))


def _blocks(case: Case) -> Iterator[Block]:
    for section in _SECTIONS:
        yield from section(case)


REPORT = Report("work-summary", _TITLE, _PURPOSE, build)
