"""A value of a matter as a text states it, and the one way in which each kind is spelt."""

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from pilotkit.text.numerals import NUMERAL, number


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
    COPIES = "材料份数"
    CONDITION = "受理条件"
    POST = "责任岗位"


class Value(NamedTuple):
    """A value with its place; `said` is the sentence or row, `words` the piece of it around it.

    `of` says which of several: the fee, the material, the step, what a condition counts. `value`
    is spelt one way (5 个工作日, 不收费, 50 元), `written` as it stands in the text.
    """

    about: About
    value: str
    written: str
    line: int
    column: int
    said: str
    words: str
    of: str = ""


FREE, AT_ONCE = "不收费", "当场"
_LIMIT = re.compile(
    rf"(?P<n>{NUMERAL})\s?个?(?P<unit>工作日|自然日|日历日|日|天|月)(?![0-9])"
    r"|(?P<now>(?<![能可以])(?:当场|即时|立即)(?:办结|办理完毕))(?!的)"
)
_SPELT_LIMIT = re.compile(r"(?P<n>[0-9]+) 个?(?P<unit>\w+)")
_UNITS = {"自然日": "自然日", "日历日": "自然日", "工作日": "工作日", "月": "月"}
_AMOUNT = re.compile(r"(?P<n>[0-9]+(?:\.[0-9]+)?)\s?元")
_ADDRESS = re.compile(
    r"(?P<road>[\u4e00-\u9fff]{1,8}(?:路|大道|大街|街|巷))\s?(?P<n>[0-9]{1,6})\s?号"
)
_HOURS = re.compile(
    r"(?P<from>[0-9]{1,2}[:：][0-9]{2})\s?[—–~～至-]\s?(?P<to>[0-9]{1,2}[:：][0-9]{2})(?![0-9])"
)
# 年满 80 周岁, 职工生育保险满 12 个月.
_AGE = re.compile(rf"(?P<of>年满|已满|未满|不满|满)\s?(?P<n>{NUMERAL})\s?周?岁")
_LASTING = re.compile(
    rf"(?P<of>(?:(?![人者且并或的未])[\u4e00-\u9fff]){{2,6}})满\s?(?P<n>{NUMERAL})\s?个?(?P<unit>月|年)"
)
_FORMS = re.compile(r"[（(][^）)]*[）)]|[《》]|原件|复印件|扫描件|[各及和与]|\s")


def limit(days: int, unit: str) -> str:
    """Spell a limit as the values of texts are spelt: 5 个工作日, 5 日, 当场."""
    if not days:
        return AT_ONCE
    return f"{days} {unit}" if unit == "日" else f"{days} 个{unit}"


def limits_in(words: str, unit: str = "日") -> Iterator[tuple[str, str, int]]:
    """Yield the limits in some words: how they are spelt, as written, and where.

    A bare 日 or 天 is of the `unit`.
    """
    for found in _LIMIT.finditer(words):
        days = 0 if found["now"] else number(found["n"])
        yield limit(days, _UNITS.get(found["unit"], unit)), found[0], found.start()


def measured(spelt: str) -> tuple[int, str] | None:
    """Return how long a spelt limit is and in which unit; 日 is the calendar's, 当场 of none."""
    if spelt == AT_ONCE:
        return 0, ""
    found = _SPELT_LIMIT.fullmatch(spelt)
    return (int(found["n"]), found["unit"].replace("自然日", "日")) if found else None


def addresses_in(words: str) -> Iterator[tuple[str, str, int]]:
    """Yield the roads with their numbers in some words: how spelt, as written, and where."""
    for found in _ADDRESS.finditer(words):
        yield f"{found['road']}{int(found['n'])}号", found[0], found.start()


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


def conditions_in(words: str) -> Iterator[tuple[str, str, str, int]]:
    """Yield what conditions count: of what, how many, as written, and where."""
    for found in _AGE.finditer(words):
        under = found["of"] in {"未满", "不满"}
        yield "未满年龄" if under else "年龄", f"{number(found['n'])} 周岁", found[0], found.start()
    for found in _LASTING.finditer(words):
        unit = "个月" if found["unit"] == "月" else "年"
        yield found["of"], f"{number(found['n'])} {unit}", found[0], found.start()


def material(name: str) -> str:
    """Return the name of a material without what says its form."""
    return _FORMS.sub("", name)
