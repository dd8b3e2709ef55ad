"""The points of the indicators at the top: on axes, and in rows."""

from fractions import Fraction

from pilotkit.model.measurement import cut_percent
from pilotkit.model.score import IndicatorScore
from pilotkit.report.case import Case, marked
from pilotkit.report.document import Cell, Column, Row, Table, cell, row
from pilotkit.report.drawings.radar import Axis, Radar, draw

FEWEST, MOST = 3, 8


def top_indicators(case: Case) -> list[IndicatorScore]:
    """Return the scores of A1 to A4."""
    found = {one.id: one for one in case.score.indicators}
    return [found[one.id] for one in case.score.table.indicators if one.id in found]


def radar_drawing(case: Case) -> str:
    """Draw what is supported and what is claimed of each; needs three to eight of them."""
    axes = [
        Axis(_name(one), one.supported, one.claimed, one.indicator.points)
        for one in top_indicators(case)
    ]
    title = case.say("一级指标有据得分和自评得分", "Supported and claimed, by indicator")
    return draw(Radar(title, axes), case.lang)


def _name(one: IndicatorScore) -> str:
    return marked(f"{one.id} {one.indicator.name}", one.indicator.prov)


def indicators_table(case: Case) -> Table:
    """List them with their share of the maximum."""
    columns = (
        Column(case.say("一级指标", "Indicator"), width=40),
        Column(case.say("满分", "Maximum"), "number", 15),
        Column(case.say("有据得分", "Supported"), "number", 15),
        Column(case.say("自评得分", "Claimed"), "number", 15),
        Column(case.say("有据得分率", "Share"), "number", 15),
    )
    rows = tuple(_row(one) for one in top_indicators(case))
    return Table(case.say("一级指标得分", "Points by indicator"), columns, rows)


def _row(one: IndicatorScore) -> Row:
    most = one.indicator.points
    share = Cell(cut_percent(Fraction(one.supported) / Fraction(most))) if most else cell(None)
    return row(_name(one), most, one.supported, cell(one.claimed), share)
