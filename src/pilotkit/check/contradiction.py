"""A value that a text has to give up, and how that is said."""

from typing import NamedTuple

from pilotkit.check.conflicts import element_name
from pilotkit.check.item_values import Held, Matter
from pilotkit.check.rule import Finding
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import Standard
from pilotkit.text.value import IN_ENGLISH


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

    @property
    def lines(self) -> frozenset[tuple[str, int]]:
        """The two lines that differ, each with its file."""
        places = self.held.place_against(self.other), self.other.place_against(self.held)
        return frozenset((place.path, place.line) for place in places)

    def finding(self, repository: Repository) -> Finding:
        """Say so at the value that has to give way."""
        name, (about, of) = element_name(repository, self.element), self.matter
        what, said = (
            (f"{about}（{of}）", f"{IN_ENGLISH[about]} ({of})")
            if of
            else (about, IN_ENGLISH[about])
        )
        place, law = self.other.place_against(self.held), self.other.matter.about
        shown, there = self.held.shown_against(self.other), self.other.shown_against(self.held)
        sentence = (
            Sentence(
                f"“{name}”的{what}这里是“{shown}”，另一处是“{there}”",
                f"{said} of {name}: {shown!r} here, {there!r} elsewhere",
            )
            if law is about
            else Sentence(
                f"“{name}”的{what}“{shown}”长于{law}“{there}”",
                f"{said} of {name}: {shown!r} is longer than its {IN_ENGLISH[law]}, {there!r}",
            )
        )
        return Finding(
            self.held.place_against(self.other),
            sentence,
            Sentence(f"另一处写在 {place}", f"the other is at {place}"),
            repository.owner_of(self.wrong),
            (self.wrong.id, self.right),
        )
