"""Which blocks of a document stand on pages that lie on their side: wide tables and their own."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from pilotkit.report.document import AnnexLine, Block, Heading, Note, Paragraph, Table

_COLUMNS, _PARTS = 7, 105


class Stretch(NamedTuple):
    """Blocks in a row on pages that lie alike."""

    landscape: bool
    blocks: tuple[Block, ...]


def stretches(blocks: Sequence[Block], *, landscape: bool) -> list[Stretch]:
    """Part blocks where their pages turn; `landscape` is how they usually lie.

    Heads go with what follows them, remarks with the table that they stand under. Where pages have
    to turn, they do so behind all else that is said under the same head: every turn ends a page.
    """
    ordered = blocks if landscape else _wide_ones_last(blocks)
    return [
        Stretch(turned, tuple(block for _, block in run))
        for turned, run in groupby(_turned(ordered, usual=landscape), key=lambda pair: pair[0])
    ]


def kept_with_next(parts: Sequence[Stretch]) -> Iterator[Block]:
    """Yield what introduces a form, and what the names of annexes and the small print stand below.

    None of these stands on a page without what it belongs to.
    """
    for part in parts:
        for block, below in pairwise(part.blocks):
            form = isinstance(below, Table) and below.form
            if isinstance(below, AnnexLine) or (form and isinstance(block, Paragraph)):
                yield block
    if parts:
        yield parts[-1].blocks[-1]


def _wide_ones_last(blocks: Sequence[Block]) -> list[Block]:
    ordered: list[Block] = []
    waiting: list[Block] = []
    under_table = False
    for block in blocks:
        if isinstance(block, Heading | AnnexLine):
            ordered += waiting
            waiting = []
        is_wide = isinstance(block, Table) and _wide(block)
        under_table = is_wide or (under_table and isinstance(block, Note))
        (waiting if under_table else ordered).append(block)
    return ordered + waiting


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
