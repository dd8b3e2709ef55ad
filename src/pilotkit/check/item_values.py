"""What a text and what the data say of one item, value by value, and whether that agrees."""

from typing import NamedTuple

from pilotkit.check.conflicts import element_name
from pilotkit.model.item import Fee, ServiceItem, TimeLimit
from pilotkit.model.location import Location, Place
from pilotkit.model.repository import Repository
from pilotkit.model.standard import Standard
from pilotkit.text.likeness import normal
from pilotkit.text.values import (
    FREE,
    About,
    Value,
    address_in,
    fee_in,
    hours_in,
    limit,
    phone,
    values_of,
)


class Held(NamedTuple):
    """The values of one kind that a text or the data hold on one item, each with its place.

    A place in the data is looked up when somebody is to read it: that costs reading the file again.
    """

    about: About
    values: tuple[str, ...]
    places: tuple[Location | Place, ...]

    def shown_against(self, other: "Held") -> str:
        """Return the values that the other lacks, for a reader; all where it lacks none."""
        lacking = [one for one in self.values if not _known(one, other)]
        return "、".join(lacking or self.values)

    def place_against(self, other: "Held") -> Location:
        """Return the place of the first value that the other lacks."""
        each = zip(self.values, self.places, strict=True)
        place = next((at for one, at in each if not _known(one, other)), self.places[0])
        return place.location if isinstance(place, Place) else place


def agree(one: Held, other: Held) -> bool:
    """Say whether two agree: on materials in all of them, else in one value at least.

    Of the times of opening one may name fewer.
    """
    if one.about is About.HOURS:
        first, second = set(one.values), set(other.values)
        return first <= second or second <= first
    if one.about is About.MATERIALS:
        return all(_known(name, other) for name in one.values) and all(
            _known(name, one) for name in other.values
        )
    return not set(one.values).isdisjoint(other.values)


def of_text(repository: Repository, standard: Standard, element: str) -> dict[About, Held]:
    """Return what a standard's text says of an element that it covers.

    In a text on several elements a sentence or row must name the one that it speaks of.
    """
    name = element_name(repository, element)
    others = [element_name(repository, one) for one in dict.fromkeys(standard.covers)]
    found: dict[About, Held] = {}
    for one in values_of(standard.text):
        if len(others) == 1 or _is_on(one, name, others):
            place = standard.at_line(one.line, one.column)
            held = found.get(one.about, Held(one.about, (), ()))
            if one.value not in held.values:
                values, places = (*held.values, one.value), (*held.places, place)
                found[one.about] = Held(one.about, values, places)
    return found


def _is_on(value: Value, name: str, names: list[str]) -> bool:
    """Whether it is on the one: the piece of the sentence names it, or the sentence if none."""
    if any(one in value.words for one in names):
        return name in value.words
    return name in value.said


def of_item(item: ServiceItem) -> dict[About, Held]:
    """Return what the data say of an item."""
    limits = (
        ("legal_limit", About.LEGAL, item.legal_limit),
        ("promised_limit", About.PROMISED, item.promised_limit),
    )
    said: list[tuple[str, About, str | None]] = [
        *((key, about, _limit(one)) for key, about, one in limits),
        ("fee", About.FEE, _fee(item.fee)),
        ("phone", About.PHONE, phone(item.phone) if item.phone else None),
        ("complaints", About.COMPLAINTS, phone(item.complaints) if item.complaints else None),
        ("place", About.ADDRESS, address_in(item.place or "")),
    ]
    found = {about: Held(about, (one,), (item.placed(key),)) for key, about, one in said if one}
    if opened := tuple(value for value, _, _ in hours_in(item.hours or "")):
        found[About.HOURS] = Held(About.HOURS, opened, (item.placed("hours"),) * len(opened))
    if item.materials:
        names = tuple(one.name for one in item.materials)
        found[About.MATERIALS] = Held(
            About.MATERIALS, names, tuple(item.placed("materials", at) for at in range(len(names)))
        )
    return found


def _limit(one: TimeLimit | None) -> str | None:
    return limit(one.days, one.unit) if one else None


def _fee(fee: Fee | None) -> str | None:
    if fee is None:
        return None
    return fee_in(fee.amount or "") if fee.charged else FREE


def _known(value: str, other: Held) -> bool:
    """Whether the other has it; a material also under a longer or shorter name."""
    if other.about is not About.MATERIALS:
        return value in other.values
    words = normal(value)
    return any(words in one or one in words for one in map(normal, other.values))
