"""The matrix of 五（四）: which standards each item and each post must have (design §4)."""

from collections.abc import Iterator
from typing import NamedTuple

from pilotkit.model.item import ManagementItem, ServiceItem
from pilotkit.model.post import Post
from pilotkit.model.repository import AnyStandard, Repository

SERVICE_KINDS = ("服务指南", "办理规程")
MANAGEMENT_KINDS = ("管理标准", "工作流程标准")
POST_KINDS = ("岗位工作标准",)
Element = ServiceItem | ManagementItem | Post


class Cell(NamedTuple):
    """One required cell: an element and a kind of standard that must cover it."""

    element: Element
    kind: str
    pillar: str
    confirmed: bool


def cells(repository: Repository) -> Iterator[Cell]:
    """Yield every required cell of the day; those of unconfirmed items are marked."""
    for item in repository.service_items:
        confirmed = repository.is_confirmed(item)
        yield from (Cell(item, kind, "TG", confirmed) for kind in SERVICE_KINDS)
    for matter in repository.management_items:
        confirmed = repository.is_confirmed(matter)
        yield from (Cell(matter, kind, "GL", confirmed) for kind in MANAGEMENT_KINDS)
    for post in repository.living_posts:
        yield from (Cell(post, kind, "GZ", confirmed=True) for kind in POST_KINDS)


def filling(repository: Repository, cell: Cell) -> AnyStandard | None:
    """Return the standard that fills a cell: of its kind, covering it, issued, not withdrawn."""
    for standard in repository.covering.get(cell.element.id, ()):
        if standard.kind == cell.kind and standard.issued_on(repository.day):
            return standard
    return None
