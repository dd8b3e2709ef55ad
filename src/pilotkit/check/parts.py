"""The part that a title says (第2部分, 第二部分), held against the number that bears the title."""

import re
from typing import NamedTuple

from pilotkit.model.number import Number
from pilotkit.text.numerals import number

_PART = re.compile("第([0-9]{1,4}|[一二三四五六七八九十]{1,3})部分")


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
    return Part(said[0], number(said[1])) if said else None
