"""What a measure is here: how many count, of how many, and how many stand apart unconfirmed."""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple


class Counted(NamedTuple):
    """A numerator, a denominator, and what is not confirmed."""

    counted: int
    total: int
    pending: int = 0

    @property
    def share(self) -> Fraction:
        """What a proof takes: everything unconfirmed is unfilled, and nothing is nothing."""
        total = self.total + self.pending
        return Fraction(self.counted, total) if total else Fraction(0)


def counted(answers: Iterable[bool]) -> Counted:
    """Count the true ones."""
    every = list(answers)
    return Counted(sum(every), len(every))


def counted_apart(answers: Iterable[tuple[bool, bool]]) -> Counted:
    """Count pairs of (confirmed, true); the unconfirmed stand apart."""
    every = list(answers)
    sure = [filled for confirmed, filled in every if confirmed]
    return Counted(sum(sure), len(sure), len(every) - len(sure))
