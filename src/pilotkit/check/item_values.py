"""What a text and what the data say of one item, value by value, and whether that agrees."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from pilotkit.check.conflicts import element_name
from pilotkit.model.item import Fee, Item, ServiceItem, TimeLimit
from pilotkit.model.location import Location, Place, Route
from pilotkit.model.repository import Repository
from pilotkit.model.standard import Standard
from pilotkit.text.likeness import normal
from pilotkit.text.value import (
    FREE,
    About,
    Value,
    addresses_in,
    conditions_in,
    fees_in,
    floors_in,
    forms_in,
    hours_in,
    limit,
    material,
    measured,
    phone,
)
from pilotkit.text.values import values_of


class Matter(NamedTuple):
    """What values are of, and of which of several: the fee, the material, the step."""

    about: About
    of: str = ""

    def is_like(self, other: "Matter") -> bool:
        """Whether both speak of the same: a fee or a material also under a longer name."""
        if self.about is not other.about:
            return False
        if self.about is About.FEE and not (self.of and other.of):
            # 不收费 beside a 工本费 of its own
            return not _BESIDES.search(self.of or other.of)
        if self.about in _LONGER_NAMES:
            return _within(self.of, other.of) or _within(other.of, self.of)
        # Of two windows each may have its own; one that is not named may be either.
        unnamed = self.about in _OF_EITHER and not (self.of and other.of)
        return unnamed or self.of == other.of


_NUMBER = re.compile("[0-9]+号$")
_OF_EITHER = frozenset({About.ADDRESS, About.HOURS})
_PARTLY = frozenset({About.HOURS, About.DAYS})
_LONGER_NAMES = frozenset({About.FEE, About.COPIES, About.FORM})
_BY_LIKENESS = _OF_EITHER | _LONGER_NAMES
_MOST_VALUES = 2_000
_BESIDES = re.compile("复印|邮寄|[补换加另]|快递|罚|保证金")
_SHARED = 3
_LIMITS = frozenset({About.LEGAL, About.PROMISED, About.STEP})
_ENDING_ALIKE = frozenset({About.ADDRESS, About.POST})


class Held(NamedTuple):
    """The values that a text or the data hold on one matter of an item, each with its place.

    A place in the data is looked up when somebody is to read it: that costs reading the file again.
    """

    matter: Matter
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

    Of the times and days of opening one may name fewer. A house without its window's name speaks
    of the other only where it stands in the same road.
    """
    about = one.matter.about
    if about is About.ADDRESS and one.matter.of != other.matter.of:
        roads = {_NUMBER.sub("", value) for value in one.values}
        if roads.isdisjoint(_NUMBER.sub("", value) for value in other.values):
            return True
    if about in _PARTLY:
        first, second = set(one.values), set(other.values)
        return first <= second or second <= first
    if about is About.MATERIALS:
        return all(_known(name, other) for name in one.values) and all(
            _known(name, one) for name in other.values
        )
    return any(_known(value, other) for value in one.values)


def counterpart(held: Held, others: Mapping[Matter, Held]) -> Held | None:
    """Return all that others hold on the same matter."""
    if held.matter.about not in _BY_LIKENESS:
        return others.get(held.matter)
    like = [one for matter, one in others.items() if held.matter.is_like(matter)]
    if not like:
        return None
    each: dict[str, Location | Place] = {}
    for one in like:
        for value, place in zip(one.values, one.places, strict=True):
            each.setdefault(value, place)
    return Held(like[0].matter, tuple(each), tuple(each.values()))


def lacking(held: Held, materials: Held) -> bool:
    """Say whether a material that a text asks for is none of those of the data."""
    return len(held.matter.of) >= _SHARED and not any(
        _is_material(held.matter.of, material(one)) for one in materials.values
    )


def too_long(promised: Held, legal: Held) -> bool:
    """Say whether every limit that is promised is longer than the law allows, in the same unit."""
    longest = [one for one in map(measured, legal.values) if one]
    found = [one for one in map(measured, promised.values) if one]
    return bool(found and longest) and all(
        days > most and unit == of for days, unit in found for most, of in longest
    )


def of_text(repository: Repository, standard: Standard, element: str) -> dict[Matter, Held]:
    """Return what a standard's text says of an element that it covers.

    A clause that bears its name speaks of it, and those beside that of others. In a text on several
    items, or several posts, any other sentence or row must name the one that it speaks of.
    """
    name = element_name(repository, element)
    is_post = element in repository.posts_by_id
    covered = dict.fromkeys(standard.covers)
    alike = [one for one in covered if (one in repository.posts_by_id) == is_post]
    others = [element_name(repository, one) for one in alike]
    said = values_of(standard.text)
    beside = {_above(one.clause) for one in said if name in one.title and "." in one.clause}

    def is_on(one: Value) -> bool:
        if name in one.title or _above(one.clause) in beside:
            return name in one.title
        return len(others) == 1 or _is_named(one, name, others)

    return held_in(standard, filter(is_on, said))


def _above(clause: str) -> str:
    return clause.rpartition(".")[0]


def held_in(standard: Standard, values: Iterable[Value]) -> dict[Matter, Held]:
    """Gather values of a text by their matter, each with its first place.

    No honest text says more of an item than is gathered.
    """
    found: dict[Matter, Held] = {}
    for one in islice(values, _MOST_VALUES):
        matter = Matter(one.about, one.of)
        held = found.get(matter, Held(matter, (), ()))
        if one.value not in held.values:
            place = standard.at_line(one.line, one.column)
            found[matter] = Held(matter, (*held.values, one.value), (*held.places, place))
    return found


def _is_named(value: Value, name: str, names: list[str]) -> bool:
    """Whether it is on the one: the piece of the sentence names it, or the sentence if none."""
    if any(one in value.words for one in names):
        return name in value.words
    return name in value.said


def of_data(repository: Repository, element: str) -> dict[Matter, Held]:
    """Return what the data say of an item; nothing of a post."""
    item = repository.items_by_id.get(element)
    if item is None:
        return {}
    found: dict[Matter, Held] = {}
    for matter, value, route in _said(repository, item):
        held = found.get(matter, Held(matter, (), ()))
        values, places = (*held.values, value), (*held.places, item.placed(*route))
        found[matter] = Held(matter, values, places)
    return found


def _said(repository: Repository, item: Item) -> Iterator[tuple[Matter, str, Route]]:
    if isinstance(item, ServiceItem):
        yield from _said_of(item)
    yield from _steps_of(repository, item)


def _said_of(item: ServiceItem) -> Iterator[tuple[Matter, str, Route]]:
    """Yield each value of an item: of what, how it is spelt, and its route."""
    single: list[tuple[str, About, str | None]] = [
        ("legal_limit", About.LEGAL, _limit(item.legal_limit)),
        ("promised_limit", About.PROMISED, _limit(item.promised_limit)),
        ("phone", About.PHONE, phone(item.phone) if item.phone else None),
        ("complaints", About.COMPLAINTS, phone(item.complaints) if item.complaints else None),
        *(("fee", About.FEE, value) for value in _fees(item.fee)),
        *(("place", About.ADDRESS, value) for value, _, _ in addresses_in(item.place or "")),
        *(("hours", About.HOURS, value) for value, _, _ in hours_in(item.hours or "")),
    ]
    for of, value, _, _ in floors_in(item.place or ""):
        yield Matter(About.FLOOR, of), value, ("place",)
    yield from ((Matter(about), value, (key,)) for key, about, value in single if value)
    for at, said in enumerate(item.conditions):
        for of, value, _, _ in conditions_in(said):
            yield Matter(About.CONDITION, of), value, ("conditions", at)
    for at, one in enumerate(item.materials):
        yield Matter(About.MATERIALS), one.name, ("materials", at)
        if one.copies is not None:
            copies = f"{one.copies} 份"
            yield Matter(About.COPIES, material(one.name)), copies, ("materials", at, "copies")
        for form in forms_in(one.form or ""):
            yield Matter(About.FORM, material(one.name)), form, ("materials", at, "form")


def _steps_of(repository: Repository, item: Item) -> Iterator[tuple[Matter, str, Route]]:
    for at, step in enumerate(item.steps):
        post = repository.posts_by_id.get(step.post or "")
        if post:
            yield Matter(About.POST, step.name), post.name, ("steps", at, "post")
        if value := _limit(step.limit):
            yield Matter(About.STEP, step.name), value, ("steps", at, "limit")


def _limit(one: TimeLimit | None) -> str | None:
    return limit(one.days, one.unit) if one else None


def _fees(fee: Fee | None) -> Iterator[str]:
    if fee:
        yield from fees_in(fee.amount or "") if fee.charged else (FREE,)


def _known(value: str, other: Held) -> bool:
    """Whether the other has it; a material also under a longer or shorter name."""
    about = other.matter.about
    if about is About.MATERIALS:
        words = normal(value)
        return any(words in one or one in words for one in map(normal, other.values))
    if about in _ENDING_ALIKE:  # 设在 before a road, the body before its post
        return any(one.endswith(value) or value.endswith(one) for one in other.values)
    if about is About.COPIES:  # 2 张 is 2 份 of photographs
        return value.partition(" ")[0] in {one.partition(" ")[0] for one in other.values}
    if about in _LIMITS:
        return measured(value) in map(measured, other.values)
    return value in other.values


def _is_material(one: str, other: str) -> bool:
    """Whether two names of a material share three letters in a row, or one is within."""
    shorter, longer = sorted((one, other), key=len)
    if _within(shorter, longer):
        return True
    size = min(_SHARED, len(shorter))
    return any(shorter[at : at + size] in longer for at in range(len(shorter) - size + 1))


def _within(shorter: str, longer: str) -> bool:
    """Whether the letters of one stand in another, in their order: 住宅登记费, 住宅不动产登记费."""
    rest = iter(longer)
    return all(one in rest for one in shorter)
