"""A standard's text → the same with its numbers, its name for itself and its signs mended.

What is code, an address or a comment is left alone; what is quoted keeps its words.
"""

import re
from collections.abc import Iterator

from pilotkit.text.citations import cited_in
from pilotkit.text.markup import fence_behind, uncommented
from pilotkit.text.quoted import unquoted
from pilotkit.text.signs import ELSEWHERE, wrong_signs

_MARKS = frozenset(",;:?!.")
# 样本标准, 基本标准: the word before has the 本; 本标准化, 本标准差: another word follows.
_ITSELF = re.compile(
    r"(?<![样文基版成资根原日书课副正标范脚译抄人固蓝读账])"
    r"本标准(?!差|化|件|体系|号|物质|样|品|值|库|曲线)"
)


def mended(text: str) -> str:
    """Mend every line of a text; their number and their ends stay."""
    return "\n".join(_lines(text.split("\n"), uncommented(text).split("\n")))


def _lines(lines: list[str], without: list[str]) -> Iterator[str]:
    """Pass fenced code, and the lines of comments that go over several."""
    fence = ""
    for line, plain in zip(lines, without, strict=True):
        before, fence = fence, fence_behind(plain, fence)
        is_part = plain != line and uncommented(line) != plain
        yield line if before or fence or is_part else _line(line)


def _line(line: str) -> str:
    """Mend until nothing is left: inner brackets first, then those around them."""
    while (better := _punctuated(_named(_spelt(line)))) != line:
        line = better
    return line


def _spelt(line: str) -> str:
    """Write the numbers of standards as they are written, where nothing else can be meant."""
    kept = _kept(line)
    for cited in reversed(list(cited_in(line))):
        at, end = cited.column - 1, cited.column - 1 + len(cited.written)
        if cited.is_sure and not kept[at]:
            line = f"{line[:at]}{cited.spelt}{line[end:]}"
    return line


def _named(line: str) -> str:
    if "本标准" not in line:
        return line
    kept = _kept(line)
    plain = re.sub(r"\"[^\"]*\"|‘[^‘’]*’|『[^『』]*』", _blank, unquoted(line))
    for found in reversed(list(_ITSELF.finditer(plain))):
        if not kept[found.start()]:
            line = f"{line[: found.start()]}本文件{line[found.end() :]}"
    return line


def _punctuated(line: str) -> str:
    """Put the signs of the right width; behind a full-width one no space is left."""
    signs = list(line)
    for one in wrong_signs(line):
        signs[one.at] = one.right
        if one.written in _MARKS and line[one.at + 1 : one.at + 2] == " ":
            signs[one.at + 1] = ""
    return "".join(signs)


def _kept(line: str) -> list[bool]:
    """Say for each character whether it is code, an address or a comment."""
    kept = [False] * len(line)
    for found in ELSEWHERE.finditer(line):
        kept[found.start() : found.end()] = [True] * len(found[0])
    return kept


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
