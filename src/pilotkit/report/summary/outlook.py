"""Sections 4 and 5: what is wrong, and what comes next."""

from collections.abc import Iterator

from pilotkit.model.evidence.nonconformity import Nonconformity
from pilotkit.model.points import points_text
from pilotkit.plan.lights import Light
from pilotkit.plan.preliminary import standings_of
from pilotkit.report.case import Case, marked
from pilotkit.report.document import Block, Bullets, Heading, Paragraph
from pilotkit.report.evaluation.closing import improvements, losses
from pilotkit.report.tables.coverage import missing_by_unit
from pilotkit.report.tables.preliminary import concluded
from pilotkit.report.tables.targets import unreached

_MOST = 6
_SECOND = 2


def shortcomings(case: Case) -> Iterator[Block]:
    """Name what is not reached, not there, not closed, and late."""
    yield Heading(1, case.say("问题和不足", "What is wrong"))
    found = tuple(_shortcomings(case))
    if found:
        yield Bullets(found)
    else:
        yield Paragraph(
            case.say("对照在案记录没有发现问题和不足。", "The records show nothing wrong.")
        )
    yield from losses(case)


def _shortcomings(case: Case) -> Iterator[str]:
    if missed := unreached(case):
        yield case.say(
            f"任务书目标未达到的{len(missed)}项：{'；'.join(missed)}。",
            f"Targets not reached ({len(missed)}): {'; '.join(missed)}.",
        )
    weak = [
        f"{marked(f'{one.id} {one.indicator.name}', one.indicator.prov)}"
        f"（{points_text(one.supported)}/{points_text(one.indicator.points)}）"
        for one in case.score.indicators
        if one.indicator.level == _SECOND and one.supported < one.indicator.points
    ]
    if weak:
        yield case.say(
            f"计分表中没有得满的二级指标：{case.joined(weak)}。",
            f"Indicators below their maximum: {case.joined(weak)}.",
        )
    owing = missing_by_unit(case)
    if owing:
        lacks = sum(one for _, one, _ in owing)
        first = [f"{name} {lack}/{total}" for name, lack, total in owing[:_MOST]]
        yield case.say(
            f"缺标准的单位{len(owing)}个，共缺{lacks}项（含待确认事项），较多的（所缺/应有）："
            f"{case.joined(first)}。",
            f"Units that lack standards: {len(owing)}, lacking {lacks}: {case.joined(first)}.",
        )
    yield from _late(case)


def _late(case: Case) -> Iterator[str]:
    faults = case.appraisal.basis.of(Nonconformity)
    open_ = sum(not one.is_closed_on(case.day) for one in faults)
    if open_:
        yield case.say(
            f"不合格项尚未关闭{open_}/{len(faults)}个。",
            f"Nonconformities open: {open_} of {len(faults)}.",
        )
    status = case.status
    red = [one.unit.name for one in status.units if one.light is Light.RED]
    if red:
        shown = case.joined(red[:_MOST])
        more = case.say(f"等{len(red)}个单位", f" and more, {len(red)} in all")
        yield case.say(
            f"有逾期事项的单位：{shown}{more if len(red) > _MOST else ''}。",
            f"Units with something late: {shown}{more if len(red) > _MOST else ''}.",
        )


def outlook(case: Case) -> Iterator[Block]:
    """Say what will be done, by whom, by when, and how far the acceptance is."""
    yield Heading(1, case.say("下一步工作", "What comes next"))
    yield from improvements(case)
    yield Paragraph(concluded(case, standings_of(case.repository)))
