"""初验报告: the leading group's verdict on every member unit, beside what the records say."""

from collections.abc import Iterator, Sequence

from pilotkit.model.evidence.meeting import Meeting
from pilotkit.model.sentence import Sentence
from pilotkit.plan.gaps import Gaps, gaps_of
from pilotkit.plan.lights import Light
from pilotkit.plan.preliminary import Standing, standings_of
from pilotkit.plan.status import Status
from pilotkit.report.case import Case, document
from pilotkit.report.document import Block, Bullets, Document, Heading, Note, Paragraph
from pilotkit.report.report import Report
from pilotkit.report.tables.papers import all_cited, papers_table, tasks_asking
from pilotkit.report.tables.plan import plan_words, tasks_judging
from pilotkit.report.tables.preliminary import concluded, form_table, standings_table

_TITLE = Sentence("初验报告", "Preliminary inspection")
_PURPOSE = Sentence(
    "每个单位初验的结论、问题和整改要求",
    "what the preliminary acceptance found, unit by unit",
)
_PAPERS = ("初验方案", "初验报告")


def build(case: Case) -> Document:
    """Build the verdicts, then a form for every unit."""
    return document(case, REPORT.name, _TITLE, _blocks(case))


def _blocks(case: Case) -> Iterator[Block]:
    standings = standings_of(case.repository)
    status = case.status
    yield Heading(1, case.say("初验组织", "How it was held"))
    yield from _held(case, standings)
    yield Heading(1, case.say("总体结果", "Result"))
    yield from _result(case, standings)
    yield Heading(1, case.say("逐单位初验情况", "Unit by unit"))
    yield from _units(case, standings, status, gaps_of(case.appraisal))
    yield Heading(1, case.say("存在问题和整改要求", "What is to be mended"))
    yield from _problems(case, standings, status)
    yield Heading(1, case.say("初验结论", "Conclusion"))
    yield Paragraph(concluded(case, standings))


def _held(case: Case, standings: Sequence[Standing]) -> Iterator[Block]:
    for phase, task in tasks_judging(case, "初验") or tasks_asking(case, *_PAPERS):
        yield Paragraph(plan_words(case, phase, task))
    plan = all_cited(case, "初验方案")
    zh = f"初验按{plan}组织。" if plan else "初验工作方案未见记录，待补充。"
    en = f"It was held by {plan}." if plan else "No plan of it is on record."
    dates = sorted(one.assessment.date for one in standings if one.assessment)
    if dates:
        first, last = case.on(dates[0]), case.on(dates[-1])
        zh += f"对各单位的初验自{first}至{last}进行。"
        en += f" Units were visited from {first} to {last}."
    else:
        zh += "对各单位的初验尚未进行或未留记录。"
        en += " No unit has been visited yet, or no record was kept."
    yield Paragraph(case.say(zh, en))
    yield papers_table(case, case.say("初验文件", "Documents"), _PAPERS)
    meetings = [one for one in case.appraisal.basis.of(Meeting) if "初验" in one.title]
    if not meetings:
        yield Note(case.say("没有题名为初验的会议记录。", "No meeting on it is on record."))


def _result(case: Case, standings: Sequence[Standing]) -> Iterator[Block]:
    if not standings:
        yield Paragraph(
            case.say(
                "成员单位还没有登记，没有初验对象。",
                "No member unit is on record: nobody to visit.",
            )
        )
        return
    n = len(standings)
    passed, failed = sum(one.passed for one in standings), sum(one.failed for one in standings)
    yield Paragraph(
        case.say(
            f"应初验的成员单位（部门和街道）{n}个：达标{passed}个（{passed}/{n}），未达标{failed}个，"
            f"尚未初验{n - passed - failed}个。",
            f"Member units {n}: passed {passed} of {n}, not passed {failed}, not visited"
            f" {n - passed - failed}.",
        )
    )
    yield standings_table(case, standings)


def _units(
    case: Case, standings: Sequence[Standing], status: Status, gaps: Gaps
) -> Iterator[Block]:
    if not standings:
        yield Paragraph(
            case.say("登记成员单位后逐个列出。", "Units are listed once they are on record.")
        )
        return
    yield Paragraph(
        case.say(
            f"以下各表为截至{case.on(case.day)}在案记录的情况，供初验和复核时对照。",
            f"Below is what the records say on {case.day}, for the visit and what follows it.",
        )
    )
    for one in standings:
        yield Heading(2, one.unit.name)
        yield Paragraph(_said(case, one))
        yield form_table(case, one, gaps.of(one.unit), status.light_of(one.unit))


def _said(case: Case, one: Standing) -> str:
    """Say in words what was concluded on a unit."""
    said = one.assessment
    if said is None:
        return case.say(
            f"截至{case.on(case.day)}尚未初验。",
            f"Not visited by {case.day}.",
        )
    result = case.say("达标", "passed") if one.passed else case.say("未达标", "not passed")
    note = (
        f"{case.say('意见：', ' Remark: ')}{said.note.rstrip('。')}{case.say('。', '.')}"
        if said.note
        else ""
    )
    return case.say(
        f"{case.on(said.date)}初验，结论：{result}。{note}",
        f"Visited on {said.date}: {result}.{note}",
    )


def _problems(case: Case, standings: Sequence[Standing], status: Status) -> Iterator[Block]:
    listed = [line for one in standings if (line := _problem(case, one, status))]
    if listed:
        yield Paragraph(
            case.say(
                "下列单位有未达标或逾期的事项，须限期整改，整改后由领导小组复核：",
                "These units have something to mend, which the leading group will check:",
            )
        )
        yield Bullets(tuple(listed))
    else:
        yield Paragraph(
            case.say(
                "在案记录中成员单位没有逾期的事项和未达标的结论。",
                "The records show nothing late and no failed unit.",
            )
        )


def _problem(case: Case, one: Standing, status: Status) -> str:
    light = status.light_of(one.unit)
    late = [
        reason.said.to(case.lang)
        for reason in (light.reasons if light else ())
        if reason.light is Light.RED
    ]
    if one.failed:
        late.insert(0, case.say("初验未达标", "not passed"))
    if not late:
        return ""
    told = case.say("；", "; ").join(late)
    return f"{one.unit.name}{case.say('：', ': ')}{told}"


REPORT = Report("preliminary", _TITLE, _PURPOSE, build)
