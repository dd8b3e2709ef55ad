"""Where a text uses terms that others define: as words of its own, not as part of longer ones."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from pilotkit.text.provisions import provisions_having
from pilotkit.text.structure import Element

_SHORTEST = 3  # signs of a term that is no everyday word, such as 办件 or 窗口
_LONGEST = 40  # signs of a name that is looked for around a term
_TERM = re.compile(f"[\u3400-\u9fff]{{{_SHORTEST},}}")
# What makes another word of the one before it: 指引服务器, 首问负责制, 政务服务中心.
_GOES_ON = re.compile("[器员岗台站科股室局网卡书簿册制率量者]|中心|大厅|平台|系统|热线")
_OF_ITS_OWN = frozenset({Element.CORE, Element.ANNEX})


class TermUse(NamedTuple):
    """A term in a provision, with its place."""

    term: str
    line: int
    column: int


class TermUses:
    """The terms to be looked for, and the longer words and names that hold or cross one."""

    def __init__(self, terms: Collection[str], names: Collection[str] = ()) -> None:
        looked_for = {one for one in terms if _TERM.fullmatch(one)}.difference(names)
        longest_first = sorted(looked_for, key=lambda one: (-len(one), one))
        self._any = re.compile("|".join(longest_first) or "(?!)")
        self._at_each = re.compile(f"(?=({self._any.pattern}))")
        named = (one for one in names if len(one) <= _LONGEST and self._any.search(one))
        self._words = frozenset({*looked_for, *named})

    def may_be_in(self, text: str) -> bool:
        """Say at once whether one of the terms stands anywhere in a text."""
        return self._any.search(text) is not None

    def first_in(self, text: str, own: Collection[str] = ()) -> Iterator[TermUse]:
        """Yield the first use of each term in the core elements and the annexes of a text.

        Headings, what is quoted and what names somebody or something are no uses; `own` are the
        terms that the text defines itself.
        """
        said = set(own)
        known = self._words.union(own)
        lengths = sorted({len(one) for one in known})
        for section, line, words in provisions_having(text, self._any):
            for found in self._at_each.finditer(words):
                term, at = found[1], found.start()
                if (
                    section.element in _OF_ITS_OWN
                    and term not in said
                    and _stands_alone(words, at, at + len(term), known, lengths)
                ):
                    said.add(term)
                    yield TermUse(term, line, at + 1)


def _stands_alone(
    words: str, start: int, end: int, known: Collection[str], lengths: Collection[int]
) -> bool:
    """Say whether no longer word holds a term, and none begins in it and goes on.

    指引服务对象 has 服务对象 in it, not 指引服务.
    """
    return not _GOES_ON.match(words, end) and not any(
        words[at : at + length] in known
        for length in lengths
        for at in range(max(0, end - length), end)
        if at + length > end or at < start
    )
