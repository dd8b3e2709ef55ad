"""Who cites whom among the standards: as a drawing, and edge by edge."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pilotkit.model.standard import Standard
from pilotkit.report.case import Case, numbered_title, stamp
from pilotkit.report.document import Cell, Column, Row, Table, merged, row
from pilotkit.report.drawings.references import Edge, Group, Node, References, draw
from pilotkit.report.tables.system import Listed, listed
from pilotkit.text.dependents import Dependent, citing

_GONE = "废止"


@dataclass(frozen=True)
class Graph:
    """The citations of a pilot on its day, by the ids of standards."""

    case: Case

    @cached_property
    def edges(self) -> tuple[tuple[str, str, Dependent], ...]:
        """Who cites whom, and on which lines: (the citing, the cited, …), by the citing."""
        found = citing(self.case.repository)
        pairs = ((by, cited, one) for cited, others in found.items() for by, one in others.items())
        return tuple(sorted(pairs, key=lambda one: one[:2]))

    @cached_property
    def by_citing(self) -> dict[str, set[str]]:
        """What each citing standard cites."""
        found: dict[str, set[str]] = {}
        for by, cited, _ in self.edges:
            found.setdefault(by, set()).add(cited)
        return found

    @cached_property
    def by_cited(self) -> dict[str, set[str]]:
        """Who cites each cited standard."""
        found: dict[str, set[str]] = {}
        for by, cited, _ in self.edges:
            found.setdefault(cited, set()).add(by)
        return found

    @cached_property
    def apart(self) -> tuple[Listed, ...]:
        """The standards of the day that neither cite nor are cited."""
        repository, day = self.case.repository, self.case.day
        every = (one for one in repository.all_standards if one.id not in self.by_citing)
        lonely = (one for one in every if one.id not in self.by_cited)
        living = (
            one for one in lonely if not (isinstance(one, Standard) and one.withdrawn_on(day))
        )
        return tuple(sorted((listed(self.case, one) for one in living), key=_order))

    def seen(self, id_: str) -> Listed:
        """Return a standard of an edge as it stands on the day."""
        return listed(self.case, self.case.repository.standards_by_id[id_])


def _order(one: Listed) -> tuple[str, str]:
    return one.number or "\uffff", one.standard.id


def name_of(one: Listed) -> str:
    """Name a standard by number and title."""
    return numbered_title(one.number, one.title)


def references_drawing(graph: Graph) -> str:
    """Draw who cites whom; standards of one kind that cite the same share a box."""
    case = graph.case
    boxes = _boxes(graph)
    edges = [
        Edge(key, cited, len(ids))
        for key, ids in boxes.items()
        for cited in sorted(graph.by_citing[ids[0]])
    ]
    invented = case.pilot.invented if case.pilot else None
    drawn = References(
        case.say("标准引用关系图", "Who cites whom"),
        list(_citing_groups(graph, boxes)),
        list(_cited_groups(graph)),
        edges,
        [name_of(one) for one in graph.apart],
        " ".join(filter(None, (invented, *stamp(case)))),
    )
    return draw(drawn, case.lang)


def _boxes(graph: Graph) -> dict[str, list[str]]:
    """Put standards of one pillar and kind that cite the same into one box, by its first id."""
    alike: dict[tuple[str, str, frozenset[str]], list[str]] = {}
    for id_, cited in graph.by_citing.items():
        one = graph.seen(id_).standard
        pillar = graph.case.repository.pillar_of(one) or ""
        alike.setdefault((pillar, one.kind or "", frozenset(cited)), []).append(id_)
    ordered = (sorted(ids, key=lambda id_: _order(graph.seen(id_))) for ids in alike.values())
    return {ids[0]: ids for ids in ordered}


def _pillars(case: Case) -> list[tuple[str | None, str]]:
    framework = case.repository.framework
    named = [(one.id, one.name) for one in framework.pillars] if framework else []
    return [*named, (None, case.say("未归入体系", "in no subsystem"))]


def _citing_groups(graph: Graph, boxes: dict[str, list[str]]) -> Iterator[Group]:
    case = graph.case
    for pillar, name in _pillars(case):
        mine = [key for key in boxes if _pillar(graph, key) == pillar]
        mine.sort(key=lambda key: _order(graph.seen(key)))
        nodes = [Node(key, _box_name(graph, boxes[key]), len(boxes[key])) for key in mine]
        if nodes:
            yield Group(name, nodes)


def _pillar(graph: Graph, id_: str) -> str | None:
    return graph.case.repository.pillar_of(graph.seen(id_).standard)


def _box_name(graph: Graph, ids: list[str]) -> str:
    first = graph.seen(ids[0])
    if len(ids) == 1:
        return name_of(first)
    kind = first.standard.kind or graph.case.say("标准", "standards")
    return graph.case.say(
        f"{kind}{len(ids)}项：{name_of(first)}等", f"{len(ids)} × {kind}: {name_of(first)} …"
    )


def _cited_groups(graph: Graph) -> Iterator[Group]:
    case = graph.case
    own = [id_ for id_ in graph.by_cited if graph.seen(id_).own]
    for pillar, name in _pillars(case):
        mine = [id_ for id_ in own if _pillar(graph, id_) == pillar]
        if mine:
            title = case.say(f"自编：{name}", f"own: {name}")
            yield Group(title, [_cited_node(graph, id_) for id_ in sorted(mine)])
    others = sorted(set(graph.by_cited) - set(own))
    if others:
        title = case.say("采用的外部标准", "adopted standards")
        yield Group(title, [_cited_node(graph, id_) for id_ in others])


def _cited_node(graph: Graph, id_: str) -> Node:
    one = graph.seen(id_)
    gone = one.status == _GONE
    mark = graph.case.say("（已废止）", " (withdrawn)") if gone else ""
    return Node(id_, f"{name_of(one)}{mark}", len(graph.by_cited[id_]), gone)


def edges_table(graph: Graph) -> Table:
    """List every citation with the lines of the file that make it."""
    case = graph.case
    columns = (
        Column(case.say("引用的标准", "Citing"), width=38),
        Column(case.say("被引用的标准", "Cited"), width=38),
        Column(case.say("状态", "Status"), "code", 9),
        Column(case.say("文本所在行", "Lines"), width=15),
    )
    rows = [_edge(graph, by, cited, one) for by, cited, one in graph.edges]
    return Table(case.say("引用明细", "Citations"), columns, merged(rows, 1))


def lines_of(case: Case, one: Dependent) -> str:
    """Say on which lines of its file a standard cites another, or that only its list does."""
    numbers = case.joined(str(one.standard.at_line(line).line) for line in one.lines)
    return case.say(f"第{numbers}行", numbers) if numbers else case.say("引用清单", "its list")


def _edge(graph: Graph, by: str, cited: str, one: Dependent) -> Row:
    seen = graph.seen(cited)
    status = Cell(seen.status, tone="bad" if seen.status == _GONE else "plain")
    return row(name_of(graph.seen(by)), name_of(seen), status, lines_of(graph.case, one))


def most_cited_table(graph: Graph, most: int) -> Table:
    """List the standards that others rest on most: a change of these has to be checked widest."""
    case = graph.case
    columns = (
        Column(case.say("标准", "Standard"), width=58),
        Column(case.say("来源", "Origin"), "code", 14),
        Column(case.say("被引用", "Cited by"), "number", 14),
        Column(case.say("状态", "Status"), "code", 14),
    )
    ranked = sorted(graph.by_cited.items(), key=lambda one: (-len(one[1]), one[0]))[:most]
    rows = tuple(
        row(name_of(one), one.standard.origin, len(by), one.status)
        for one, by in ((graph.seen(id_), by) for id_, by in ranked)
    )
    return Table(case.say("被引用最多的标准", "Cited most"), columns, rows)
