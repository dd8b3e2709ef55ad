"""A whole text is searched at once: what is found in a line is what is found in it alone."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotkit.check import vague_words
from pilotkit.text import bare_values, modal_verbs
from pilotkit.text.citations import citations_of
from pilotkit.text.law_citations import laws_cited
from pilotkit.text.mentions import mentions_of
from pilotkit.text.pieces import Pieces
from pilotkit.text.provisions import provisions_having
from pilotkit.text.symbols import symbols_of
from pilotkit.text.values import values_of

# What is looked for, in pieces, and what may not stand around it.
WORDS = [
    *("不", "可", "以", "需", "要", "必须", "禁止", "书面", "方式", "的", "点", "相", "应"),
    *("及时", "其他", "表", "附", "录", "A", ".", "1", "20", "工作日", "收费", "元", "承诺"),
    *("低于", "在", "内", "“", "”", "GB", "/T ", "—", "-2018", "《", "》", "OCR", "（", "）"),
    *("，", "。", " ", "\u3000", "号"),
]
LINES = st.lists(
    st.lists(st.sampled_from(WORDS), max_size=7).map(lambda said: "办" + "".join(said)),
    min_size=2,
    max_size=5,
)
FINDERS: dict[str, Callable[[str], set[int]]] = {
    "modal verbs": lambda text: {
        one.line
        for one in provisions_having(text, modal_verbs.MISUSED)
        if any(modal_verbs.misused(one.words))
    },
    "requirements": lambda text: {
        one.line
        for one in provisions_having(text, modal_verbs.REQUIRED)
        if modal_verbs.first_requirement(one.words)
    },
    "vague words": lambda text: {
        one.line
        for one in provisions_having(text, vague_words.SUSPECT)
        if any(vague_words.vague_in(one.words))
    },
    "bare values": lambda text: {
        one.line
        for one in provisions_having(text, bare_values.SUSPECT)
        if any(bare_values.bare_values_in(one.words))
    },
    "values": lambda text: {one.line for one in values_of(text)},
    "symbols": lambda text: {one.line for one in symbols_of(text)},
    "mentions": lambda text: {one.line for one in mentions_of(text)},
    "citations": lambda text: {one.line for one in citations_of(text)},
    "laws": lambda text: {one.line for one in laws_cited(text)},
}


def test_each_piece_once_and_in_order() -> None:
    pieces = Pieces("表1\n\n图2、表2、表3\n无\n表 4")
    assert pieces.having(re.compile("图"), re.compile("表")) == [0, 2, 4]
    assert Pieces("").having(re.compile("表")) == []


@pytest.mark.parametrize("name", FINDERS)
@given(lines=LINES)
def test_the_lines_around_change_nothing(name: str, lines: list[str]) -> None:
    find = FINDERS[name]
    alone = set[int]().union(
        *(find("# 4 要求\n" + "\n" * at + line) for at, line in enumerate(lines))
    )
    assert find("\n".join(["# 4 要求", *lines])) == alone
