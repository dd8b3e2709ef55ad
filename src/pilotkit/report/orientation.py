"""Which blocks of a document stand on pages that lie on their side: wide tables and their own."""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from pilotkit.report.document import Block, Heading, Note, Table

_COLUMNS, _PARTS = 7, 105


class Stretch(NamedTuple):
    """Blocks in a row on pages that lie alike."""

    landscape: bool
    blocks: tuple[Block, ...]


def stretches(blocks: Sequence[Block], *, landscape: bool) -> list[Stretch]:
    """Part blocks where their pages turn; `landscape` is how they usually lie.

    Heads go with what follows them, remarks with the table that they stand under.
    """
    return [
        Stretch(turned, tuple(block for _, block in run))
        for turned, run in groupby(_turned(blocks, usual=landscape), key=lambda pair: pair[0])
    ]


def _turned(blocks: Sequence[Block], *, usual: bool) -> list[tuple[bool, Block]]:
    pairs: list[tuple[bool, Block]] = []
    following = usual
    for block in reversed(blocks):
        wide = isinstance(block, Table) and _wide(block)
        if not isinstance(block, Heading):
            following = usual or wide
        pairs.append((following, block))
    pairs.reverse()
    for index, (_, block) in enumerate(pairs):
        if index and isinstance(block, Note):
            pairs[index] = (pairs[index - 1][0], block)
    return pairs


def _wide(table: Table) -> bool:
    parts = sum(column.width for column in table.columns)
    return len(table.columns) > _COLUMNS or parts > _PARTS
