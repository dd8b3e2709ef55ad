"""What a sheet does by itself in a cell: counts, adds up, or waits for a hand.

Only words and numbers of ours stand here, never what a user wrote: they become formulas.
"""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Counting:
    """The number of rows of a table, by its caption, whose columns hold these values."""

    caption: str
    where: tuple[tuple[str, str | int], ...]


@dataclass(frozen=True)
class Summing:
    """The sum of the column above."""


@dataclass(frozen=True)
class Entering:
    """A cell that somebody fills in: a number from 0 to `most`, or any text without one."""

    most: Decimal | None = None


Live = Counting | Summing | Entering
