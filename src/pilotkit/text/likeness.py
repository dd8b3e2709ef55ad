"""How alike sentences and texts are in their words: found exactly, and fast enough for hundreds.

Whitespace, punctuation, numbering and the order of list items are no meaning and do not count.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from pilotkit.text.blocks import Block, Kind
from pilotkit.text.structure import Element, Section, parse

SIZE = 3  # characters of a shingle
_BYTES = 8  # of the number that a shingle is
_OUT = bytes(2 * (SIZE - 1))  # two characters that are zero
# What NFKC and the folding of case may change: no Han, and no punctuation that is left out anyway.
# A letter is folded with the sign behind it, which may be its accent.
_KEPT = "\u4e00-\u9fff0-9\\s，。；、（）“”《》—–.,;:()%/~-"
_FOLDS = re.compile(f"[^{_KEPT}](?:(?<![a-z])|(?=[^a-z{_KEPT}]))[^a-z{_KEPT}]*")
# What stands between words and in no value. It is left out last: a sign goes with its neighbours.
_MARKS = "。，、；（）“”《》 "
# A point, a dash or a sign between or before digits is part of a value: 1.5, 3-5, 99%.
_NO_WORD = re.compile(r"[^\w\n](?<![<>≤≥±])(?<![0-9][%‰])(?!(?<=[0-9][.:/~—–-])[0-9])")
_OWN_WORDS = frozenset({Element.CORE, Element.ANNEX})
_SENTENCE = re.compile("[^。；！？]*[。；！？]+|[^。；！？]+")


class OwnBlock(NamedTuple):
    """A block of a text's own elements: its sentences, the words of each, those of its cells."""

    section: Section
    block: Block
    sentences: tuple[str, ...]
    words: tuple[str, ...]
    cells: str


def normal(said: str) -> str:
    """Return the words without width, case, whitespace and punctuation."""
    return _words(said).replace("\n", "")


def shingles(words: str) -> frozenset[int]:
    """Return the runs of three characters, each as one number; words that are shorter are one."""
    return shingles_of_each([words])[0]


def shingles_of_each(said: Sequence[str]) -> list[frozenset[int]]:
    """Return the shingles of each of some words.

    The number has the bytes of the three, low ones first: they differ most. Written side by side
    by strides, a text takes a third of what cutting it into strings takes, and half the memory; all
    words are written at once, those of each between signs that none has, as if they ran out there.
    """
    written = [words.encode("utf-16-le", "surrogatepass") for words in said]
    low, high = (together := _OUT.join((*written, b"")))[::2], together[1::2]
    runs = max(len(low) - SIZE + 1, 0)
    numbers = bytearray(_BYTES * runs)
    for at in range(SIZE):
        numbers[at::_BYTES] = low[at : at + runs]
        numbers[SIZE + at :: _BYTES] = high[at : at + runs]
    every, sizes = memoryview(numbers).cast("Q").tolist(), [len(one) // 2 for one in written]
    begins = accumulate((size + SIZE - 1 for size in sizes), initial=0)
    return [
        frozenset(every[at : at + max(size - SIZE + 1, min(size, 1))])
        for at, size in zip(begins, sizes, strict=False)
    ]


def share_of(one: AbstractSet[object], other: AbstractSet[object]) -> Fraction:
    """Return what two sets have in common ÷ what they have together; 0 for two empty ones."""
    common = len(one & other)
    together = len(one) + len(other) - common
    return Fraction(common, together) if together else Fraction(0)


@lru_cache(maxsize=16_384)
def own_words(text: str) -> str:
    """Return the words of the elements that say something of their own, tables included."""
    return "".join(said for one in own_blocks(text) for said in (*one.words, one.cells))


@lru_cache(maxsize=4)
def own_blocks(text: str) -> tuple[OwnBlock, ...]:
    """Return the blocks of a text's own elements; their words are looked for all at once."""
    blocks = [
        (section, block, tuple(_SENTENCE.findall(block.text)))
        for section in parse(text).sections
        if section.element in _OWN_WORDS
        for block in section.blocks
    ]
    said = "\n".join(sentence for _, _, sentences in blocks for sentence in sentences)
    words = tuple(_words(said).split("\n"))
    ends = accumulate(len(sentences) for _, _, sentences in blocks)
    return tuple(
        OwnBlock(section, block, sentences, words[end - len(sentences) : end], _cells_of(block))
        for (section, block, sentences), end in zip(blocks, ends, strict=True)
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
    return normal(block.text) + _cells_of(block)


def _cells_of(block: Block) -> str:
    return normal("".join(cell for row in block.rows for cell in row)) if block.rows else ""


def _words(said: str) -> str:
    """Return what is left of some lines, each on a line of its own."""
    folded = _FOLDS.sub(_folded, said)
    for mark in _MARKS:
        folded = folded.replace(mark, "_")
    return _NO_WORD.sub("", folded).replace("_", "")


def _folded(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found[0]).casefold()
