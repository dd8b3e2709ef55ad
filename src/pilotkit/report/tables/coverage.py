"""事项（岗位）×标准对照表: for every item and post, the standard that fills each required cell."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from pilotkit.model.matrix import MANAGEMENT_KINDS, POST_KINDS, SERVICE_KINDS, Element, filling
from pilotkit.model.matrix import Cell as Required
from pilotkit.model.post import Post
from pilotkit.model.unit import LEVELS, Level
from pilotkit.report.case import Case
from pilotkit.report.document import NOTHING, Cell, Column, Row, Table, cell, merged, row
from pilotkit.report.drawings.coverage_bars import Coverage, CoverageBars
from pilotkit.report.drawings.coverage_bars import draw as draw_bars
from pilotkit.report.scores.text import figure
from pilotkit.report.tables.system import listed

_LEVEL_ENGLISH: dict[Level, str] = {"区": "district", "街道": "street", "社区": "community"}


def coverage_drawing(case: Case) -> str:
    """Draw the coverage pillar by pillar, with the target across."""
    measured = case.measured("coverage")
    framework = case.repository.framework
    parts = []
    for pillar in framework.pillars if framework else ():
        mine = measured.within(pillar=pillar.id)
        if mine.subjects or mine.pending:
            part = Coverage(pillar.name, mine.counted, mine.total, len(mine.pending))
            parts.append(part)
    whole = case.say("合计", "Total")
    parts.append(Coverage(whole, measured.counted, measured.total, len(measured.pending)))
    targets = case.repository.targets
    goals = [one.at_least for one in targets if one.measure == "coverage"]
    goal = next((Fraction(goal) for goal in goals if goal), None)
    title = case.say("标准覆盖率（按支柱体系）", "Coverage by pillar")
    return draw_bars(CoverageBars(title, parts, goal), case.lang)


def breakdown_table(case: Case) -> Table:
    """Break the coverage down by pillar and by level; levels do not add up to the whole."""
    measured = case.measured("coverage")
    framework = case.repository.framework
    by_pillar, by_level = case.say("支柱体系", "Pillar"), case.say("层级", "Level")
    rows = []
    for pillar in framework.pillars if framework else ():
        mine = measured.within(pillar=pillar.id)
        if mine.subjects or mine.pending:
            rows.append(row(by_pillar, pillar.name, figure(mine).to(case.lang)))
    for level in LEVELS:
        mine = measured.within(level=level)
        name = case.say(level, _LEVEL_ENGLISH[level])
        rows.append(row(by_level, name, figure(mine).to(case.lang)))
    whole = row(case.say("合计", "Total"), "", figure(measured).to(case.lang), total=True)
    columns = (
        Column(case.say("口径", "By"), width=12),
        Column(case.say("名称", "Name"), width=30),
        Column(case.say("已有格数/应有格数", "Filled of required"), width=30),
    )
    caption = case.say("标准覆盖率分解", "Coverage, broken down")
    return Table(caption, columns, (*merged(rows, 1), whole))


def service_table(case: Case) -> Table:
    """Hold every service item against its two standards."""
    items = list(case.repository.service_items)
    caption = case.say("政务服务事项对照表", "Service items and their standards")
    return _table(case, caption, items, SERVICE_KINDS)


def management_table(case: Case) -> Table:
    """Hold every management item against its two standards."""
    items = list(case.repository.management_items)
    caption = case.say("管理事项对照表", "Management items and their standards")
    return _table(case, caption, items, MANAGEMENT_KINDS)


def post_table(case: Case) -> Table:
    """Hold every post against its standard."""
    posts = list(case.repository.living_posts)
    return _table(case, case.say("岗位对照表", "Posts and their standards"), posts, POST_KINDS)


def _table(
    case: Case,
    caption: str,
    elements: Sequence[Element],
    kinds: tuple[str, ...],
) -> Table:
    ordered: list[Element] = sorted(elements, key=lambda one: (_unit_place(case, one), one.id))
    rows = [_row(case, element, kinds) for element in ordered]
    columns = (
        Column(case.say("单位", "Unit"), width=14),
        Column(case.say("名称", "Name"), width=24),
        Column(case.say("层级", "Levels"), "code", 8),
        Column(case.say("确认", "Confirmed"), "code", 8),
        *(Column(kind, width=18) for kind in kinds),
    )
    return Table(caption, columns, merged(rows, 1))


def _unit_place(case: Case, element: Element) -> tuple[int, str]:
    """Order by the units as their file has them."""
    places = {unit.id: index for index, unit in enumerate(case.repository.units)}
    unit = case.repository.unit_id(element.unit)
    return places.get(unit, len(places)), unit


def _row(case: Case, element: Element, kinds: tuple[str, ...]) -> Row:
    post = isinstance(element, Post)
    confirmed = isinstance(element, Post) or case.repository.is_confirmed(element)
    levels = () if isinstance(element, Post) else element.levels
    state = Cell(
        case.say("已确认", "yes") if confirmed else case.say("待确认", "not yet"),
        tone="plain" if confirmed else "open",
    )
    return row(
        case.unit_name(element.unit),
        element.name,
        case.joined(levels) or NOTHING,
        cell(None) if post else state,
        *(_filled(case, Required(element, kind, "", confirmed)) for kind in kinds),
    )


def _filled(case: Case, required: Required) -> Cell:
    """Name the standard that fills a cell, else one on its way, else that it is missing."""
    found = filling(case.repository, required)
    if found:
        one = listed(case, found)
        return Cell(f"{one.number or found.id}\n{one.title}", tone="good")
    for standard in case.repository.covering.get(required.element.id, ()):
        if standard.kind == required.kind:
            one = listed(case, standard)
            return Cell(f"{one.number or one.title}（{one.status}）", tone="open")
    return Cell(case.say("缺", "missing"), tone="bad" if required.confirmed else "open")


def missing_by_unit(case: Case) -> list[tuple[str, int, int]]:
    """List the units that owe standards, who lacks most first: name, cells lacking, of how many."""
    return sorted(_missing(case), key=lambda one: (-one[1], one[0]))


def _missing(case: Case) -> Iterator[tuple[str, int, int]]:
    measured = case.measured("coverage")
    units = dict.fromkeys(one.marks.unit for one in (*measured.subjects, *measured.pending))
    for unit in units:
        mine = measured.within(unit=unit)
        if unit and mine.counted < mine.required:
            yield case.unit_name(unit), mine.required - mine.counted, mine.required
