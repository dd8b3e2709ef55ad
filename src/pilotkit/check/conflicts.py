"""Which texts say something about one matter (phase five)."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import NamedTuple

from pilotkit.model.item import Item
from pilotkit.model.post import Post
from pilotkit.model.repository import Repository
from pilotkit.model.standard import STAGES, Standard


class Pair(NamedTuple):
    """Two own standards, the later one second, and the elements that both cover."""

    earlier: Standard
    later: Standard
    elements: tuple[str, ...]


def issued_with_text(repository: Repository) -> tuple[Standard, ...]:
    """Return the own standards that are issued on the day, the earliest first."""
    issued = (one for one in repository.issued if isinstance(one, Standard))
    return tuple(sorted(issued, key=lambda one: (str(one.issued), one.id)))


def compared(repository: Repository) -> object:
    """Return all that the rules between standards rest on; the day only by what it changes."""
    day = repository.day
    return (
        repository.all_standards,
        repository.issued,
        tuple(one for one in repository.standards if one.withdrawn_on(day)),
        tuple(one for one in repository.decisions if one.date <= day),
        repository.items,
        repository.posts,
        repository.unit_ids,
    )


def pairs(repository: Repository) -> Iterator[Pair]:
    """Yield every two own issued standards that cover an element in common."""
    covering: dict[str, list[Standard]] = {}
    for standard in issued_with_text(repository):
        for element in dict.fromkeys(standard.covers):
            covering.setdefault(element, []).append(standard)
    shared: dict[tuple[str, str], list[str]] = {}
    by_id: dict[str, Standard] = {}
    for element, standards in covering.items():
        for earlier, later in combinations(standards, 2):
            by_id |= {earlier.id: earlier, later.id: later}
            shared.setdefault((earlier.id, later.id), []).append(element)
    for (earlier_id, later_id), elements in sorted(shared.items()):
        yield Pair(by_id[earlier_id], by_id[later_id], tuple(elements))


def drafts_beside_issued(repository: Repository) -> Iterator[Pair]:
    """Yield an issued standard and a draft of its kind that covers the same and replaces none."""
    issued: dict[tuple[str, str], list[Standard]] = {}
    for standard in issued_with_text(repository):
        for element in dict.fromkeys(standard.covers):
            issued.setdefault((standard.kind, element), []).append(standard)
    for draft in (one for one in repository.standards if _is_draft(one, repository.day)):
        replaced = {one.id for one in map(repository.standard_by_number, draft.replaces) if one}
        shared: dict[str, list[str]] = {}
        by_id: dict[str, Standard] = {}
        for element in dict.fromkeys(draft.covers):
            for one in issued.get((draft.kind, element), ()):
                by_id[one.id] = one
                shared.setdefault(one.id, []).append(element)
        for name, elements in sorted(shared.items()):
            if name not in replaced:
                yield Pair(by_id[name], draft, tuple(elements))


def _is_draft(standard: Standard, day: date) -> bool:
    """Say whether a standard is begun or planned with a date, and not issued."""
    begun = any((when := getattr(standard, key)) and when <= day for key, _ in STAGES)
    return begun and not standard.issued_on(day) and not standard.withdrawn_on(day)


def element_name(repository: Repository, element: str) -> str:
    """Return the name of an item or post; its id where nobody has written it."""
    found: Item | Post | None = repository.items_by_id.get(element)
    found = found or repository.posts_by_id.get(element)
    return found.name if found else element
