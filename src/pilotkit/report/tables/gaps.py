"""What every unit has of what it should have, element by element: drawn by shade, and in rows."""

from collections.abc import Sequence

from pilotkit.plan.gaps import COLUMNS, Cell, Gaps
from pilotkit.report.case import Case
from pilotkit.report.document import Cell as Field
from pilotkit.report.document import Column, Table, cell, row
from pilotkit.report.drawings import heat_map


def gaps_drawing(case: Case, gaps: Gaps) -> str:
    """Draw units against elements: the fuller, the darker."""
    heads = [one.title.to(case.lang) for one in COLUMNS]
    rows = [heat_map.Row(unit.name, [_drawn(one) for one in gaps.of(unit)]) for unit in gaps.units]
    title = case.say("单位×要素", "Units by element")
    return heat_map.draw(heat_map.HeatMap(title, heads, rows), case.lang)


def _drawn(one: Cell) -> heat_map.Field:
    return heat_map.Field(one.count, one.expected if one.is_asked else 0)


def gaps_table(case: Case, gaps: Gaps) -> Table:
    """List the same as fractions, with the sums of the elements."""
    columns = (
        Column(case.say("单位", "Unit"), width=28),
        *(Column(one.head.to(case.lang), "code", 9) for one in COLUMNS),
    )
    rows = [row(unit.name, *map(_field, gaps.of(unit))) for unit in gaps.units]
    total = row(case.say("合计", "Total"), *_sums(gaps), total=True)
    caption = case.say("各单位已有/应有", "There of required, by unit")
    return Table(caption, columns, (*rows, total))


def _field(one: Cell) -> Field:
    if not one.is_asked:
        return cell(None)
    return Field(f"{one.count}/{one.expected}", tone="bad" if one.missing else "plain")


def _sums(gaps: Gaps) -> Sequence[Field]:
    sums = []
    for column in COLUMNS:
        asked = [one for one in gaps.cells if one.column is column and one.is_asked]
        there, all_ = sum(one.count for one in asked), sum(one.expected for one in asked)
        sums.append(Field(f"{there}/{all_}") if all_ else cell(None))
    return sums
