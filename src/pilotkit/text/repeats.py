"""Which of some clauses say again what one of others says: found exactly, most without comparing.

Words lack at least as many shingles of others as they lack characters, but for the last two: no
shingle that begins with a character that is not there is there. So a clause that lacks too many
characters of another need not be compared with it; that is counted for all others at once.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from pilotkit.text.likeness import SIZE, share_of, shingles
from pilotkit.text.tallies import at_least, tally


class Repeat(NamedTuple):
    """A clause of the first and one of the second, by index, and what they have in common."""

    first: int
    second: int
    share: Fraction


def repeats(first: Sequence[str], second: Sequence[str], least: Fraction) -> Iterator[Repeat]:
    """Yield the clauses of the second with the first one that each has so much in common with."""
    holders: defaultdict[str, int] = defaultdict(int)
    for at, words in enumerate(first):
        for sign in frozenset(words):
            holders[sign] |= 1 << at
    known = cache(shingles)
    for at, words in enumerate(second):
        likely = _likely(words, holders, len(first), least)
        while likely:
            other = (likely & -likely).bit_length() - 1
            share = share_of(known(first[other]), known(words))
            if share >= least:
                yield Repeat(other, at, share)
                break
            likely &= likely - 1


def _likely(words: str, holders: dict[str, int], members: int, least: Fraction) -> int:
    """Return which of the others lack few enough of the characters."""
    signs = frozenset(words)
    begin_shingles = SIZE - 1
    lacking = (least.denominator - least.numerator) * len(words) // least.denominator
    planes = tally(holders[sign] for sign in signs if sign in holders)
    return at_least(planes, len(signs) - lacking - begin_shingles, (1 << members) - 1)
