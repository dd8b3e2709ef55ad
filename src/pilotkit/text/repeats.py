"""Which clauses of one text say again what one of another says: found exactly, most at once.

A clause that repeats one lacks few of its shingles, so it lacks few in the whole other text. Most
clauses lack more, and are held against no single one.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from pilotkit.text.likeness import share_of, shingles


class Repeat(NamedTuple):
    """A clause of the first and one of the second, by index, and what they have in common."""

    first: int
    second: int
    share: Fraction


def repeats(first: Sequence[str], second: Sequence[str], least: Fraction) -> Iterator[Repeat]:
    """Yield the clauses of the second with the first one that each has so much in common with."""
    others = [shingles(one) for one in first]
    said = frozenset().union(*others)
    for at, words in enumerate(second):
        own = shingles(words)
        enough = -(-least.numerator * len(own) // least.denominator)
        if len(own & said) >= enough:
            likely = (one for one, other in enumerate(others) if len(own & other) >= enough)
            shares = ((one, share_of(own, others[one])) for one in likely)
            if alike := next(((one, share) for one, share in shares if share >= least), None):
                yield Repeat(alike[0], at, alike[1])
