"""A standard's text → the same with its dashes, its name for itself and its punctuation mended.

What is code, an address or a comment is left alone; what is quoted keeps its words.
"""

import re
from collections.abc import Iterator

from pilotkit.text.citations import cited_in
from pilotkit.text.quoted import ADDRESS, unquoted

_HAN = "[\u3400-\u9fff]"
_FENCE = re.compile(r"[ ]{0,3}(?P<marks>`{3,}|~{3,})")
_ELSEWHERE = re.compile(
    rf"`[^`]*`|\$[^$]*\$|{ADDRESS}|<!--.*?-->|<[^<>]*>|https?://[^\s\u3000-\uffef]*"
)
_DASHES = re.compile("[ ]?[-\u2010-\u2015\u2212\uff0d]{1,2}[ ]?")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
# 样本标准, 基本标准: the word before has the 本; 本标准化, 本标准差: another word follows.
_ITSELF = re.compile(
    r"(?<![样文基版成资根原日书课副正标范脚译抄人固蓝读账])"
    r"本标准(?!差|化|件|体系|号|物质|样|品|值|库|曲线)"
)
_FULL = {",": "，", ";": "；", ":": "："}
_MARK = re.compile(rf"(?<={_HAN})[,;:](?={_HAN})")
# Only a pair that Chinese stands around, so that no bracket is left with another's partner.
_PAIR = re.compile(
    rf"(?<={_HAN})\((?={_HAN})[^()]{{1,200}}(?<={_HAN})\)(?={_HAN}|[，。；：、！？）]|\s*$)"
)


def mended(text: str) -> str:
    """Mend every line of a text; their number and their ends stay."""
    return "\n".join(_lines(text.split("\n")))


def _lines(lines: list[str]) -> Iterator[str]:
    """Pass fenced code and comments over several lines."""
    fence, in_comment = "", False
    for line in lines:
        opened = _FENCE.match(line)
        if fence:
            if opened and opened["marks"].startswith(fence):
                fence = ""
            yield line
        elif in_comment or "<!--" in _ELSEWHERE.sub("", line):
            in_comment = "-->" not in line
            yield line
        elif opened:
            fence = opened["marks"]
            yield line
        else:
            yield _line(line)


def _line(line: str) -> str:
    """Mend until nothing is left: inner brackets first, then those around them."""
    while (better := _punctuated(_named(_dashed(line)))) != line:
        line = better
    return line


def _dashed(line: str) -> str:
    """Put the em dash before a year of four digits; the colon of ISO numbers stays."""
    kept = _kept(line)
    for cited in reversed(list(cited_in(line))):
        at = cited.column - 1
        start = at + len(cited.code + cited.space + cited.number.serial)
        end = start + len(cited.dash)
        year = line[end : at + len(cited.written)]
        is_meant = cited.number.rank != "国际" and line[at + len(cited.written) :][:1] != "年"
        if is_meant and not kept[at] and _YEAR.fullmatch(year) and _DASHES.fullmatch(cited.dash):
            line = f"{line[:start]}—{line[end:]}"
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
    kept = _kept(line)
    signs = list(line)
    for found in _MARK.finditer(line):
        if not kept[found.start()]:
            signs[found.start()] = _FULL[found[0]]
    for found in _PAIR.finditer(line):
        if not kept[found.start()] and not kept[found.end() - 1]:
            signs[found.start()], signs[found.end() - 1] = "（", "）"
    return "".join(signs)


def _kept(line: str) -> list[bool]:
    """Say for each character whether it is code, an address or a comment."""
    kept = [False] * len(line)
    for found in _ELSEWHERE.finditer(line):
        kept[found.start() : found.end()] = [True] * len(found[0])
    return kept


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
