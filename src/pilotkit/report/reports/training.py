"""培训台账: the trainings, and how far each unit's staff is."""

from collections.abc import Iterator

from pilotkit.model.evidence.training import Training
from pilotkit.model.sentence import Sentence
from pilotkit.report.case import Case, document
from pilotkit.report.conclusions import conclusion
from pilotkit.report.document import Block, Document, Heading, Paragraph
from pilotkit.report.report import WITH_SHEETS, Report
from pilotkit.report.tables.measures import measures_blocks
from pilotkit.report.tables.records import trainings_table
from pilotkit.report.tables.staff import staff_table

_TITLE = Sentence("培训台账", "Ledger of trainings")
_PURPOSE = Sentence(
    "办过哪些培训，每个人够不够学时",
    "which trainings were held, and who has the hours",
)


def build(case: Case) -> Document:
    """Build the ledger and the state of the staff."""
    return document(case, REPORT.name, _TITLE, _blocks(case), landscape=True)


def _blocks(case: Case) -> Iterator[Block]:
    yield Heading(1, case.say("集中培训", "Trainings"))
    if case.appraisal.basis.of(Training):
        yield trainings_table(case)
    else:
        yield Paragraph(case.say("截至目前没有在案的培训。", "No training is on record yet."))
    yield from conclusion(case, "C14")
    yield Heading(1, case.say("专兼职工作人员", "Staff"))
    caption = case.say("专兼职人员配备和培训", "Staff and their training")
    yield from measures_blocks(case, caption, ("staffing", "training_hours"))
    staff = staff_table(case)
    if staff.rows:
        yield staff
    else:
        yield Paragraph(
            case.say(
                "须配备专兼职人员的单位还没有登记。", "No unit that owes staff is on record yet."
            )
        )
    yield from conclusion(case, "C2")


REPORT = Report("training", _TITLE, _PURPOSE, build, WITH_SHEETS)
