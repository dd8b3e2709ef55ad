"""Which things of two rows belong together, in time that stays bounded."""

from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

# Beyond so many pairs of things they are compared one by one, in their order.
_MOST_PAIRS = 4_000_000


class Pair(NamedTuple):
    """Two places from 0 that belong together; None stands for what one side lacks."""

    old: int | None
    new: int | None


def aligned(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Pair]:
    """Yield every thing of both once, in their order."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    tail = 0
    while tail < min(len(old), len(new)) - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    a, b = len(old) - tail, len(new) - tail
    yield from _beside((0, start), (0, start))
    if (a - start) * (b - start) > _MOST_PAIRS:
        yield from _beside((start, a), (start, b))
    else:
        found = SequenceMatcher(None, old[start:a], new[start:b], autojunk=False)
        for _, a1, a2, b1, b2 in found.get_opcodes():
            yield from _beside((a1 + start, a2 + start), (b1 + start, b2 + start))
    yield from _beside((a, len(old)), (b, len(new)))


def _beside(old: tuple[int, int], new: tuple[int, int]) -> Iterator[Pair]:
    """Pair two runs one by one; the longer has nothing beside its end."""
    for step in range(max(old[1] - old[0], new[1] - new[0])):
        at, to = old[0] + step, new[0] + step
        yield Pair(at if at < old[1] else None, to if to < new[1] else None)
