"""Where two texts, or a text and the data, hold different values of one item or post."""

from collections.abc import Iterator, Mapping

from pilotkit.check import same_sentences
from pilotkit.check.conflicts import Pair
from pilotkit.check.contradiction import Contradiction
from pilotkit.check.item_values import (
    Held,
    Matter,
    agree,
    counterpart,
    lacking,
    of_data,
    of_text,
    too_long,
)
from pilotkit.model.repository import Repository
from pilotkit.model.standard import Standard
from pilotkit.text.value import About

# A procedure may speak of some materials only: what texts list is held against the data alone.
_NOT_BETWEEN_TEXTS = frozenset({About.MATERIALS})
_PROMISED, _LEGAL = Matter(About.PROMISED), Matter(About.LEGAL)
_MATERIALS = Matter(About.MATERIALS)
_Values = Mapping[Matter, Held]


def between(repository: Repository, pair: Pair) -> Iterator[Contradiction]:
    """Yield what two texts contradict each other in; sentences only where nothing else is told."""
    told: set[tuple[str, int]] = set()
    for element in pair.elements:
        for one in _on(repository, pair, element):
            told |= one.lines
            yield one
    for one in same_sentences.between(pair):
        if told.isdisjoint(one.lines):
            yield one


def _on(repository: Repository, pair: Pair, element: str) -> Iterator[Contradiction]:
    """Yield the values of an element that differ: what the data support is right, else the earlier.

    A promise of one text is held against the statutory limit of the other.
    """
    earlier, later, _ = pair
    first, second = (of_text(repository, one, element) for one in (earlier, later))
    data = of_data(repository, element)
    for one, other in _differences(first, second):
        known = counterpart(one, data)
        if known and agree(other, known):
            yield Contradiction(earlier, later.id, element, one, other)
        else:
            yield Contradiction(later, earlier.id, element, other, one)
    yield from _too_long(later, earlier.id, element, second, first)
    yield from _too_long(earlier, later.id, element, first, second)


def against_data(repository: Repository, standard: Standard) -> Iterator[Contradiction]:
    """Yield what a text contradicts the data of its items and posts in, and what the law forbids.

    A promise is held against the statutory limit of the data, or of the text where they have none.
    """
    for element in dict.fromkeys(standard.covers):
        known, said = of_data(repository, element), of_text(repository, standard, element)
        for held in said.values():
            other = counterpart(held, known)
            if other and not agree(held, other):
                yield Contradiction(standard, element, element, held, other)
        yield from _not_asked_for(standard, element, said, known)
        yield from _too_long(standard, element, element, said, known if _LEGAL in known else said)
    yield from same_sentences.against_posts(repository, standard)


def _differences(first: _Values, second: _Values) -> Iterator[tuple[Held, Held]]:
    for matter, one in first.items():
        other = counterpart(one, second)
        if matter.about not in _NOT_BETWEEN_TEXTS and other and not agree(one, other):
            yield one, other


def _not_asked_for(
    standard: Standard, element: str, said: _Values, known: _Values
) -> Iterator[Contradiction]:
    """Yield the materials that sentences of a text ask for and the data do not."""
    materials = known.get(_MATERIALS)
    if materials and _MATERIALS not in said:
        for held in said.values():
            if held.matter.about is About.COPIES and lacking(held, materials):
                name = Held(_MATERIALS, (held.matter.of,), held.places)
                yield Contradiction(standard, element, element, name, materials)


def _too_long(
    standard: Standard, right: str, element: str, said: _Values, law: _Values
) -> Iterator[Contradiction]:
    promised, legal = said.get(_PROMISED), law.get(_LEGAL)
    if promised and legal and too_long(promised, legal):
        yield Contradiction(standard, right, element, promised, legal)
