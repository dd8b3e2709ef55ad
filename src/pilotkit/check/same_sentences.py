"""Sentences that two texts, or a text and the data of a post, say with other figures."""

from collections.abc import Iterator

from pilotkit.check.conflicts import Pair
from pilotkit.check.contradiction import Contradiction
from pilotkit.check.item_values import Held, Matter
from pilotkit.model.repository import Repository
from pilotkit.model.standard import Standard
from pilotkit.text.figures import Said, figures_in, figures_of, keys_of
from pilotkit.text.value import About

_FIGURE = Matter(About.FIGURE)
_STATEMENTS = ("does", "how", "degree", "assessed_by")


def between(pair: Pair) -> Iterator[Contradiction]:
    """Yield the sentences of two texts with other figures; the later has to give way."""
    first, second = figures_of(pair.earlier.text), figures_of(pair.later.text)
    told: set[int] = set()
    for key in sorted(first.keys() & second.keys(), key=lambda one: second[one].line):
        one, other = first[key], second[key]
        if one.figures != other.figures and other.line not in told:
            told.add(other.line)
            held, there = _held(pair.later, other), _held(pair.earlier, one)
            yield Contradiction(pair.later, pair.earlier.id, pair.elements[0], held, there)


def against_posts(repository: Repository, standard: Standard) -> Iterator[Contradiction]:
    """Yield the sentences of a post's standard that its data say with other figures."""
    said = figures_of(standard.text)
    for post in filter(None, map(repository.posts_by_id.get, dict.fromkeys(standard.covers))):
        for name in _STATEMENTS:
            statement = getattr(post, name) or ""
            figures = figures_in(statement)
            for key in keys_of(statement):
                if key in said and said[key].figures != figures:
                    there = Held(_FIGURE, ("、".join(figures),), (post.placed(name),))
                    held = _held(standard, said[key])
                    yield Contradiction(standard, post.id, post.id, held, there)
                    break


def _held(standard: Standard, said: Said) -> Held:
    place = standard.at_line(said.line, said.column)
    return Held(_FIGURE, ("、".join(said.figures),), (place,))
