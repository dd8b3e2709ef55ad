"""Section 6: what the pilot brought to those who are served, in figures."""

from collections.abc import Iterator

from pilotkit.model.evidence.achievement import Achievement
from pilotkit.model.evidence.complaints import Complaints
from pilotkit.model.evidence.efficiency import Efficiency
from pilotkit.model.evidence.satisfaction import Survey
from pilotkit.report.case import Case, of_whole
from pilotkit.report.conclusions import conclusion
from pilotkit.report.document import Block, Heading, Paragraph
from pilotkit.report.explanation import cut_percent_of
from pilotkit.report.scores.text import figure
from pilotkit.report.tables.measures import measures_blocks
from pilotkit.report.tables.records import achievements, efficiency_table, surveys_table


def effects(case: Case) -> Iterator[Block]:
    """Say what became public, how content people are, what got quicker and cheaper."""
    yield Heading(1, case.say("建设成效", "Effects"))
    yield Heading(2, case.say("服务公开", "Disclosure"))
    shown = figure(case.measured("disclosure"))
    yield Paragraph(
        case.say(
            f"向社会公开办理流程和时限的已确认事项：{shown.zh}。",
            f"Confirmed items whose steps and time limits are public: {shown.en}.",
        )
    )
    yield from conclusion(case, "C21")
    yield Heading(2, case.say("满意度", "Satisfaction"))
    yield from _satisfaction(case)
    yield from conclusion(case, "C22")
    yield Heading(2, case.say("意见投诉处理", "Complaints"))
    yield from _complaints(case)
    yield from conclusion(case, "C23")
    yield Heading(2, case.say("效率和成本", "Efficiency and cost"))
    yield from _efficiency(case)
    yield from conclusion(case, "C24", "C25")
    yield Heading(2, case.say("影响力和标准化创新", "Influence and innovation"))
    yield from _achievements(case)
    yield from conclusion(case, "C26", "C27")


def _satisfaction(case: Case) -> Iterator[Block]:
    measured = case.measured("satisfaction")
    interval = measured.interval
    if measured.rate is None or interval is None:
        yield Paragraph(
            case.say(
                "评价窗口期内没有在案的满意度调查，满意度不适用。",
                "No survey within the window: satisfaction is not applicable.",
            )
        )
    else:
        low, high = cut_percent_of(interval.low), cut_percent_of(interval.high)
        yield Paragraph(
            case.say(
                f"满意度（{measured.method}）为：{figure(measured).zh}（满意和基本满意以上的有效评价÷"
                f"有效评价，有效评价{measured.total}份，95 % 置信区间为 {low}至 {high}）。",
                f"Satisfaction ({measured.method}): {figure(measured).en}; valid answers"
                f" {measured.total}, 95 % interval {low} to {high}.",
            )
        )
    if case.appraisal.basis.of(Survey):
        yield surveys_table(case)
    caption = case.say("满意度改进的指标", "Measures of satisfaction")
    yield from measures_blocks(case, caption, ("survey_followup", "satisfaction_trend"))


def _complaints(case: Case) -> Iterator[Block]:
    ledgers = case.appraisal.basis.of(Complaints)
    if ledgers:
        received = sum(one.received for one in ledgers)
        resolved = sum(one.resolved for one in ledgers)
        in_time = sum(one.resolved_in_time for one in ledgers)
        done, timely = of_whole(resolved, received), of_whole(in_time, received)
        yield Paragraph(
            case.say(
                f"在案的意见投诉台账{len(ledgers)}期，共收到{received}件，办结{resolved}件"
                f"{done.zh}，按期办结{in_time}件{timely.zh}。",
                f"Ledgers {len(ledgers)}: received {received}, resolved {resolved}{done.en},"
                f" in time {in_time}{timely.en}.",
            )
        )
    else:
        yield Paragraph(
            case.say("截至目前没有在案的意见投诉台账。", "No ledger of complaints yet.")
        )
    caption = case.say("意见投诉的指标", "Measures of complaints")
    yield from measures_blocks(case, caption, ("complaints_handled", "complaints_trend"))


def _efficiency(case: Case) -> Iterator[Block]:
    compared = case.appraisal.basis.of(Efficiency)
    if compared:
        yield efficiency_table(case)
    else:
        yield Paragraph(
            case.say(
                "截至目前没有在案的前后对比。开展前要先留下环节、材料、时限、跑动次数和成本的基线。",
                "No comparison of before and after is on record; a baseline has to be taken first.",
            )
        )
    caption = case.say("效能的指标", "Measures of efficiency")
    yield from measures_blocks(case, caption, ("efficiency_gain", "cost_gain"))


def _achievements(case: Case) -> Iterator[Block]:
    found = case.appraisal.basis.of(Achievement)
    if not found:
        yield Paragraph(
            case.say(
                "截至目前没有在案的推广、科研、主持制定标准、技术组织任职等业绩。",
                "No achievement is on record yet.",
            )
        )
        return
    yield Paragraph(
        case.say(f"在案的业绩{len(found)}项：", f"Achievements on record: {len(found)}:")
    )
    yield achievements(case, found)
