"""Values that two texts on one matter must agree on, by declared patterns: nothing is guessed.

A limit counts only where the words say which limit it is (法定, 承诺, 办结), a telephone where they
say what it is for. The fragment of the sentence decides, then the title of the clause.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from pilotkit.text.blocks import Block, Kind, lines_of_rows
from pilotkit.text.structure import Element, Section, parse


class About(StrEnum):
    """What a value is of."""

    LEGAL = "法定时限"
    PROMISED = "承诺时限"
    FEE = "收费"
    PHONE = "咨询电话"
    COMPLAINTS = "投诉电话"
    ADDRESS = "地址"
    HOURS = "办理时间"
    MATERIALS = "申请材料"


class Value(NamedTuple):
    """A value with its place; `said` is the sentence or row, `words` the piece of it around it.

    `value` is spelt one way (5 个工作日, 不收费, 50 元), `written` as it stands in the text.
    """

    about: About
    value: str
    written: str
    line: int
    column: int
    said: str
    words: str


class _Fragment(NamedTuple):
    """A piece of a sentence, the title of its clause, the sentence and its place."""

    words: str
    title: str
    said: str
    line: int
    column: int


FREE = "不收费"
_SENTENCE = re.compile(r"[^。；;]+")
_FRAGMENT = re.compile(r"[^，,。；;]+")
_LIMIT = re.compile(r"(?P<n>[0-9]{1,3})\s?(?:个)?(?P<unit>工作日|自然日|日历日|日|天|月)(?![0-9])")
# Limits of something else: a longer one by way of exception, one step, what is told or handed in.
_OTHER_LIMIT = re.compile(r"延长|延期|延续|补正|告知|公示|送达|审查|核查|勘验|申报|反馈|答复|提前")
# A limit of the whole is one of 办结 too.
_DONE = re.compile("办结|全程(?![网代帮电办])|总时限")
# Beside a statutory limit, what is handed over by then is the whole.
_GIVEN = re.compile(
    "[0-9 ]+个?(?:工作日|自然日|日|天)内?(?:出证|发证|发放|领证|取证|拿证|[办发]好|办完)"
)
_UNITS = {"自然日": "自然日", "日历日": "自然日", "工作日": "工作日", "月": "月"}
_FREE = re.compile(r"不收(?:取)?(?:任何)?(?:费用?|钱)|免费|免收")
_FEE = re.compile(r"(?:收费|收取|费用|缴纳|交纳)[^0-9，。；]{0,12}(?P<n>[0-9]+(?:\.[0-9]+)?)\s?元")
_AMOUNT = re.compile(r"(?P<n>[0-9]+(?:\.[0-9]+)?)\s?元")
_OTHER_FEE = re.compile(r"工本费|复印|邮寄|补办|快递|罚|保证金")
_PHONE = re.compile(r"(?<![0-9-])(?:[0-9]{3,4}[-—][0-9]{7,8}|1[0-9]{10})(?![0-9])")
_ADDRESS = re.compile(
    r"(?P<road>[\u4e00-\u9fff]{1,8}(?:路|大道|大街|街|巷))\s?(?P<n>[0-9]{1,6})\s?号"
)
_NUMBERED = "号"
_HOURS = re.compile(
    r"(?P<from>[0-9]{1,2}[:：][0-9]{2})\s?[—–~～至-]\s?(?P<to>[0-9]{1,2}[:：][0-9]{2})(?![0-9])"
)
# What every value has: digits with their unit, so many digits, or that there is no fee.
_TELLING = re.compile(
    r"[0-9不免](?:\s?个?(?:工作日|自然日|日历日|[日天月元号])|[:：][0-9]{2}|[-—0-9][0-9]{5}|[收费])"
)
_SAID = frozenset({Kind.PARAGRAPH, Kind.ITEM})
_OWN_WORDS = frozenset({Element.CORE, Element.ANNEX})
_HEAD = re.compile("法定|承诺|材料")
_LIMIT_HEADS = ((About.LEGAL, "法定"), (About.PROMISED, "承诺"))


@lru_cache(maxsize=16_384)
def values_of(text: str) -> tuple[Value, ...]:
    """Return the values of a text's own elements, in their order."""
    found: list[Value] = []
    parsed = parse(text)
    for section, block in parsed.blocks_having(_TELLING):
        if section.element in _OWN_WORDS:
            if block.rows:
                found += _in_table(block, parsed.lines)
            elif block.kind in _SAID:
                found += _in_words(section, block)
    return tuple(found)


def limit(days: int, unit: str) -> str:
    """Spell a limit as the values of texts are spelt: 5 个工作日, 5 日."""
    return f"{days} {unit}" if unit == "日" else f"{days} 个{unit}"


def limits_in(words: str) -> Iterator[tuple[str, str, int]]:
    """Yield the limits in some words: how they are spelt, as written, and where."""
    for found in _LIMIT.finditer(words):
        unit = _UNITS.get(found["unit"], "日")
        yield limit(int(found["n"]), unit), found[0], found.start()


def address_in(words: str) -> str | None:
    """Return the road and number in some words, spelt one way."""
    found = _ADDRESS.search(words)
    return f"{found['road']}{int(found['n'])}号" if found else None


def hours_in(words: str) -> Iterator[tuple[str, str, int]]:
    """Yield the times of opening in some words: how they are spelt, as written, and where."""
    for found in _HOURS.finditer(words):
        spelt = unicodedata.normalize("NFKC", f"{found['from']}-{found['to']}")
        yield spelt, found[0], found.start()


def fee_in(words: str) -> str | None:
    """Return the amount in some words, spelt one way."""
    found = _AMOUNT.search(words)
    return f"{found['n']} 元" if found else None


def phone(written: str) -> str:
    """Spell a telephone number one way."""
    return re.sub(r"[\s—–-]+", "-", unicodedata.normalize("NFKC", written).strip())


def _in_words(section: Section, block: Block) -> Iterator[Value]:
    for sentence in _SENTENCE.finditer(block.text):
        column = block.column + sentence.start()
        whole = _Fragment(sentence[0], section.title, sentence[0], block.line, column)
        yield from _hours(whole)
        yield from _addresses(whole)
        for piece in _FRAGMENT.finditer(sentence[0]):
            fragment = whole._replace(words=piece[0], column=column + piece.start())
            for reader in _READERS:
                yield from reader(fragment)


def _limits(one: _Fragment) -> Iterator[Value]:
    about = _limit_meant(one)
    if about:
        for value, written, at in limits_in(one.words):
            yield _value(one, about, value, written, at)


def _limit_meant(one: _Fragment) -> About | None:
    if "法定" in one.words:
        return About.LEGAL
    if "承诺" in one.words:
        return About.PROMISED
    if _OTHER_LIMIT.search(one.words):
        return None
    if _DONE.search(one.words) or "办结时限" in one.title or "承诺时限" in one.title:
        return About.PROMISED
    return About.PROMISED if "法定" in one.said and _GIVEN.search(one.words) else None


def _fees(one: _Fragment) -> Iterator[Value]:
    if _OTHER_FEE.search(one.words):
        return
    if free := _FREE.search(one.words):
        yield _value(one, About.FEE, FREE, free[0], free.start())
    elif fee := _FEE.search(one.words):
        yield _value(one, About.FEE, f"{fee['n']} 元", fee[0], fee.start())


def _phones(one: _Fragment) -> Iterator[Value]:
    for words in (one.words, one.title):
        about = _phone_meant(words)
        if about:
            for found in _PHONE.finditer(one.words):
                yield _value(one, about, phone(found[0]), found[0], found.start())
            return


def _phone_meant(words: str) -> About | None:
    complains = "投诉" in words or "监督" in words
    asks = "咨询" in words
    if complains == asks:
        return None
    return About.COMPLAINTS if complains else About.PHONE


def _addresses(one: _Fragment) -> Iterator[Value]:
    for found in _ADDRESS.finditer(one.words) if _NUMBERED in one.words else ():
        value = f"{found['road']}{int(found['n'])}号"
        yield _value(one, About.ADDRESS, value, found[0], found.start())


def _hours(one: _Fragment) -> Iterator[Value]:
    if "时间" in one.title or "时间" in one.said:
        for value, written, at in hours_in(one.words):
            yield _value(one, About.HOURS, value, written, at)


def _in_table(block: Block, lines: Sequence[str]) -> Iterator[Value]:
    """Read the columns whose heads say what they are; the row's words name the matter."""
    head = block.rows[0]
    if not any(_HEAD.search(title) for title in head):
        return
    for row, line in zip(block.rows[1:], lines_of_rows(block, lines), strict=False):
        said = "".join(row)
        for title, cell in zip(head, row, strict=False):
            for about, value, written in _in_cell(title, cell, block, is_first=title == head[0]):
                column = lines[line - 1].find(cell) + 1
                yield Value(about, value, written, line, column, said, said)


def _in_cell(
    title: str, cell: str, block: Block, *, is_first: bool
) -> Iterator[tuple[About, str, str]]:
    about = next((one for one, word in _LIMIT_HEADS if word in title), None)
    if about:
        for value, written, _ in limits_in(_with_unit(cell, title + block.text)):
            yield about, value, written
    if title == "材料名称" or (title == "材料" and is_first):
        yield About.MATERIALS, cell, cell


def _with_unit(cell: str, said: str) -> str:
    """Return a bare number with the unit that the head or the title of the table says."""
    unit = next((one for one in ("工作日", "自然日") if one in said), "")
    return f"{cell}{unit}" if cell.isdigit() and unit else cell


def _value(one: _Fragment, about: About, value: str, written: str, at: int) -> Value:
    return Value(about, value, written, one.line, one.column + at, one.said, one.words)


_READERS: tuple[Callable[[_Fragment], Iterator[Value]], ...] = (_limits, _fees, _phones)
