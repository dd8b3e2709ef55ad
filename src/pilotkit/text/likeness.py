"""How alike requirements and texts are in their words: found exactly, and fast enough for hundreds.

Whitespace, punctuation, numbering and the order of list items are no meaning and do not count.
"""

import hashlib
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from pilotkit.text.modal_verbs import first_requirement
from pilotkit.text.structure import Block, Element, Kind, Section, parse

SIZE = 3  # characters of a shingle
# A point, a dash or a sign between or before digits is part of a value: 1.5, 3-5, 99%.
_NO_WORD = re.compile(r"(?P<value>(?<=[0-9])[.:/~—–-](?=[0-9])|(?<=[0-9])[%‰]|[<>≤≥±])|[\W_]")
_OWN_WORDS = frozenset({Element.CORE, Element.ANNEX})
_SAID = frozenset({Kind.PARAGRAPH, Kind.ITEM})


class Requirement(NamedTuple):
    """A paragraph with 应 or 不应, with the list that it leads into; `clause` is its number."""

    clause: str
    line: int
    column: int
    words: str


class Alike(NamedTuple):
    """Two members of a sequence, by index, and the share of shingles that they have in common."""

    first: int
    second: int
    share: Fraction


@lru_cache(maxsize=65_536)
def normal(said: str) -> str:
    """Return the words without width, case, whitespace and punctuation."""
    folded = unicodedata.normalize("NFKC", said).casefold()
    return _NO_WORD.sub(lambda found: found["value"] or "", folded)


def shingles(words: str) -> frozenset[str]:
    """Return the runs of three characters; words that are shorter are one."""
    if len(words) <= SIZE:
        return frozenset({words} if words else ())
    return frozenset(words[at : at + SIZE] for at in range(len(words) - SIZE + 1))


def share_of(one: frozenset[str], other: frozenset[str]) -> Fraction:
    """Return what two sets have in common ÷ what they have together; 0 for two empty ones."""
    common = len(one & other)
    together = len(one) + len(other) - common
    return Fraction(common, together) if together else Fraction(0)


def alike(
    sets: Sequence[frozenset[str]],
    at_least: Fraction,
    is_known: Callable[[int, int], bool] = lambda _first, _second: False,
) -> Iterator[Alike]:
    """Yield every two of the sets whose share is at least so much, and no others.

    Two such sets have some of their rarest shingles in common (prefix filtering): only those that
    have enough of them are compared, and nothing is missed. Two that `is_known` are passed over.
    """
    low, high = at_least.numerator, at_least.denominator
    spread = Counter(chain.from_iterable(sets))
    by_rarity = sorted(sorted(spread), key=spread.__getitem__)
    rank = {one: at for at, one in enumerate(by_rarity)}
    holders: defaultdict[int, list[int]] = defaultdict(list)
    behind: list[int] = []  # how many shingles of each set stand behind its rarest
    for second, held in enumerate(sets):
        rarest = sorted(map(rank.__getitem__, held))
        prefix = rarest[: len(held) + 1 - -(-low * len(held) // high)]
        behind.append(len(held) - len(prefix))
        met = Counter(chain.from_iterable(holders[one] for one in prefix))
        for one in prefix:
            holders[one].append(second)
        for first in sorted(met):
            together = len(held) + len(sets[first])
            most = met[first] + max(behind[first], behind[second])
            if most * (low + high) < low * together or is_known(first, second):
                continue
            share = share_of(sets[first], held)
            if share >= at_least:
                yield Alike(first, second, share)


@lru_cache(maxsize=16_384)
def requirements_of(text: str) -> tuple[Requirement, ...]:
    """Return the requirements of a text's own elements, in their order."""
    return tuple(
        one
        for section in parse(text).sections
        if section.element in _OWN_WORDS
        for one in _requirements(section)
    )


@lru_cache(maxsize=16_384)
def own_words(text: str) -> str:
    """Return the words of the elements that say something of their own, tables included."""
    return "".join(
        _words_of(block)
        for section in parse(text).sections
        if section.element in _OWN_WORDS
        for block in section.blocks
    )


@lru_cache(maxsize=16_384)
def meaning(text: str, clause: str = "") -> str:
    """Return the SHA-256 of what a text, or one clause of it, means, in hex.

    It stays the same over whitespace, punctuation, new numbers and another order of list items.
    """
    said: list[str] = []
    for section in parse(text).sections:
        if not clause or section.number == clause or section.number.startswith(f"{clause}."):
            said.append(normal(section.title))
            said += _in_any_order(section.blocks)
    return hashlib.sha256("\n".join(said).encode()).hexdigest()


def _in_any_order(blocks: Sequence[Block]) -> Iterator[str]:
    items: list[str] = []
    for block in blocks:
        if block.kind is Kind.ITEM:
            items.append(_words_of(block))
            continue
        yield from sorted(items)
        items = []
        yield _words_of(block)
    yield from sorted(items)


def _words_of(block: Block) -> str:
    cells = "".join(cell for row in block.rows for cell in row)
    return normal(block.text) + normal(cells)


def _requirements(section: Section) -> Iterator[Requirement]:
    """Yield its paragraphs that require something, each with the list that it leads into."""
    held: Block | None = None
    items: list[str] = []
    for block in (*section.blocks, None):
        if block and block.kind is Kind.ITEM and held and held.text.endswith(("：", ":")):
            items.append(block.text)
            continue
        if held:
            yield from _required(section, held, items)
        held, items = (block if block and block.kind in _SAID else None), []


def _required(section: Section, block: Block, items: list[str]) -> Iterator[Requirement]:
    if any(map(first_requirement, (block.text, *items))):
        words = normal(block.text) + "".join(sorted(map(normal, items)))
        yield Requirement(section.number, block.line, block.column, words)
