"""Families of texts: those that hang together by likeness, found exactly among thousands.

Of two alike texts the shorter lacks few of its shingles in the other, so the other has most of the
rare ones. How many it has is counted for all longer texts at once, and all shingles are counted
only where that leaves a text. One that has found its family is not held against the rest of it.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import chain

from pilotkit.text.likeness import share_of, shingles
from pilotkit.text.tallies import at_least, tally

# Of all that is written: more than the shorter of two alike texts may lack.
_RARE = Fraction(35, 100)
_DIGITS = 5  # of the size of a text, binary, where it need only be about right


@dataclass(eq=False)
class Family:
    """The places of its texts, and the least share by which one joined, the longest first."""

    members: list[int]
    bits: int
    share: Fraction = Fraction(1)


def families(
    words: Sequence[str], about: Sequence[Iterable[str]], least: Fraction
) -> Iterator[Family]:
    """Yield the families of texts of which each has so large a share in common with another.

    Two that are about one and the same matter do not make each other members.
    """
    held = [array("Q", shingles(one)) for one in words]
    longest = sorted(range(len(held)), key=lambda at: -len(held[at]))
    texts = _Texts([held[at] for at in longest], least)
    on_one: defaultdict[str, int] = defaultdict(int)
    family_of: dict[int, Family] = {}
    for at, place in enumerate(longest):
        same = 0
        for matter in about[place]:
            same |= on_one[matter]
            on_one[matter] |= 1 << at
        for first, share in texts.alike_before(at, same, family_of):
            _join(family_of, first, at, share)
    found = {id(one): one for one in family_of.values()}
    for one in found.values():
        one.members = sorted(longest[at] for at in one.members)
    yield from sorted(found.values(), key=lambda one: one.members)


def _join(family_of: dict[int, Family], first: int, second: int, share: Fraction) -> None:
    one, other = (family_of.get(at) or Family([at], 1 << at) for at in (first, second))
    if len(one.members) < len(other.members):
        one, other = other, one
    one.members += other.members
    one.bits |= other.bits
    one.share = min(one.share, other.share, share)
    family_of |= dict.fromkeys((first, second, *other.members), one)


class _Texts:
    """The shingles of texts, the longest first, and which texts hold each: a bit a text."""

    def __init__(self, held: Sequence[Collection[int]], least: Fraction) -> None:
        self._held = held
        self._least = least
        self._low, self._together = least.numerator, least.numerator + least.denominator
        self._spread = Counter(chain.from_iterable(held))
        self._rare_before: defaultdict[int, int] = defaultdict(int)

    def alike_before(
        self, at: int, same: int, family_of: Mapping[int, Family]
    ) -> Iterator[tuple[int, Fraction]]:
        """Yield the first of every family before a text that it is alike to, and their share.

        Texts have to be asked for in their order: each is then among those before the next.
        """
        bit, before, is_rare = 1 << at, self._rare_before, self._rare
        rare = [one for one in self._held[at] if one in is_rare]
        likely = self._with_enough(at, rare, before, self._classes) & ~same & bit - 1
        for one in rare:
            before[one] |= bit
        while likely:
            first = (likely & -likely).bit_length() - 1
            share = share_of(frozenset(self._held[first]), frozenset(self._held[at]))
            if share >= self._least:
                yield first, share
                likely &= ~family_of[first].bits
            else:
                exact = self._with_enough(at, self._held[at], self._holders, self._sizes)
                likely &= exact & ~(1 << first)

    def _with_enough(
        self, at: int, among: Collection[int], holders: Mapping[int, int], sizes: Mapping[int, int]
    ) -> int:
        """Return the texts that have enough of one's shingles, as far as these are looked at."""
        planes = tally([holders[one] for one in among if one in holders])
        size, found = len(self._held[at]), 0
        for other, of_size in sizes.items():
            common = -(-self._low * (size + other) // self._together)
            if 0 < common <= size:
                found |= at_least(planes, common - (size - len(among)), of_size)
        return found

    @cached_property
    def _rare(self) -> frozenset[int]:
        sizes, most = Counter(self._spread.values()), 0
        left = _RARE * self._spread.total()
        for most in sorted(sizes):
            left -= most * sizes[most]
            if left <= 0:
                break
        return frozenset(one for one, spread in self._spread.items() if spread <= most)

    @cached_property
    def _holders(self) -> dict[int, int]:
        """Which texts hold each shingle; what a single one holds, no other has."""
        holders = {one: 0 for one, spread in self._spread.items() if spread > 1}
        for at, held in enumerate(self._held):
            bit = 1 << at
            for one in holders.keys() & held:
                holders[one] |= bit
        return holders

    @cached_property
    def _sizes(self) -> dict[int, int]:
        """The texts of each size."""
        found: defaultdict[int, int] = defaultdict(int)
        for at, held in enumerate(self._held):
            found[len(held)] |= 1 << at
        return found

    @cached_property
    def _classes(self) -> dict[int, int]:
        """The texts of about one size, by the least that it may be."""
        found: defaultdict[int, int] = defaultdict(int)
        for size, members in self._sizes.items():
            inexact = max(0, size.bit_length() - _DIGITS)
            found[size >> inexact << inexact] |= members
        return found
