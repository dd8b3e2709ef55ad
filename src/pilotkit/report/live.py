"""What a sheet does by itself: counts, adds up, divides, waits for a hand, offers words, lights up.

What becomes a formula are words and numbers of ours only, never what a user wrote.
"""

from dataclasses import dataclass
from datetime import date
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
class Dividing:
    """A column of the row by another; `of_all` takes the other from the last row of the table."""

    part: str
    whole: str
    of_all: bool = False


@dataclass(frozen=True)
class Telling:
    """1 where a column of the row says one of these words, else 0."""

    column: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Entering:
    """A cell that somebody fills in: a number from 0 to `most`, or any text without one."""

    most: Decimal | None = None


Live = Counting | Summing | Dividing | Telling | Entering


@dataclass(frozen=True)
class Choosing:
    """A column whose cells say one of these words; `several` may stand beside one another.

    The words go into cells, so that they may be a user's.
    """

    words: tuple[str, ...]
    several: bool = False


@dataclass(frozen=True)
class Lighting:
    """Words by which the cells of a column light up; `anywhere` in a text, or all of it."""

    good: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    anywhere: bool = False


@dataclass(frozen=True)
class Measuring:
    """A column of numbers that owe what another column says: all of it, less, or nothing."""

    against: str


@dataclass(frozen=True)
class Ending:
    """A column of days that lie behind `day`, or near before it, with nothing done by then.

    Done is a row whose column `done` holds a day or one of these words.
    """

    day: date
    done: str
    words: tuple[str, ...] = ()


Guide = Choosing | Lighting | Measuring | Ending
