"""How many of the required cells of the matrix are filled (design §4; 五（四）of the plan)."""

from collections.abc import Iterator
from itertools import chain

from pilotkit.measure.basis import Basis
from pilotkit.measure.measure import Measure
from pilotkit.model.location import Place
from pilotkit.model.matrix import Cell, Element, cells_of, elements, filling
from pilotkit.model.measurement import Marks, Subject
from pilotkit.model.post import Post
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def subjects(basis: Basis) -> Iterator[Subject]:
    """Yield every required cell of confirmed items and of posts."""
    repository = basis.repository
    rests_on = repository.all_standards, repository.issued, repository.units

    def subjects_of(element: Element) -> tuple[Subject, ...]:
        return tuple(_subject(repository, cell) for cell in cells_of(element, confirmed=True))

    every = elements(repository, confirmed=True)
    return chain.from_iterable(repository.known.each("coverage", rests_on, every, subjects_of))


def pending(basis: Basis) -> Iterator[Subject]:
    """Yield the cells of items that nobody has confirmed yet; none of them counts as filled."""
    repository = basis.repository
    unconfirmed = Sentence("事项待确认", "the item is not confirmed")
    for element in elements(repository, confirmed=False):
        for cell in cells_of(element, confirmed=False):
            yield Subject(*_identity(cell), unconfirmed, marks=_marks(repository, cell))


def _subject(repository: Repository, cell: Cell) -> Subject:
    reason = None
    if not filling(repository, cell):
        reason = Sentence(
            f"{cell.element.name}缺现行有效的{cell.kind}",
            f"{cell.element.id} lacks an issued {cell.kind}",
        )
    return Subject(*_identity(cell), reason, marks=_marks(repository, cell))


def _identity(cell: Cell) -> tuple[str, Place]:
    return f"{cell.element.id}/{cell.kind}", cell.element.placed("id")


def _marks(repository: Repository, cell: Cell) -> Marks:
    element = cell.element
    unit = repository.unit(element.unit)
    own_level = (unit.level,) if unit else ()
    levels = own_level if isinstance(element, Post) else element.levels or own_level
    subsystem = None if isinstance(element, Post) else element.subsystem
    return Marks(cell.pillar, subsystem, repository.unit_id(element.unit), levels)


MEASURE = Measure(
    "coverage",
    Sentence("标准覆盖率", "coverage"),
    Sentence(
        "已有现行标准的格 ÷ 应有的格（每个服务事项要服务指南和办理规程，每个管理事项要管理标准和"
        "工作流程标准，每个岗位要岗位工作标准；只计已确认的事项）",
        "filled cells ÷ required cells (服务指南 and 办理规程 for each service item, 管理标准 and "
        "工作流程标准 for each management item, 岗位工作标准 for each post; confirmed items only)",
    ),
    subjects,
    pending,
    grows=True,
)
