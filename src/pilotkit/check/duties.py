"""What a post does by its standard, and what other texts that name it say otherwise."""

from collections.abc import Iterator, Mapping

from pilotkit.check import same_sentences
from pilotkit.check.conflicts import Pair, issued_with_text
from pilotkit.check.contradiction import Contradiction
from pilotkit.check.item_values import Held, Matter, agree, held_in
from pilotkit.model.repository import Repository
from pilotkit.model.standard import Standard
from pilotkit.text.value import About
from pilotkit.text.values import values_of

# A deed of fewer letters (核对材料) is of many posts.
_SHORTEST_DUTY = 5


def of_duties(repository: Repository) -> Iterator[Contradiction]:
    """Yield what the standard of a post says and a text that names it says of others, or otherwise.

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
                    yield from same_sentences.between(Pair(earlier, later, (post.id,)))
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
