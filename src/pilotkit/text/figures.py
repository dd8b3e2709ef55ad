"""Sentences with figures, as they are without them: the same ones must say the same figures.

一般投诉自登记之日起 5 个工作日内办结 and … 七个工作日内办结 are one sentence with two figures.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from pilotkit.text.letters import CHINESE
from pilotkit.text.numerals import AMOUNT, amount
from pilotkit.text.structure import Element, parse

_FIGURE = re.compile(
    r"(?=[每0-9０-９一二两三四五六七八九十百])"
    r"(?:(?P<often>每(?:[日天周月年]|季度?|半年))|(?P<clock>[0-9]{1,2}[:：][0-9]{2})"
    rf"|(?<![0-9.年第])(?P<n>{AMOUNT})[^\S\n]?(?P<unit>个?(?:工作日|自然日|小时|月|季度)|日|天|年|分钟|min"
    "|件|份|次|人|名|户|条|张|套|元|米|[%％]))"
)
_UNITS = {one: f"个{one}" for one in ("工作日", "自然日", "小时", "月", "季度")}
# A span of hours is told as such: of two windows each may have its own.
_HOUR = re.compile("[时点]")
_SPAN = re.compile(r"＃[—–~～至到-]＃|[时点]\s?[—–~～至到-]")
# What may be said or not, in an answer for one, and marks.
_UNSAID = ("答：", "应当", *"应须需在的了 \t\u3000、：:（）()“”")
_END = re.compile("[。；;]")
_BY_POST = re.compile(rf"(?:(?!由){CHINESE}){{1,16}}岗")
_SHORTEST = 8
_MARK = "＃"


# Of thousands of texts the places and the words themselves would take ten times the room.
_SENTENCES = 1_000


class Said(NamedTuple):
    """Where a sentence with figures stands: its line, from 1, and which of its sentences it is."""

    line: int
    serial: int

    @classmethod
    def at(cls, place: int) -> "Said":
        """Return the place that `figures_of` keeps as a number."""
        return cls(*divmod(place, _SENTENCES))

    def words_in(self, content: str) -> tuple[str, int]:
        """Return the sentence in its line, and the column, from 1."""
        sentences = _END.split(content)
        before = sum(len(one) + 1 for one in sentences[: self.serial])
        return sentences[self.serial], before + 1


@lru_cache(maxsize=16_384)
def figures_of(text: str) -> Mapping[int, int]:
    """Return the places of sentences with figures, by the hash of what they say without them.

    What stands before its first comma is there by itself, and one that begins with a post without
    the post, too.
    """
    parsed = parse(text)
    core = parsed.of(Element.CORE)
    if not core:
        return {}
    first = core[0].line
    found: dict[int, int] = {}
    for line, bare in enumerate(_bare("\n".join(parsed.lines[first:])).split("\n"), first + 1):
        if _MARK in bare and "|" not in bare:
            for serial, words in enumerate(_sentences(bare)[:_SENTENCES]):
                if _MARK in words:
                    for key in _keys(words):
                        found.setdefault(hash(key), line * _SENTENCES + serial)
    return found


def keys_of(statement: str) -> Iterator[int]:
    """Yield the hashes of what a statement says without its figures."""
    words = _bare(statement)
    if _MARK in words:
        yield from map(hash, _keys(words))


def figures_in(words: str) -> tuple[str, ...]:
    """Return the figures in some words, each spelt one way."""
    return tuple(
        one[0].replace("：", ":")
        if one["often"] or one["clock"]
        else f"{amount(one['n'])} {_UNITS.get(one['unit'], one['unit'])}"
        for one in _FIGURE.finditer(words.replace("％", "%"))
    )


def _bare(words: str) -> str:
    """Put a mark for each figure, and leave out what may be said or not."""
    words = _FIGURE.sub(_MARK, words)
    for one in _UNSAID:
        words = words.replace(one, "")
    return words


def _sentences(bare: str) -> Sequence[str]:
    """Return the sentences of a line; nearly every one is a single one."""
    one = bare[:-1]
    return (one,) if bare[-1] == "。" and not _END.search(one) else _END.split(bare)


def _keys(words: str) -> Iterator[str]:
    if (words.count(_MARK) > 1 or _HOUR.search(words)) and _SPAN.search(words):
        return
    first, comma, _ = words.partition("，")
    for said in (words.replace("，", ""), first) if comma else (words,):
        if len(said) >= _SHORTEST and _MARK in said:
            yield said
        if "岗" in said and (post := _BY_POST.match(said)):
            rest = said[post.end() :]
            if len(rest) >= _SHORTEST and _MARK in rest:
                yield rest
