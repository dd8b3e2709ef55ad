"""How wide text is, and where it breaks: Chinese by east-asian width, Latin by word."""

import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Literal, NamedTuple

from pilotkit.report.drawings.palette import INK
from pilotkit.report.escape import visible

Length = int | Fraction
Anchor = Literal["start", "middle", "end"]

_EM = 1000
_ELLIPSIS = "…"
# What no label can show is not measured either.
_MOST_CHARACTERS = 600
# A dash stays with both its sides: GB/T 1.1—2020.
_OPENING = frozenset("（〔【《〈“‘「『［([{—")
_CLOSING = frozenset("，。、；：！？）〕】》〉”’」』］…·—%‰,.;:!?)]} ")
# Thousandths of an em, the wider of Noto Sans SC and Arial by group.
_ADVANCES = {
    character: advance
    for advance, characters in (
        (300, " ',.:;Iijl|"),
        (400, "!()-/[]\\{}frt"),
        (500, '"*?szJ'),
        (570, "0123456789#$+<=>^_~acekvxyFL"),
        (625, "bdghnopqu`"),
        (700, "ABCDEGKPRSTVXYZ&"),
        (785, "HNOQU"),
        (1015, "MWmw%@"),
    )
    for character in characters
}


def largest(*lengths: Length) -> Fraction:
    """Return the largest length, exact under division too (an int would become a float)."""
    return Fraction(max(lengths))


class Letters(NamedTuple):
    """How a text is set; the size in pixels is also the height of a Chinese character."""

    size: int = 13
    fill: str = INK
    anchor: Anchor = "start"
    bold: bool = False

    @property
    def leading(self) -> Fraction:
        """The distance from one line to the next."""
        return Fraction(self.size * 7, 5)

    def width(self, words: str) -> Fraction:
        """Return the room that `words` take in a line, in pixels; never too little."""
        return Fraction(self.size * sum(self._advance(c) for c in words), _EM)

    def _advance(self, character: str) -> int:
        advance = _ADVANCES.get(character)
        if advance is None:
            return 0 if unicodedata.combining(character) else _EM
        return advance * 107 // 100 if self.bold else advance


def wrap(words: str, letters: Letters, room: Length, most: int = 4) -> list[str]:
    """Break text into lines no wider than `room`, the last cut with … after `most` lines.

    Control and hidden characters are written out first: what is measured is what is shown.
    """
    shown = visible(words.strip()[:_MOST_CHARACTERS])
    lines = list(_lines(shown, letters, room))
    if len(lines) > most or len(words.strip()) > _MOST_CHARACTERS:
        kept = lines[:most]
        lines = [*kept[:-1], _cut(kept[-1], letters, room)]
    return lines


def balanced(words: str, letters: Letters, room: Length, most: int = 4) -> list[str]:
    """Break text as `wrap` does into as many lines, of about the same width.

    Or wider, where more lines then break at punctuation: 服务提供、 / 管理.
    """
    full = wrap(words, letters, room, most)
    narrow, wide = letters.size, int(room)
    while len(full) > 1 and narrow < wide:
        middle = (narrow + wide) // 2
        if len(wrap(words, letters, middle, len(full) + 1)) > len(full):
            narrow = middle + 1
        else:
            wide = middle
    wider = (wrap(words, letters, width, most) for width in range(wide, int(room), letters.size))
    return max([*wider, full], key=_good_breaks)


def _good_breaks(lines: list[str]) -> int:
    return sum(a[-1] in _CLOSING or b[0] in _OPENING for a, b in pairwise(lines))


def fit(words: str, letters: Letters, room: Length) -> str:
    """Return the text in one line, cut with … where it is wider than `room`."""
    return "".join(wrap(words, letters, room, most=1))


def _lines(words: str, letters: Letters, room: Length) -> Iterator[str]:
    line = ""
    for piece in _pieces(words):
        for part in _small_enough(piece, letters, room):
            if line and letters.width((line + part).rstrip()) > room:
                yield from filter(None, [line.rstrip()])
                line = ""
            line += part
    yield from filter(None, [line.rstrip()])


def _pieces(words: str) -> Iterator[str]:
    """Yield what stays together: a Latin word, a character with its punctuation."""
    piece = ""
    for character in words:
        if piece and not _belong_together(piece[-1], character):
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def _belong_together(left: str, right: str) -> bool:
    if right in _CLOSING or left in _OPENING or unicodedata.combining(right):
        return True
    return left in _ADVANCES and right in _ADVANCES and left != " "


def _small_enough(piece: str, letters: Letters, room: Length) -> Iterator[str]:
    if letters.width(piece.rstrip()) <= room:
        yield piece
    else:
        yield from piece


def _cut(line: str, letters: Letters, room: Length) -> str:
    while line and letters.width(line + _ELLIPSIS) > room:
        line = line[:-1]
    return line + _ELLIPSIS
