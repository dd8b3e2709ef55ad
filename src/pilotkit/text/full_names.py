"""Short names in a text where the full name belongs; a full name may hold the short one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pilotkit.text.quoted import unquoted
from pilotkit.text.structure import Element, parse

_LISTS = frozenset(
    {Element.CONTENTS, Element.REFERENCES, Element.SYMBOLS, Element.BIBLIOGRAPHY, Element.INDEX}
)
_INTRODUCED = ("简称", "简称“", "简称为", "简称为“", "简称「", '简称"')
# 各区民政局, 邻区民政局: not the body that the short name means.
_OTHER_BODY = "各邻外他某每该本两"


class Short(NamedTuple):
    """A short name in a text, with its place."""

    name: str
    line: int
    column: int


class FullNames:
    """The short names that bodies and systems have, each with its full name."""

    def __init__(self, full_names: Mapping[str, str], others: Sequence[str] = ()) -> None:
        self.full_names = full_names
        known = {*full_names.values(), *others}
        self._holding = {
            short: sorted((one for one in known if short in one and one != short), key=len)
            for short in full_names
        }

    def short_in(self, text: str) -> Iterator[Short]:
        """Yield every short name of a text that it does not introduce itself."""
        there = [one for one in self.full_names if one in text and not _introduces(text, one)]
        if not there:
            return
        longest_first = {name for one in there for name in (one, *self._holding[one])}
        pattern = re.compile(
            "|".join(map(re.escape, sorted(longest_first, key=lambda one: (-len(one), one))))
        )
        wanted = frozenset(there)
        for section, line, content in parse(text).lines_having(pattern):
            if section is None or section.element not in _LISTS:
                for found in pattern.finditer(unquoted(content)):
                    before = content[found.start() - 1 : found.start()]
                    if found[0] in wanted and not (before and before in _OTHER_BODY):
                        yield Short(found[0], line, found.start() + 1)


def _introduces(text: str, name: str) -> bool:
    return any(f"{word}{name}" in text for word in _INTRODUCED)
