"""A value of a matter as a text states it, and the one way in which each kind is spelt."""

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from pilotkit.text.letters import CHINESE
from pilotkit.text.numerals import AMOUNT, NUMERAL, amount, number


class About(StrEnum):
    """What a value is of."""

    LEGAL = "法定时限"
    PROMISED = "承诺时限"
    STEP = "环节时限"
    FEE = "收费"
    PHONE = "咨询电话"
    COMPLAINTS = "投诉电话"
    ADDRESS = "地址"
    FLOOR = "楼层"
    HOURS = "办理时间"
    DAYS = "办理日"
    MATERIALS = "申请材料"
    COPIES = "材料份数"
    FORM = "材料形式"
    CONDITION = "受理条件"
    POST = "责任岗位"
    FIGURE = "同一句话的数值"


IN_ENGLISH = {
    About.LEGAL: "statutory limit",
    About.PROMISED: "promised limit",
    About.STEP: "limit of a step",
    About.FEE: "fee",
    About.PHONE: "telephone",
    About.COMPLAINTS: "telephone for complaints",
    About.ADDRESS: "address",
    About.FLOOR: "floor",
    About.HOURS: "hours",
    About.DAYS: "days",
    About.MATERIALS: "materials",
    About.COPIES: "copies",
    About.FORM: "form of a material",
    About.CONDITION: "condition",
    About.POST: "responsible post",
    About.FIGURE: "figures of one sentence",
}


class Value(NamedTuple):
    """A value with its place; `said` is the sentence or row, `words` the piece of it around it.

    `clause` is the number of the clause that it stands in, `title` the title of that.
    `of` says which of several: the fee, the material, the step, the window, what a condition
    counts. `value` is spelt one way (5 个工作日, 不收费,
    50 元), `written` as it stands in the text.
    """

    about: About
    value: str
    written: str
    line: int
    column: int
    said: str
    words: str
    of: str = ""
    clause: str = ""
    title: str = ""


FREE, AT_ONCE = "不收费", "当场"
_LIMIT = re.compile(
    rf"(?P<n>{NUMERAL})\s?个?(?P<unit>工作日|自然日|日历日|日|天|月)(?![0-9])"
    r"|(?P<now>(?<![能可以])(?:当场|即时|立即)(?:办结|办理完毕)|即来即办|即办即结|立等可取)(?!的)"
)
_SPELT_LIMIT = re.compile(r"(?P<n>[0-9]+) 个?(?P<unit>\w+)")
_UNITS = {"自然日": "自然日", "日历日": "自然日", "工作日": "工作日", "月": "月"}
_YUAN = re.compile(rf"(?P<n>{AMOUNT})\s?元")
# What stands before the road itself: 交到, 设在, the street or district.
_ADDRESS = re.compile(
    rf"(?:{CHINESE}{{0,12}}(?:街道|社区|[镇乡区县市在到于为至是往址]))?"
    rf"(?P<road>{CHINESE}{{1,8}}(?:路|大道|大街|街|巷|弄|里|胡同))\s?(?P<n>[0-9]{{1,6}})\s?号"
)
_NUMBERED, _STOREY = "号", re.compile("[0-9一二三四五六七八九十][楼层]")
_FLOOR = re.compile(
    rf"(?P<of>(?:(?![号到在于为是]){CHINESE}){{2,6}}(?:大厦|大厅|大楼|中心))"
    r"(?P<n>[0-9一二三四五六七八九十]{1,2})[楼层]"
)
_TIME = r"[0-9]{1,2}(?:[:：][0-9]{2}|[时点](?:[0-9]{2}分?|半)?)"
_HOURS = re.compile(rf"(?P<from>{_TIME})\s?[—–~～至到-]\s?(?P<to>{_TIME})(?![0-9])")
_CLOCK = re.compile("(?P<hour>[0-9]{1,2})(?:[:：]|[时点])?(?P<rest>[0-9]{2}|半)?")
_AFTERNOON = re.compile("下午|晚")
_NOON = 12
_WEEKDAYS = re.compile("周(?P<days>[一二三四五](?:[、和及至—-]?周?[一二三四五]){0,4})")
_WEEK = "一二三四五"
# 年满 80 周岁, 职工生育保险满 12 个月, 距离不少于 200 米, 残疾等级为三级.
_AGE = re.compile(rf"(?P<of>年满|已满|未满|不满|满)\s?(?P<n>{NUMERAL})\s?周?岁")
_COUNTED = re.compile(
    rf"(?P<of>(?:(?![人者且并或的未，。；]){CHINESE}){{2,8}}?)"
    r"(?P<how>已?满|不少于|不小于|不低于|不超过|不大于)\s?"
    rf"(?P<n>{AMOUNT}|半)\s?个?(?P<unit>月|年|平方米|米|公里|人|名|万元|元)"
)
_LEVEL = re.compile(rf"(?P<of>{CHINESE}{{2}}等级)[为达到]{{0,2}}(?P<n>[一二三四五六七八九十]级)")
_FORMS = re.compile(r"[（(][^）)]*[）)]|[《》]|原件|复印件|扫描件|[各及和与]|\s")
_HANDED = re.compile(".*(?:收取|提交|提供|核对|核验|携带|[交带持])(?=.{2})|的$")
_LONGEST_NAME = 60
_MONTHS = 12


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
    for found in _ADDRESS.finditer(words) if _NUMBERED in words else ():
        yield f"{found['road']}{int(found['n'])}号", found[0], found.start()


def floors_in(words: str) -> Iterator[tuple[str, str, str, int]]:
    """Yield the floors in some words: of which house, how spelt, as written, and where."""
    for found in _FLOOR.finditer(words) if _STOREY.search(words) else ():
        yield found["of"], f"{number(found['n'])} 楼", found[0], found.start()


def hours_in(words: str) -> Iterator[tuple[str, str, int]]:
    """Yield the times of opening in some words: how they are spelt, as written, and where."""
    before = 0
    for found in _HOURS.finditer(words):
        late = bool(_AFTERNOON.search(words, before, found.start()))
        yield f"{_clock(found['from'], late)}-{_clock(found['to'], late)}", found[0], found.start()
        before = found.end()


def weekdays_in(words: str) -> Iterator[tuple[str, str, int]]:
    """Yield the days of the week in some words, Monday to Friday: spelt, as written, and where."""
    for found in _WEEKDAYS.finditer(words):
        days = [one for one in found["days"] if one in _WEEK]
        if re.search("[至—-]", found["days"]):
            days = list(_WEEK[_WEEK.index(days[0]) : _WEEK.index(days[-1]) + 1])
        for day in days:
            yield f"周{day}", found[0], found.start()


def fees_in(words: str) -> Iterator[str]:
    """Yield the amounts in some words, spelt one way."""
    for found in _YUAN.finditer(words):
        yield f"{amount(found['n'])} 元"


def phone(written: str) -> str:
    """Spell a telephone number one way."""
    return re.sub(r"[\s—–-]+", "-", unicodedata.normalize("NFKC", written).strip())


def conditions_in(words: str) -> Iterator[tuple[str, str, str, int]]:
    """Yield what conditions count: of what, how many, as written, and where."""
    for found in _AGE.finditer(words):
        under = found["of"] in {"未满", "不满"}
        value = f"{number(found['n'])} 周岁"
        yield "未满年龄" if under else "年龄", value, found[0], found.start()
    for found in _COUNTED.finditer(words):
        yield found["of"], _many(found["n"], found["unit"]), found[0], found.start()
    for found in _LEVEL.finditer(words):
        yield found["of"], found["n"], found[0], found.start()


def material(name: str) -> str:
    """Return the name of a material without what says its form, or who hands it in."""
    return _HANDED.sub("", _FORMS.sub("", name[:_LONGEST_NAME]))


def forms_in(name: str) -> Iterator[str]:
    """Yield the forms that some words ask a material in."""
    yield from (one for one in ("原件", "复印件") if one in name)


def _clock(written: str, late: bool) -> str:
    found = _CLOCK.fullmatch(unicodedata.normalize("NFKC", written).removesuffix("分"))
    hour, rest = (int(found["hour"]), found["rest"]) if found else (0, None)
    minute = "30" if rest == "半" else rest or "00"
    return f"{hour + _NOON if late and hour < _NOON else hour}:{minute}"


def _many(written: str, unit: str) -> str:
    """Spell what a condition counts; years are months there, which half ones are too."""
    if unit == "年":
        months = _MONTHS // 2 if written == "半" else number(written) * _MONTHS
        return f"{months} 个月"
    return f"{amount(written)} {'个月' if unit == '月' else unit}"
