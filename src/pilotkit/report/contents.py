"""Which headings a table of contents names: the same ones on every paper."""

from collections.abc import Sequence

from pilotkit.report.document import Block, Heading

_LEVELS = 2
_FEWEST, _MOST = 6, 60


def headings_of(blocks: Sequence[Block]) -> list[Heading]:
    """Return all headings in their order."""
    return [one for one in blocks if isinstance(one, Heading)]


def is_listed(blocks: Sequence[Block]) -> list[bool]:
    """Say of each heading whether contents name it.

    They name two levels, one where headings are many, and nothing where they are few.
    """
    levels = [one.level for one in headings_of(blocks)]
    if levels.count(1) < _FEWEST:
        return [False] * len(levels)
    deepest = _LEVELS if sum(one <= _LEVELS for one in levels) <= _MOST else 1
    return [one <= deepest for one in levels]
