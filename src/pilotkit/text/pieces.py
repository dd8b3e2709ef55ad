"""Pieces of a text, searched all at once: hardly any has what is looked for.

A pattern that begins with a sign, or with one of some signs, passes a whole text in the time in
which five pieces are asked one by one; so what may not stand before it is said behind that sign.
"""

import re
from collections.abc import Iterator, Sequence

_BREAK = "\n"


class Pieces:
    """Lines, titles or blocks, each on a line of its own."""

    def __init__(self, joined: str) -> None:
        self._joined = joined

    def having(self, *patterns: re.Pattern[str]) -> Sequence[int]:
        """Return the indexes of the pieces in which one of the patterns is found, in order.

        A pattern may run over the end of a piece: whoever must know looks at the piece again.
        """
        if len(patterns) == 1:
            return list(self._having(patterns[0]))
        return sorted({at for pattern in patterns for at in self._having(pattern)})

    def _having(self, pattern: re.Pattern[str]) -> Iterator[int]:
        said, index, begins = self._joined, 0, 0
        while found := pattern.search(said, begins):
            index += said.count(_BREAK, begins, found.start())
            yield index
            ends = said.find(_BREAK, found.start())
            if ends < 0:
                return
            index, begins = index + 1, ends + 1
