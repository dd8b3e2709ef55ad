"""Official documents by their type: which the plan or the table asks for, which are there."""

from collections.abc import Iterable, Iterator

from pilotkit.model.evidence.official_document import Appointed, OfficialDocument
from pilotkit.model.plan import Phase, Task
from pilotkit.report.case import Case, numbered_title
from pilotkit.report.document import Cell, Column, Row, Table, cell, row
from pilotkit.report.tables.evidence import is_open, title_of


def papers(case: Case, *types: str) -> list[OfficialDocument]:
    """Return the documents of any of these types that count, the oldest first."""
    found = case.appraisal.basis.of(OfficialDocument)
    mine = (one for one in found if not set(types).isdisjoint(one.doc_types))
    return sorted(mine, key=lambda one: (one.date, one.id))


def cited(case: Case, one: OfficialDocument) -> str:
    """Cite a document as offices do: 《…》（number）."""
    if not is_open(one):
        return title_of(case, one)
    return in_marks(one.title, one.number)


def in_marks(title: str, number: str | None) -> str:
    """Put a title into book marks as offices do: 《…〈…〉…》（number）."""
    inner = title.replace("《", "〈").replace("》", "〉")
    return f"《{inner}》（{number}）" if number else f"《{inner}》"


def all_cited(case: Case, *types: str) -> str:
    """Cite all documents of these types; empty where there are none."""
    return case.joined(cited(case, one) for one in papers(case, *types))


def papers_table(case: Case, caption: str, types: Iterable[str]) -> Table:
    """Show for each type of document which ones there are."""
    columns = (
        Column(case.say("应有文件", "Document"), width=20),
        Column(case.say("现有文件", "On record"), width=50),
        Column(case.say("佐证编号", "Number"), "code", 18),
        Column(case.say("状况", "State"), "code", 12),
    )
    return Table(caption, columns, tuple(_row(case, type_) for type_ in types))


def _row(case: Case, type_: str) -> Row:
    found = papers(case, type_)
    if not found:
        missing = Cell(case.say("尚无", "none"), tone="bad")
        return row(type_, cell(None), cell(None), missing)
    titles = "\n".join(numbered_title(one.number, title_of(case, one)) for one in found)
    numbers = "\n".join(filter(None, map(case.numbers.of, found)))
    return row(type_, titles, numbers or None, Cell(case.say("已有", "there"), tone="good"))


def tasks_asking(case: Case, *types: str) -> Iterator[tuple[Phase, Task]]:
    """Yield the tasks of the plan that put out documents of any of these types."""
    for phase, task in case.repository.tasks_by_id.values():
        if not set(types).isdisjoint(_types(task)):
            yield phase, task


def _types(task: Task) -> Iterator[str]:
    for output in task.outputs:
        for _, node in output.proof.nodes():
            if node.evidence:
                yield from several(node.evidence.where.get("doc_types", ()))
                yield from node.evidence.each.get("doc_types", ())


def appointed(case: Case, *types: str) -> list[Appointed]:
    """Return whom the documents of these types put into a role, as far as they may be shown."""
    return [one for paper in papers(case, *types) if is_open(paper) for one in paper.appoints]


def several(test: object) -> tuple[str, ...]:
    """Return the values that a test names, one or a list."""
    if isinstance(test, str):
        return (str(test),)
    return tuple(map(str, test)) if isinstance(test, list | tuple) else ()
