"""How wide letters are on paper, asked of typst once for each: lists need no table there."""

import re
from collections.abc import Iterable, Iterator

from pilotkit.report.typesetting.compiler import measured
from pilotkit.report.typesetting.fonts import Letters

# What stands together: a word, or a letter with the marks that do not begin or end a line.
_TOGETHER = re.compile(r"[（《〈「『【〔“‘]*(?:[!-~]+|.)[，。、；：）》〉」』】〕”’！？…]*\s?")
_PIECE = re.compile(r"[^-/_.]+[-/_.]?|[-/_.]")
# Between Chinese and Latin letters typst leaves a quarter of a letter.
_BETWEEN = re.compile(r"(?<=[!-~])(?=[^ -~])|(?<=[^ -~])(?=[!-~])")


class Widths:
    """The widths of letters of one size, in points."""

    def __init__(self, letters: Letters, size: float) -> None:
        self._letters, self._size = letters, size
        self._known: dict[str, float] = {}
        self._names: dict[int, str] = {}

    def learn(self, texts: Iterable[str]) -> None:
        """Measure the letters of these texts, and what is written for those that no font has."""
        new = set().union(*texts) - self._known.keys()
        names = self._letters.names(sorted(new))
        self._names |= names
        wanted = sorted(set().union(new, *names.values()) - self._known.keys())
        self._known |= measured(wanted, self._size, self._letters)

    def of(self, text: str) -> float:
        """Return how wide a text is at most."""
        wide = sum(map(self._known.__getitem__, text))
        return wide if text.isascii() else wide + len(_BETWEEN.findall(text)) * self._size / 4

    def lines(self, text: str, room: float) -> list[str]:
        """Break a text into lines that fit, at words and between Chinese letters."""
        said = text.translate(self._names) if self._names else text
        if self.of(said) <= room:
            return [said]
        lines: list[str] = []
        for part in self._parts(said, room):
            if lines and self.of(lines[-1] + part.rstrip()) <= room:
                lines[-1] += part
            else:
                lines.append(part)
        return [line.strip() for line in lines]

    def _parts(self, text: str, room: float) -> Iterator[str]:
        """Yield what a line may end behind; what is wider than a line is cut, best at a hyphen."""
        for word in _TOGETHER.findall(text):
            if self.of(word) <= room:
                yield word
                continue
            for piece in _PIECE.findall(word):
                yield from [piece] if self.of(piece) <= room else self._cut(piece, room)

    def _cut(self, piece: str, room: float) -> Iterator[str]:
        most = max(1, int(room / max(self._known[one] for one in piece)))
        return (piece[at : at + most] for at in range(0, len(piece), most))
