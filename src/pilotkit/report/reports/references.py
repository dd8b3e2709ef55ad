"""标准引用关系图: who cites whom among the standards, drawn and listed."""

from collections.abc import Iterator

from pilotkit.model.diagnostic import Diagnostic
from pilotkit.model.sentence import Sentence
from pilotkit.report.case import Case, document, of_whole
from pilotkit.report.document import (
    Block,
    Bullets,
    Column,
    Document,
    Figure,
    Heading,
    Note,
    Paragraph,
    Table,
    row,
)
from pilotkit.report.report import Report
from pilotkit.report.tables.cited_laws import cited_laws_table
from pilotkit.report.tables.references import (
    Graph,
    edges_table,
    most_cited_table,
    name_of,
    references_drawing,
)

_TITLE = Sentence("标准引用关系图", "Who cites whom")
_PURPOSE = Sentence(
    "标准之间谁引用谁，改一项会动到哪些",
    "which standard cites which: what a change would touch",
)
# Findings on citations: what has to be put right in the picture.
_ON_CITATIONS = frozenset(
    {
        "citation-cycle",
        "citation-not-listed",
        "cites-unissued",
        "law-not-in-force",
        "part-mismatch-in-text",
        "reference-not-cited",
        "reference-order",
        "replaced-edition-cited",
        "replaced-edition-in-text",
        "unknown-citation",
        "unknown-citation-in-text",
    }
)
_MOST = 10


def build(case: Case) -> Document:
    """Build the drawing, what is wrong with citations, and every edge."""
    return document(case, REPORT.name, _TITLE, _blocks(case), landscape=True)


def _blocks(case: Case) -> Iterator[Block]:
    graph = Graph(case)
    yield Heading(1, case.say("总体情况", "Overview"))
    yield Paragraph(_counts(graph))
    yield Figure(case.say("标准引用关系图", "Who cites whom"), references_drawing(graph))
    yield Note(
        case.say(
            "左边是引用的标准，右边是被引用的标准，线越粗引用的标准越多；同类且引用相同的标准合为一框。"
            "前言、引言和参考文献里提到的不算引用。",
            "Left those that cite, right those that are cited; the thicker a line, the more cite."
            " Standards of one kind that cite the same share a box. What foreword, introduction"
            " and bibliography mention is no citation.",
        )
    )
    if graph.edges:
        yield most_cited_table(graph, _MOST)
    yield Heading(1, case.say("须处理的引用", "What has to be put right"))
    yield from _faults(case)
    yield Heading(1, case.say("引用明细", "Citation by citation"))
    if graph.edges:
        yield edges_table(graph)
    else:
        yield Paragraph(
            case.say(
                "自编标准之间、自编标准与采用标准之间还没有引用关系。",
                "Nothing cites anything yet.",
            )
        )
    if laws := cited_laws_table(case):
        yield Heading(1, case.say("引用的法律法规", "Laws that are cited"))
        yield laws
    yield Heading(1, case.say("没有引用关系的标准", "Standards that stand apart"))
    if graph.apart:
        yield Bullets(tuple(name_of(one) for one in graph.apart))
    else:
        yield Paragraph(case.say("没有。", "None."))


def _counts(graph: Graph) -> str:
    case = graph.case
    own = [one for one in case.repository.standards if not one.withdrawn_on(case.day)]
    citers = len(graph.by_citing)
    cited_own = sum(graph.seen(id_).own for id_ in graph.by_cited)
    adopted = len(case.repository.adopted)
    cited_others = len(graph.by_cited) - cited_own
    citing, cited = of_whole(citers, len(own)), of_whole(cited_others, adopted)
    return case.say(
        f"自编标准{len(own)}项，其中引用其他标准的{citers}项{citing.zh}，"
        f"被其他自编标准引用的{cited_own}项；采用标准{adopted}项，被引用的{cited_others}项"
        f"{cited.zh}。"
        f"引用关系共{len(graph.edges)}条，没有引用关系的标准{len(graph.apart)}项。",
        f"Own standards {len(own)}: citing others {citers}{citing.en}, cited {cited_own};"
        f" adopted {adopted}, cited {cited_others}{cited.en}. Citations {len(graph.edges)},"
        f" standards apart {len(graph.apart)}.",
    )


def _faults(case: Case) -> Iterator[Block]:
    found = [one for one in case.appraisal.basis.diagnostics if one.name in _ON_CITATIONS]
    if found:
        yield _faults_table(case, sorted(found, key=lambda one: (one.location, one.code)))
    else:
        yield Paragraph(
            case.say(
                "没有指向未登记、未发布、已废止或被代替的标准的引用，也没有循环引用。",
                "Nothing cites what is unknown, unissued, withdrawn or replaced, or in a circle.",
            )
        )


def _faults_table(case: Case, found: list[Diagnostic]) -> Table:
    columns = (
        Column(case.say("位置", "Place"), width=34),
        Column(case.say("问题", "What"), width=66),
    )
    rows = tuple(
        row(f"{one.location.path}:{one.location.line}", one.message.to(case.lang)) for one in found
    )
    return Table(case.say("须处理的引用", "What has to be put right"), columns, rows)


REPORT = Report("references", _TITLE, _PURPOSE, build, formats=("html", "svg"))
