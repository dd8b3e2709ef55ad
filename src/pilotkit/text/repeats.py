"""Which clauses of one text say again what one of another says: found exactly, most at once.

A clause that repeats one lacks few of its shingles, so it lacks few in the whole other text. Most
clauses lack more, and are held against no single one; for the others it is counted for all clauses
of the other text at once how many each has.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from pilotkit.text.likeness import share_of, shingles_of_each
from pilotkit.text.tallies import at_least, tally


class Repeat(NamedTuple):
    """A clause of the first and one of the second, by index, and what they have in common."""

    first: int
    second: int
    share: Fraction


def repeats(first: Sequence[str], second: Sequence[str], least: Fraction) -> Iterator[Repeat]:
    """Yield the clauses of the second with the first one that each has so much in common with."""
    clauses = _Clauses(shingles_of_each(first), least)
    for at, own in enumerate(shingles_of_each(second)):
        alike = clauses.alike(own) if clauses.may_have(own) else None
        if alike is not None:
            yield Repeat(alike, at, share_of(own, clauses.held[alike]))


class _Clauses:
    """The shingles of clauses, and which clauses hold each: a bit a clause."""

    def __init__(self, held: Sequence[frozenset[int]], least: Fraction) -> None:
        self.held = held
        self._least = least
        self._said = frozenset().union(*held)

    def may_have(self, own: frozenset[int]) -> bool:
        """Say whether all together have enough of the shingles of a clause for one to repeat it."""
        return len(own & self._said) * self._least.denominator >= len(own) * self._least.numerator

    def alike(self, own: frozenset[int]) -> int | None:
        """Return the first clause that has so large a share in common with one."""
        planes = tally([self._holders[one] for one in own & self._said])
        low, together = self._least.numerator, self._least.numerator + self._least.denominator
        found = 0
        for size, members in self._sizes.items():
            common = -(-low * (len(own) + size) // together)
            if 0 < common <= min(size, len(own)):
                found |= at_least(planes, common, members)
        return (found & -found).bit_length() - 1 if found else None

    @cached_property
    def _holders(self) -> dict[int, int]:
        holders: defaultdict[int, int] = defaultdict(int)
        for at, held in enumerate(self.held):
            for one in held:
                holders[one] |= 1 << at
        return holders

    @cached_property
    def _sizes(self) -> dict[int, int]:
        """The clauses of each size."""
        sizes: defaultdict[int, int] = defaultdict(int)
        for at, held in enumerate(self.held):
            sizes[len(held)] |= 1 << at
        return sizes
