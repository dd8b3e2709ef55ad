"""Where two texts, or a text and the data, hold different values of one item."""

from collections.abc import Iterator
from typing import NamedTuple

from pilotkit.check.conflicts import Pair, element_name
from pilotkit.check.item_values import Held, agree, of_item, of_text
from pilotkit.check.rule import Finding
from pilotkit.model.item import ServiceItem
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import Standard
from pilotkit.text.values import About

# A procedure may speak of some materials only: what texts list is held against the data alone.
_BETWEEN_TEXTS = tuple(one for one in About if one is not About.MATERIALS)


class Contradiction(NamedTuple):
    """A value of an element that a standard has to give up for another's, or that of the data."""

    wrong: Standard
    right: str
    element: str
    held: Held
    other: Held

    def finding(self, repository: Repository) -> Finding:
        """Say so at the value that has to give way."""
        name, about = element_name(repository, self.element), self.held.about
        place = self.other.place_against(self.held)
        shown, there = self.held.shown_against(self.other), self.other.shown_against(self.held)
        return Finding(
            self.held.place_against(self.other),
            Sentence(
                f"“{name}”的{about}这里是“{shown}”，另一处是“{there}”",
                f"{about} of {name}: {shown!r} here, {there!r} elsewhere",
            ),
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
        for about in _BETWEEN_TEXTS:
            one, other = first.get(about), second.get(about)
            if one and other and not agree(one, other):
                item = repository.items_by_id.get(element)
                known = of_item(item).get(about) if isinstance(item, ServiceItem) else None
                if known and agree(other, known):
                    yield Contradiction(pair.earlier, pair.later.id, element, one, other)
                else:
                    yield Contradiction(pair.later, pair.earlier.id, element, other, one)


def against_data(repository: Repository, standard: Standard) -> Iterator[Contradiction]:
    """Yield what a text contradicts the data of its service items in."""
    for element in dict.fromkeys(standard.covers):
        item = repository.items_by_id.get(element)
        if isinstance(item, ServiceItem):
            known = of_item(item)
            for about, held in of_text(repository, standard, item.id).items():
                if about in known and not agree(held, known[about]):
                    yield Contradiction(standard, item.id, item.id, held, known[about])
