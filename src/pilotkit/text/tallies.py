"""How many of some sets each of many others is in, counted for all of them at once: a bit each.

A column is a set of members as bits of one number. Added up, columns make planes: the bits of a
member in all planes are the binary digits of how many columns have it. Adding so takes a few
operations a column for thousands of members, where counting one by one takes one for each of them.
"""

from collections.abc import Iterable, Sequence


def tally(columns: Iterable[int]) -> list[int]:
    """Add up columns; the lowest plane first."""
    planes: list[int] = []
    waiting = list(columns)
    while waiting:
        plane, carried = _added(waiting)
        planes.append(plane)
        waiting = carried
    return planes


def at_least(planes: Sequence[int], least: int, members: int) -> int:
    """Return which of the members are in at least so many of the columns that were added up."""
    if least <= 0:
        return members
    if least >> len(planes):
        return 0
    more, equal = 0, members
    for place in range(len(planes) - 1, -1, -1):
        has = equal & planes[place]
        if least >> place & 1:
            equal = has
        else:
            more |= has
            equal ^= has
    return more | equal


def _added(columns: list[int]) -> tuple[int, list[int]]:
    """Add up columns of one weight: what stays in their plane, and what goes to the next."""
    each = iter(columns if len(columns) % 2 else (*columns, 0))
    plane = next(each)
    carried: list[int] = []
    for one, other in zip(each, each, strict=True):
        either = plane ^ one
        carried.append(plane & one | either & other)
        plane = either ^ other
    return plane, carried
