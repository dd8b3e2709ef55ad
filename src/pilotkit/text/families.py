"""Families of texts: those that hang together by likeness, found exactly among thousands.

Of two alike texts the shorter lacks few of its shingles in the other, so the other has most of the
rare ones, and one of nearly every two. How many twos it has a part in is counted for all longer
texts at once; each rare one, and then all shingles, are counted only where that leaves a text. One
that has found its family is not held against the rest of it.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache
from itertools import chain
from operator import or_

from pilotkit.text.likeness import share_of, shingles
from pilotkit.text.tallies import at_least, tally

# Of all that is written: more than the shorter of two alike texts may lack.
_RARE = Fraction(35, 100)
_SAMPLE = 64  # texts that tell what is rare, which need only be about right
_COLUMNS = 8_191  # of rare shingles: so few that the processor keeps them at hand
# A few are asked for again: those of the sample, and of the first of each family.
_shingles = lru_cache(maxsize=_SAMPLE)(shingles)


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
    texts = _Texts(words, least)
    on_one: defaultdict[str, int] = defaultdict(int)
    family_of: dict[int, Family] = {}
    for at, place in enumerate(texts.longest):
        same = 0
        for matter in about[place]:
            same |= on_one[matter]
            on_one[matter] |= 1 << at
        for first, share in texts.alike_before(at, same, family_of):
            _join(family_of, first, at, share)
    found = {id(one): one for one in family_of.values()}
    for one in found.values():
        one.members = sorted(texts.longest[at] for at in one.members)
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
    """The texts, the longest first, and which of those before hold each rare shingle: a bit a text.

    A rare shingle is known by its column alone. Others may share that: a text that holds one of
    them seems to hold it, so some are looked at in vain, and none is missed. Of a text its size and
    these columns are kept; its shingles are made again where they are asked for.
    """

    def __init__(self, words: Sequence[str], least: Fraction) -> None:
        self._least = least
        self._low, self._together = least.numerator, least.numerator + least.denominator
        frequent = _frequent(words[:: len(words) // _SAMPLE + 1])
        held = [(len(own), _columns(own - frequent)) for own in map(_shingles, words)]
        self.longest = sorted(range(len(held)), key=lambda place: -held[place][0])
        self._words = [words[place] for place in self.longest]
        self._size = [held[place][0] for place in self.longest]
        self._rare = [held[place][1] for place in self.longest]
        self._before = [0] * _COLUMNS
        self._too_long = 0  # so many of the longest, for the text that is asked for

    def alike_before(
        self, at: int, same: int, family_of: Mapping[int, Family]
    ) -> Iterator[tuple[int, Fraction]]:
        """Yield the first of every family before a text that it is alike to, and their share.

        Texts have to be asked for in their order: each is then among those before the next.
        """
        likely = self._likely_before(at) & ~same
        bit, before = 1 << at, self._before
        for column in self._rare[at]:
            before[column] |= bit
        while likely:
            first = (likely & -likely).bit_length() - 1
            share = share_of(_shingles(self._words[first]), _shingles(self._words[at]))
            if share >= self._least:
                yield first, share
                likely &= ~family_of[first].bits
            else:
                likely = self._with_enough(at, likely ^ 1 << first)

    def _likely_before(self, at: int) -> int:
        """Return the texts before that lack no more of one's rare shingles than they may."""
        size = self._size[at]
        while self._common(size, self._size[self._too_long]) > size:
            self._too_long += 1
        likely = (1 << at) - (1 << self._too_long)
        columns = [*map(self._before.__getitem__, self._rare[at])]
        each = iter(columns)
        pairs = [*map(or_, each, each)]
        lacking = size - self._common(size, size)
        for counted, most in ((pairs, lacking // 2), (columns, lacking)):
            likely = likely and at_least(tally(counted), len(counted) - most, likely)
        return likely

    def _with_enough(self, at: int, likely: int) -> int:
        """Return which of some texts have enough of all shingles of one."""
        holders, size, found = self._holders, self._size[at], 0
        planes = tally([holders[one] for one in _shingles(self._words[at]) if one in holders])
        for other, of_size in self._of_size.items():
            if asked := likely & of_size:
                found |= at_least(planes, self._common(size, other), asked)
        return found

    def _common(self, size: int, other: int) -> int:
        """Return how many shingles two texts of such sizes have in common if they are alike."""
        return -(-self._low * (size + other) // self._together)

    @cached_property
    def _holders(self) -> dict[int, int]:
        """Which texts hold each shingle; what a single one holds, no other has."""
        spread = Counter(chain.from_iterable(map(_shingles, self._words)))
        holders = {one: 0 for one, found in spread.items() if found > 1}
        for at, words in enumerate(self._words):
            bit = 1 << at
            for one in holders.keys() & _shingles(words):
                holders[one] |= bit
        return holders

    @cached_property
    def _of_size(self) -> dict[int, int]:
        """The texts of each size."""
        found: defaultdict[int, int] = defaultdict(int)
        for at, size in enumerate(self._size):
            found[size] |= 1 << at
        return found


def _frequent(words: Iterable[str]) -> frozenset[int]:
    """Return the shingles of some texts that are not rare among them."""
    spread = Counter(chain.from_iterable(map(_shingles, words)))
    left, most = _RARE * spread.total(), 0
    for most, shared in sorted(Counter(spread.values()).items()):
        left -= most * shared
        if left <= 0:
            break
    return frozenset(one for one, found in spread.items() if found > most)


def _columns(rare: Iterable[int]) -> Sequence[int]:
    return array("H", [one % _COLUMNS for one in rare])
