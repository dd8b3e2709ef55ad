"""Where two texts, or a text and the data, hold different values of one item or post."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pilotkit.check.conflicts import Pair, element_name, issued_with_text
from pilotkit.check.item_values import (
    Held,
    Matter,
    agree,
    counterpart,
    held_in,
    of_item,
    of_text,
    too_long,
)
from pilotkit.check.rule import Finding
from pilotkit.model.item import ServiceItem
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import Standard
from pilotkit.text.value import About
from pilotkit.text.values import values_of

# A procedure may speak of some materials only: what texts list is held against the data alone.
_NOT_BETWEEN_TEXTS = frozenset({About.MATERIALS})
# A deed of fewer letters (核对材料) is of many posts.
_SHORTEST_DUTY = 5


class Contradiction(NamedTuple):
    """A value of an element that a standard has to give up for another's, or that of the data."""

    wrong: Standard
    right: str
    element: str
    held: Held
    other: Held

    @property
    def matter(self) -> Matter:
        """What the two differ in."""
        return self.held.matter

    def finding(self, repository: Repository) -> Finding:
        """Say so at the value that has to give way."""
        name, (about, of) = element_name(repository, self.element), self.matter
        what, of_which = (f"{about}（{of}）", f"{about} ({of})") if of else (about, about)
        place = self.other.place_against(self.held)
        shown, there = self.held.shown_against(self.other), self.other.shown_against(self.held)
        said = (
            Sentence(
                f"“{name}”的{what}这里是“{shown}”，另一处是“{there}”",
                f"{of_which} of {name}: {shown!r} here, {there!r} elsewhere",
            )
            if self.other.matter.about is about
            else Sentence(
                f"“{name}”的{what}“{shown}”长于{self.other.matter.about}“{there}”",
                f"{of_which} of {name}: {shown!r} is longer than {self.other.matter.about}"
                f" {there!r}",
            )
        )
        return Finding(
            self.held.place_against(self.other),
            said,
            Sentence(f"另一处写在 {place}", f"the other is at {place}"),
            repository.owner_of(self.wrong),
            (self.wrong.id, self.right),
        )


def between(repository: Repository, pair: Pair) -> Iterator[Contradiction]:
    """Yield what two texts contradict each other in, element by element.

    The one that the data support is right; of two others the later has to give way.
    """
    for element in pair.elements:
        first, second = (of_text(repository, one, element) for one in pair[:2])
        item = repository.items_by_id.get(element)
        data = of_item(repository, item) if isinstance(item, ServiceItem) else {}
        for matter, one in first.items():
            other = counterpart(one, second.values())
            if matter.about in _NOT_BETWEEN_TEXTS or other is None or agree(one, other):
                continue
            known = counterpart(one, data.values())
            if known and agree(other, known):
                yield Contradiction(pair.earlier, pair.later.id, element, one, other)
            else:
                yield Contradiction(pair.later, pair.earlier.id, element, other, one)


def against_data(repository: Repository, standard: Standard) -> Iterator[Contradiction]:
    """Yield what a text contradicts the data of its service items in, and what is against the law.

    A promise is held against the statutory limit of the data, or of the text where they have none.
    """
    for element in dict.fromkeys(standard.covers):
        item = repository.items_by_id.get(element)
        if isinstance(item, ServiceItem):
            known, said = of_item(repository, item), of_text(repository, standard, item.id)
            for held in said.values():
                other = counterpart(held, known.values())
                if other and not agree(held, other):
                    yield Contradiction(standard, item.id, item.id, held, other)
            promised, legal = said.get(_PROMISED), known.get(_LEGAL) or said.get(_LEGAL)
            if promised and legal and too_long(promised, legal):
                yield Contradiction(standard, item.id, item.id, promised, legal)


_PROMISED, _LEGAL = Matter(About.PROMISED), Matter(About.LEGAL)


def of_duties(repository: Repository) -> Iterator[Contradiction]:
    """Yield what the standard of a post says that it does, and a text that names it of another.

    The later of two has to give way.
    """
    issued = issued_with_text(repository)
    duties = {one.id: _duties(one) for one in issued}
    order = {one.id: at for at, one in enumerate(issued)}
    naming: dict[str, list[Standard]] = {}
    for one in issued:
        for name in {value for held in duties[one.id].values() for value in held.values}:
            naming.setdefault(name, []).append(one)
    for standard in issued:
        for post in filter(None, map(repository.posts_by_id.get, dict.fromkeys(standard.covers))):
            for other in naming.get(post.name, ()):
                if post.id not in other.covers:
                    earlier, later = sorted((standard, other), key=lambda one: order[one.id])
                    for matter in _differing(duties[standard.id], duties[other.id], post.name):
                        held, there = duties[later.id][matter], duties[earlier.id][matter]
                        yield Contradiction(later, earlier.id, post.id, held, there)


def _duties(standard: Standard) -> dict[Matter, Held]:
    posts = (one for one in values_of(standard.text) if one.about is About.POST)
    return held_in(standard, (one for one in posts if len(one.of) >= _SHORTEST_DUTY))


def _differing(
    own: Mapping[Matter, Held], others: Mapping[Matter, Held], post: str
) -> Iterator[Matter]:
    """Yield the duties that one text gives to a post and the other to others only."""
    for matter, held in own.items():
        other = others.get(matter)
        if post in held.values and other and not agree(held, other):
            yield matter
