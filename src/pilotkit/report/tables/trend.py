"""How the supported points grew, month by month, by what is on record now."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from pilotkit.model.periods import ended_periods
from pilotkit.model.points import points_text
from pilotkit.model.score import Score
from pilotkit.report.case import Case
from pilotkit.report.document import Block, Cell, Column, Figure, Note, Paragraph, Table, cell, row
from pilotkit.report.drawings.trend import Measured, Trend, draw

_MOST_MONTHS = 48
_FEWEST = 2


def trend_blocks(case: Case) -> Iterator[Block]:
    """Draw and list the points at the end of each month."""
    points = [(day, score.supported) for day, score in _by_month(case)]
    if len(points) < _FEWEST:
        yield Paragraph(
            case.say(
                "试点期内还没有满一个月，暂无走势。", "No month has passed yet: there is no trend."
            )
        )
        return
    first, last = points[0], points[-1]
    yield Paragraph(
        case.say(
            f"按现有记录逐月回算，有据得分由{case.on(first[0])}的{points_text(first[1])}分变为"
            f"{case.on(last[0])}的{points_text(last[1])}分（满分{points_text(case.score.table.total)}"
            "分）。",
            f"By the present records the supported points went from {points_text(first[1])} on"
            f" {first[0]} to {points_text(last[1])} on {last[0]}, of"
            f" {points_text(case.score.table.total)}.",
        )
    )
    yield Figure(case.say("有据得分走势", "Supported points by month"), _drawing(case, points))
    yield _table(case, points)
    yield Note(
        case.say(
            "各月末的得分按现在在案的记录和现行计分表回算；后来补登的材料按其日期计入。",
            "Each month is scored by the records and the table of now; what was recorded later"
            " counts from its own date on.",
        )
    )


def _by_month(case: Case) -> Iterator[tuple[date, Score]]:
    """Yield the score at the ends of the last months, then that of the day."""
    if case.pilot and case.scored:
        since = case.pilot.period.since.replace(day=1)
        ends = [one.last for one in ended_periods(since, case.day, "月")]
        for day in ends[-_MOST_MONTHS:]:
            if day != case.day:
                yield day, case.scored(day)
    yield case.day, case.score


def _drawing(case: Case, points: list[tuple[date, Decimal]]) -> str:
    measured = [Measured(day, value) for day, value in points]
    title = case.say("有据得分走势", "Supported points by month")
    label = case.say("有据得分", "supported")
    return draw(Trend(title, label, measured, case.score.table.total), case.lang)


def _table(case: Case, points: list[tuple[date, Decimal]]) -> Table:
    columns = (
        Column(case.say("截至", "As of"), "day", 34),
        Column(case.say("有据得分", "Supported"), "number", 33),
        Column(case.say("增减", "Change"), "number", 33),
    )
    before = [None, *(value for _, value in points)]
    rows = tuple(
        row(day, value, _change(was, value))
        for (day, value), was in zip(points, before, strict=False)
    )
    return Table(case.say("逐月有据得分", "Supported points by month"), columns, rows)


def _change(was: Decimal | None, now: Decimal) -> Cell:
    if was is None or was == now:
        return cell(None)
    sign = "+" if now > was else "−"
    return Cell(f"{sign}{points_text(abs(now - was))}", now - was, "good" if now > was else "bad")
