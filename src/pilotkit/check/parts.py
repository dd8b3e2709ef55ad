"""The part that a title says (第2部分, 第二部分), held against the number that bears the title."""

import re
from typing import NamedTuple

from pilotkit.model.number import Number

_PART = re.compile("第([0-9]{1,4}|[一二三四五六七八九十]{1,3})部分")
_DIGITS = {sign: value for value, sign in enumerate("一二三四五六七八九", 1)}
_TEN = 10


class Part(NamedTuple):
    """A part as a title says it, and which it is."""

    written: str
    value: int

    def is_other_than(self, number: Number) -> bool:
        """Say whether a number is of another part; an office's own may count its parts elsewhere.

        International numbers have their part behind a dash, or none: they are not held against it.
        """
        if number.part is None:
            return number.rank not in {"内部", "国际"}
        return int(number.part) != self.value


def part_in(title: str) -> Part | None:
    """Return the part that a title says."""
    said = _PART.search(title)
    return Part(said[0], _value(said[1])) if said else None


def _value(written: str) -> int:
    """Read 12 or 十二."""
    if written.isdecimal():
        return int(written)
    tens, ten, ones = written.rpartition("十")
    return (_DIGITS.get(tens, 1) * _TEN if ten else 0) + _DIGITS.get(ones, 0)
