"""The matrix of 五（四）: which standards each item and each post must have (design §4)."""

from collections.abc import Iterator
from typing import NamedTuple

from pilotkit.model.item import Item, ManagementItem, ServiceItem
from pilotkit.model.post import Post
from pilotkit.model.repository import AnyStandard, Repository

SERVICE_KINDS: tuple[str, ...] = ("服务指南", "办理规程")
MANAGEMENT_KINDS: tuple[str, ...] = ("管理标准", "工作流程标准")
POST_KINDS: tuple[str, ...] = ("岗位工作标准",)
Element = ServiceItem | ManagementItem | Post


class Cell(NamedTuple):
    """One required cell: an element and a kind of standard that must cover it."""

    element: Element
    kind: str
    pillar: str
    confirmed: bool


def elements(repository: Repository, *, confirmed: bool) -> Iterator[Element]:
    """Yield what is to be covered on the day, and is confirmed or not; posts always are."""
    items: tuple[Item, ...] = (*repository.service_items, *repository.management_items)
    yield from (item for item in items if repository.is_confirmed(item) is confirmed)
    if confirmed:
        yield from repository.living_posts


def cells_of(element: Element, *, confirmed: bool) -> Iterator[Cell]:
    """Yield the required cells of an element."""
    if isinstance(element, ServiceItem):
        pillar, kinds = "TG", SERVICE_KINDS
    elif isinstance(element, ManagementItem):
        pillar, kinds = "GL", MANAGEMENT_KINDS
    else:
        pillar, kinds = "GZ", POST_KINDS
    return (Cell(element, kind, pillar, confirmed) for kind in kinds)


def cells(repository: Repository) -> Iterator[Cell]:
    """Yield every required cell of the day; those of unconfirmed items are marked."""
    items: tuple[Item, ...] = (*repository.service_items, *repository.management_items)
    for item in items:
        yield from cells_of(item, confirmed=repository.is_confirmed(item))
    for post in repository.living_posts:
        yield from cells_of(post, confirmed=True)


def filling(repository: Repository, cell: Cell) -> AnyStandard | None:
    """Return the standard that fills a cell: of its kind, covering it, issued, not withdrawn."""
    for standard in repository.covering.get(cell.element.id, ()):
        if standard.kind == cell.kind and standard.issued_on(repository.day):
            return standard
    return None
