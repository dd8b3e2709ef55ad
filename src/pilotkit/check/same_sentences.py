"""Sentences that two texts, or a text and the data of a post, say with other figures."""

from collections.abc import Iterator

from pilotkit.check.conflicts import Pair
from pilotkit.check.contradiction import Contradiction
from pilotkit.check.item_values import Held, Matter
from pilotkit.model.repository import Repository
from pilotkit.model.standard import Standard
from pilotkit.text.figures import Said, figures_in, figures_of, keys_of
from pilotkit.text.structure import parse
from pilotkit.text.value import About

_FIGURE = Matter(About.FIGURE)
_STATEMENTS = ("does", "how", "degree", "assessed_by")


def between(pair: Pair) -> Iterator[Contradiction]:
    """Yield the sentences of two texts with other figures; the later has to give way."""
    first, second = figures_of(pair.earlier.text), figures_of(pair.later.text)
    told: set[int] = set()
    for key in sorted(first.keys() & second.keys(), key=lambda one: (second[one], first[one])):
        if second[key] in told:
            continue
        held, there = _held(pair.later, second[key]), _held(pair.earlier, first[key])
        if held.values != there.values:
            told.add(second[key])
            yield Contradiction(pair.later, pair.earlier.id, pair.elements[0], held, there)


def against_posts(repository: Repository, standard: Standard) -> Iterator[Contradiction]:
    """Yield the sentences of a post's standard that its data say with other figures."""
    for post in filter(None, map(repository.posts_by_id.get, dict.fromkeys(standard.covers))):
        said = figures_of(standard.text)
        for name in _STATEMENTS:
            statement = getattr(post, name) or ""
            there = Held(_FIGURE, ("、".join(figures_in(statement)),), (post.placed(name),))
            for key in keys_of(statement):
                if key in said and (held := _held(standard, said[key])).values != there.values:
                    yield Contradiction(standard, post.id, post.id, held, there)
                    break


def _held(standard: Standard, at: int) -> Held:
    said = Said.at(at)
    words, column = said.words_in(parse(standard.text).lines[said.line - 1])
    place = standard.at_line(said.line, column)
    return Held(_FIGURE, ("、".join(figures_in(words)),), (place,))
