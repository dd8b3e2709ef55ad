"""Which texts say something about one matter (phase five)."""

from collections.abc import Iterator, Sequence
from datetime import date
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


def drafts(repository: Repository) -> tuple[Standard, ...]:
    """Return the own standards that are begun or planned with a date, the earliest first."""
    begun = (
        (first, one)
        for one in repository.standards
        if (first := _begun(one, repository.day)) and not one.issued_on(repository.day)
    )
    in_order = sorted(begun, key=lambda each: (each[0], each[1].id))
    return tuple(one for _, one in in_order if not one.withdrawn_on(repository.day))


def pairs(repository: Repository) -> Iterator[Pair]:
    """Yield every two own issued standards that cover an element in common."""
    yield from _pairs((), issued_with_text(repository))


def pairs_with_drafts(repository: Repository) -> Iterator[Pair]:
    """Yield every draft with what is issued or begun before it and covers an element in common.

    What a draft replaces will not be in force beside any of them.
    """
    coming = drafts(repository)
    numbers = (number for draft in coming for number in draft.replaces)
    replaced = {one.id for one in map(repository.standard_by_number, numbers) if one}
    staying = [one for one in issued_with_text(repository) if one.id not in replaced]
    yield from _pairs(staying, [one for one in coming if one.id not in replaced])


def _pairs(before: Sequence[Standard], among: Sequence[Standard]) -> Iterator[Pair]:
    """Yield every two of some standards, and each of them with those before, in their order."""
    covering: dict[str, list[Standard]] = {}
    shared: dict[tuple[str, str], list[str]] = {}
    by_id = {one.id: one for one in (*before, *among)}
    for one in before:
        for element in dict.fromkeys(one.covers):
            covering.setdefault(element, []).append(one)
    for later in among:
        for element in dict.fromkeys(later.covers):
            others = covering.setdefault(element, [])
            for earlier in others:
                shared.setdefault((earlier.id, later.id), []).append(element)
            others.append(later)
    for (earlier_id, later_id), elements in sorted(shared.items()):
        yield Pair(by_id[earlier_id], by_id[later_id], tuple(elements))


def _begun(standard: Standard, day: date) -> date | None:
    """Return the first day on which something was done for a standard, or planned to be."""
    days = (getattr(standard, key) for key, _ in STAGES)
    return min((one for one in days if one and one <= day), default=None)


def element_name(repository: Repository, element: str) -> str:
    """Return the name of an item or post; its id where nobody has written it."""
    found: Item | Post | None = repository.items_by_id.get(element)
    found = found or repository.posts_by_id.get(element)
    return found.name if found else element
