"""Which texts say something about one matter, and what was decided on them (phase five)."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from pilotkit.model.decision import Decision, Side
from pilotkit.model.item import Item
from pilotkit.model.post import Post
from pilotkit.model.repository import Repository
from pilotkit.model.standard import Standard
from pilotkit.text.likeness import meaning


class Pair(NamedTuple):
    """Two own issued standards, the later one second, and the elements that both cover."""

    earlier: Standard
    later: Standard
    elements: tuple[str, ...]


def issued_with_text(repository: Repository) -> tuple[Standard, ...]:
    """Return the own standards that are issued on the day, the earliest first."""
    issued = (one for one in repository.standards if one.issued_on(repository.day))
    return tuple(sorted(issued, key=lambda one: (str(one.issued), one.id)))


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


def element_name(repository: Repository, element: str) -> str:
    """Return the name of an item or post; its id where nobody has written it."""
    found: Item | Post | None = repository.items_by_id.get(element)
    found = found or repository.posts_by_id.get(element)
    return found.name if found else element


def decided(repository: Repository, kinds: frozenset[str], ids: frozenset[str]) -> bool:
    """Say whether it was decided by the day what becomes of these, by texts that still say it."""
    return any(
        one.kind in kinds and one.date <= repository.day and _holds(repository, one, ids)
        for one in repository.decisions
    )


def _holds(repository: Repository, decision: Decision, ids: frozenset[str]) -> bool:
    sides = {_id_of(repository, side): side for side in decision.sides}
    about = {*sides, *([decision.subject] if decision.subject else [])}
    texts = ids & set(sides)
    is_about = bool(texts) and ids <= about
    return is_about and all(_unchanged(repository, name, sides[name]) for name in texts)


def _id_of(repository: Repository, side: Side) -> str:
    if side.standard in repository.standards_by_id:
        return side.standard
    cited = repository.standard_by_number(side.standard)
    return cited.id if cited else side.standard


def _unchanged(repository: Repository, name: str, side: Side) -> bool:
    """Say whether a text means what it meant; without a hash the decision stands."""
    standard = repository.standards_by_id.get(name)
    if side.sha256 is None or not isinstance(standard, Standard):
        return True
    return meaning(standard.text, side.clause or "") == side.sha256
