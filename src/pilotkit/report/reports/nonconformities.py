"""不合格项报告: an overview, then a form for each."""

from collections.abc import Iterator

from pilotkit.model.evidence.nonconformity import Nonconformity
from pilotkit.model.sentence import Sentence
from pilotkit.report.case import Case, document
from pilotkit.report.conclusions import conclusion
from pilotkit.report.document import Block, Document, Heading, Note, Paragraph
from pilotkit.report.report import WITH_SHEETS, Report
from pilotkit.report.tables.evidence import is_open, title_of
from pilotkit.report.tables.measures import measures_blocks
from pilotkit.report.tables.nonconformities import nonconformities_table, nonconformity_form

_TITLE = Sentence("不合格项报告", "Nonconformities")
_PURPOSE = Sentence(
    "每个不合格项一页：事实、原因、纠正和预防措施、验证",
    "each nonconformity: facts, cause, correction, prevention, verification",
)


def build(case: Case) -> Document:
    """Build the overview and the forms."""
    return document(case, REPORT.name, _TITLE, _blocks(case))


def _blocks(case: Case) -> Iterator[Block]:
    found = case.appraisal.basis.of(Nonconformity)
    yield Heading(1, case.say("总体情况", "Overview"))
    if found:
        yield nonconformities_table(case)
    else:
        yield Paragraph(
            case.say("截至目前没有在案的不合格项。", "No nonconformity is on record yet.")
        )
    caption = case.say("改进的指标", "Measures of improvement")
    yield from measures_blocks(case, caption, ("closure", "revisions_done"))
    yield from conclusion(case, "C20")
    if found:
        yield Heading(1, case.say("逐项报告", "One by one"))
    for one in sorted(found, key=lambda one: (one.date, one.id)):
        yield Heading(2, f"{case.numbers.of(one) or one.id} {title_of(case, one)}")
        if is_open(one):
            yield nonconformity_form(case, one)
        else:
            yield Note(case.say("内部资料，内容不公开。", "Internal; its content is withheld."))


REPORT = Report("nonconformities", _TITLE, _PURPOSE, build, WITH_SHEETS)
