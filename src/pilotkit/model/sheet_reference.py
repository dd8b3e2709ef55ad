"""What a cell calls a record by: its id, the number of a standard, or a name that no other has."""

from collections.abc import Iterable, Iterator

from pilotkit.model.item import Item
from pilotkit.model.post import Post
from pilotkit.model.repository import AnyStandard, Repository

Referred = AnyStandard | Item | Post


def referred(kinds: Iterable[str], text: str, repository: Repository) -> tuple[str, ...]:
    """Return the ids of the records of these kinds that a text means; none, one or several."""
    found = [one for kind in kinds for one in _records(kind, repository)]
    if any(one.id == text for one in found):
        return (text,)
    by_number = repository.standard_by_number(text) if "standards" in kinds else None
    if by_number:
        return (by_number.id,)
    return tuple(sorted({one.id for one in found if _name(one) == text}))


def _records(kind: str, repository: Repository) -> Iterator[Referred]:
    if kind == "standards":
        yield from repository.all_standards
    elif kind == "items":
        yield from repository.items
    else:
        yield from repository.posts


def _name(one: Referred) -> str:
    return one.name if isinstance(one, Item | Post) else one.title
