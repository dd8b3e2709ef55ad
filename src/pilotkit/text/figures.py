"""Sentences with figures, as they are without them: the same ones must say the same figures.

一般投诉自登记之日起 5 个工作日内办结 and … 七个工作日内办结 are one sentence with two figures.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from pilotkit.text.numerals import AMOUNT, amount
from pilotkit.text.structure import Element, parse

_FIGURE = re.compile(
    r"(?P<often>每(?:[日天周月年]|季度?|半年))|(?P<clock>[0-9]{1,2}[:：][0-9]{2})"
    rf"|(?<![0-9.年第])(?P<n>{AMOUNT})\s?"
    r"(?P<unit>个?(?:工作日|自然日|小时|月|季度)|日|天|年|分钟|min|件|份|次|人|名|户|条|张|套|元|米|[%％])"
)
# A span of hours is told as such: of two windows each may have its own.
_SPAN = re.compile(r"#\s?[—–~～至到-]\s?#|[时点]\s?[—–~～至到-]")
_UNSAID = re.compile(r"^[答问][：:]|应当|[应须需在的了]|[ \t　，,、：:（）()“”]", re.MULTILINE)
_SENTENCE = re.compile("[^。；;\n]+")
_BY_POST = re.compile("[\u4e00-\u9fff]{1,20}岗")
_SHORTEST = 8
_MARK = "#"


class Said(NamedTuple):
    """A sentence with figures and its place, from 1."""

    words: str
    line: int
    column: int

    @property
    def figures(self) -> tuple[str, ...]:
        """The figures in their order, each spelt one way."""
        return figures_in(self.words)


@lru_cache(maxsize=16_384)
def figures_of(text: str) -> Mapping[str, Said]:
    """Return the sentences with figures of a text's own elements, by what they say without them.

    One that begins with a post is there without the post, too.
    """
    parsed = parse(text)
    core = parsed.of(Element.CORE)
    if not core:
        return {}
    first = core[0].line
    found: dict[str, Said] = {}
    lines = parsed.lines[first:]
    told = _UNSAID.sub("", _FIGURE.sub(_MARK, "\n".join(lines))).split("\n")
    for line, (content, bare) in enumerate(zip(lines, told, strict=True), start=first + 1):
        if _MARK in bare and "|" not in content:
            for sentence, words in zip(
                _SENTENCE.finditer(content), _SENTENCE.findall(bare), strict=False
            ):
                if _MARK in words:
                    said = Said(sentence[0], line, sentence.start() + 1)
                    for key in _keys(words):
                        found.setdefault(key, said)
    return found


def keys_of(statement: str) -> Iterator[str]:
    """Yield what a statement says without its figures."""
    words = _UNSAID.sub("", _FIGURE.sub(_MARK, statement))
    if _MARK in words:
        yield from _keys(words)


def figures_in(words: str) -> tuple[str, ...]:
    """Return the figures in some words, each spelt one way."""
    return tuple(
        one[0].replace("：", ":")
        if one["often"] or one["clock"]
        else f"{amount(one['n'])} {one['unit'].removeprefix('个')}"
        for one in _FIGURE.finditer(words.replace("％", "%"))
    )


def _keys(words: str) -> Iterator[str]:
    if _SPAN.search(words):
        return
    if len(words) >= _SHORTEST:
        yield words
    if (post := _BY_POST.match(words)) and len(rest := words[post.end() :]) >= _SHORTEST:
        yield rest
