"""验收申请: the application for the acceptance; refused while a unit's 初验 is not 达标."""

from collections.abc import Iterator

from pilotkit.model.points import points_text
from pilotkit.model.sentence import Sentence
from pilotkit.plan.preliminary import standings_of
from pilotkit.report.case import Case, document
from pilotkit.report.conclusions import claimed_points
from pilotkit.report.document import Block, Document, Heading, Note, Paragraph
from pilotkit.report.evaluation.closing import concluded
from pilotkit.report.evaluation.profile import basis_blocks, introduction, targets_blocks
from pilotkit.report.report import Report
from pilotkit.report.tables.acceptance import application_table, enclosures_table
from pilotkit.report.tables.preliminary import concluded as preliminary_concluded
from pilotkit.report.tables.preliminary import standings_table

_TITLE = Sentence("验收申请", "Application for acceptance")
_PURPOSE = Sentence(
    "申请验收的文本；有单位初验未达标时不出具",
    "the application for acceptance; refused while a unit is not ready",
)
_MOST_NAMED = 5


def refused(case: Case) -> Sentence | None:
    """Say which units the 初验 has not found 达标; None where all are."""
    standings = standings_of(case.repository)
    waiting = [one.unit.name for one in standings if not one.passed]
    if not standings:
        return Sentence(
            "不出具：成员单位还没有登记，没有初验达标的单位",
            "refused: no member unit is on record, so none has passed the 初验",
        )
    if not waiting:
        return None
    n = len(waiting)
    zh = "、".join(waiting[:_MOST_NAMED]) + (f"等{n}个单位" if n > _MOST_NAMED else "")
    en = ", ".join(waiting[:_MOST_NAMED]) + (
        f" and {n - _MOST_NAMED} more" if n > _MOST_NAMED else ""
    )
    return Sentence(f"不出具：{zh}初验尚未达标", f"refused: not passed the 初验: {en}")


def build(case: Case) -> Document:
    """Build the letter, the form, and the list of what goes with it."""
    return document(case, REPORT.name, _TITLE, _blocks(case))


def _blocks(case: Case) -> Iterator[Block]:
    yield Paragraph(_addressed(case))
    yield Paragraph(_letter(case))
    yield Heading(1, case.say("申请表", "Form"))
    yield application_table(case)
    yield Heading(1, case.say("试点概况", "The pilot"))
    yield Paragraph(introduction(case))
    yield from basis_blocks(case)
    yield Heading(1, case.say("目标任务完成情况", "Targets"))
    yield from targets_blocks(case)
    yield Heading(1, case.say("自我评价和初验情况", "Self-evaluation and preliminary inspection"))
    yield Paragraph(_evaluated(case))
    yield Paragraph(concluded(case))
    standings = standings_of(case.repository)
    yield Paragraph(preliminary_concluded(case, standings))
    if standings:
        yield standings_table(case, standings)
    yield Heading(1, case.say("申请材料", "Enclosures"))
    yield enclosures_table(case)
    yield Note(
        case.say(
            "材料以在案记录为准；列为“尚无”的，报送前补齐。",
            "By the records; what is missing is to be added before it is sent.",
        )
    )
    yield Paragraph(_signed(case))


def _addressed(case: Case) -> str:
    """Address the bureau that guides the pilot: the plan sends the application through it."""
    guides = [unit.name for unit in case.repository.units_in_roles(["指导"])]
    if not guides:
        return case.say(
            "主送机关：试点的指导单位还没有登记，待补充。",
            "To: the guiding unit is not on record.",
        )
    return case.say(f"{case.joined(guides)}：", f"To: {case.joined(guides)}")


def _letter(case: Case) -> str:
    until = case.on(case.pilot.period.until) if case.pilot else case.say("（未写明）", "(not said)")
    return case.say(
        f"{case.pilot_name}由{case.undertaking}承担，试点期限至{until}。按照实施方案，试点经总结和领导小组"
        f"逐一初验后提请正式验收。现将截至{case.on(case.day)}的有关情况和材料随文报送，请予验收。",
        f"{case.pilot_name} is undertaken by {case.undertaking} until {until}. By the plan the"
        f" acceptance is applied for after the preliminary inspection. Enclosed: the state on"
        f" {case.day}.",
    )


def _evaluated(case: Case) -> str:
    score = case.score
    supported, most = points_text(score.supported), points_text(score.table.total)
    claimed = claimed_points(case)
    return case.say(
        f"对照《{score.table.title}》，{claimed}，其中有在案佐证支持的{supported}分（满分{most}分），"
        f"失分{points_text(score.lost)}分。",
        f"By {score.table.title}: {claimed}; supported by evidence {supported} of {most}, lost"
        f" {points_text(score.lost)}.",
    )


def _signed(case: Case) -> str:
    return case.say(
        f"申请单位：{case.undertaking}（盖章）。申请日期以印章签署的日期为准。",
        f"Applicant: {case.undertaking} (seal). The date is that of the seal.",
    )


REPORT = Report("acceptance", _TITLE, _PURPOSE, build, refused=refused)
