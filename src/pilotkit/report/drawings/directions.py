"""Directions around a point, as fractions: a float's last bit is not the same on every machine."""

from fractions import Fraction
from typing import NamedTuple

# Correct to ten decimals; a drawing shows one.
_PI = Fraction(3141592653590, 1000000000000)
_TERMS = 20
_PLACES = 10**9


class Direction(NamedTuple):
    """How far to go to the right and up, on a circle of radius 1."""

    right: Fraction
    up: Fraction


def directions(count: int) -> list[Direction]:
    """Share the circle out among `count` directions, the first upwards, then clockwise."""
    return [_direction(Fraction(number, count)) for number in range(count)]


def _direction(turn: Fraction) -> Direction:
    angle = 2 * _PI * turn
    return Direction(_series(angle, 1), _series(angle, 0))


def _series(angle: Fraction, first: int) -> Fraction:
    """Sum the series of the sine (`first` 1) or of the cosine (`first` 0)."""
    term = angle if first else Fraction(1)
    total = Fraction(0)
    for number in range(first, 2 * _TERMS + first, 2):
        total += term
        term *= -angle * angle / ((number + 1) * (number + 2))
    return Fraction(round(total * _PLACES), _PLACES)
