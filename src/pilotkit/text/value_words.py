"""What the words of a sentence, or of a cell beside its label, state: one reader a kind.

A limit counts only where the words say which limit it is (法定, 承诺, 办结), a telephone where they
say what it is for. The piece of the sentence decides, then the title of the clause or the label.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from pilotkit.text.letters import CHINESE
from pilotkit.text.numerals import AMOUNT, NUMERAL, amount, number
from pilotkit.text.value import (
    FREE,
    About,
    Value,
    addresses_in,
    conditions_in,
    fees_in,
    floors_in,
    forms_in,
    hours_in,
    limits_in,
    material,
    phone,
    weekdays_in,
)


class Fragment(NamedTuple):
    """A piece of a sentence, the title above it, the sentence and its place.

    `lists` says that what stands here lists materials.
    """

    words: str
    title: str
    said: str
    line: int
    column: int
    lists: bool = False


class Stated(NamedTuple):
    """A value of some words, as `Value` has it, and the offset at which it stands."""

    about: About
    value: str
    written: str
    at: int
    of: str = ""


# What every value but a post has: digits with their unit, so many digits, or that there is no fee.
COUNTED = re.compile(
    r"[0-9０-９不免一二两三四五六七八九十半](?:\s?个?(?:工作日|自然日|日历日|[日天月元号楼层份张套岁级])"
    r"|\s?周岁|[:：时点][0-9至到]|[-—0-9][0-9]{5}|[收费])"
    r"|(?:满|不[少小低大]于|不超过)\s?[0-9一半]|[场时即]即?[办来][结理即]"
)
DONE_BY_POST = re.compile("岗(?:应|负责|承担|完成|办理|实施|进行)")
_SENTENCE = re.compile(r"[^。；;]+")
_FRAGMENT = re.compile(r"[^，,。；;]+")
# Limits of something else: a longer one by way of exception, one step, what is told or handed in,
# what comes after the end.
_OTHER_LIMIT = re.compile(
    r"延长|延期|延续|补正|告知|公示|送达|审查|核查|勘验|申报|反馈|答复|提前|办结(?:后|之日)|归档"
)
# What an office decides within so many days of taking an application is a limit of the whole.
_DECIDED = re.compile(
    "(?:受理|收到申请|登记)之日起.{0,60}(?:作出|出具|答复|办结|办理完毕|核准|认定)"
)
# A limit of the whole is one of 办结 too.
_DONE = re.compile("办结|全程(?![网代帮电办])|总时限")
_DONE_TITLE = re.compile("办结时限|承诺时限|总时限")
# Beside a statutory limit, what is handed over by then is the whole.
_GIVEN = re.compile(
    "[0-9 ]+个?(?:工作日|自然日|日|天)内?(?:出证|发证|发放|领证|取证|拿证|[办发]好|办完)"
)
_COUNTED_IN = re.compile("(?:以|为|按|指)(?P<unit>工作日|自然日)")
_FREE = re.compile(r"不收(?:取)?(?:任何)?(?:费用?|钱)|免费|免收")
_FEE = re.compile(rf"(?:收费|收取|费用|缴纳|交纳)[^0-9，。；]{{0,12}}?(?P<n>{AMOUNT})\s?元")
# 住宅登记费每件 80 元; 工本费，每卡 20 元; 补领每证十元.
_NAMED_FEE = re.compile(
    rf"(?P<of>(?:{CHINESE}|、){{2,24}}?费(?<!收费))(?:标准)?[为是：:按]?\s?(?P<n>{AMOUNT})\s?元"
    rf"|(?P<each>(?:{CHINESE}|、){{2,24}}?)[，,]?每(?:证|卡|件|本|人|次|份|张)\s?(?P<m>{AMOUNT})\s?元"
)
_MONEY = re.compile("元|不收|免")
_EACH = re.compile(r"\s*每")
_BY_PIECE = re.compile("按[件证卡次本]|收取|标准")
_OTHER_FEE = re.compile(r"工本费|复印|邮寄|补办|快递|罚|保证金")
_ANY_PHONE = re.compile("(?:联系|服务|窗口|办公)?电话")
_PHONE = re.compile(r"(?<![0-9-])(?:[0-9]{3,4}[-—][0-9]{7,8}|1[0-9]{10})(?![0-9])")
_COUNTING = re.compile("满|不少于|不小于|不低于|不超过|不大于|等级")
_WHOSE = re.compile("条件|对象|申请|申领|申报|当事人|受理|享受")
_OPEN = re.compile("时间|工作日|[上下]午|周[一二三四五六日天]|每[天日]")
_OF_STREET = re.compile(rf"(?:(?![在到于为由是至本各所的]){CHINESE}){{2,4}}(?:街道|社区|[镇乡])")
_HANDED_IN = re.compile("收取|提交|提供|核对|交(?:复印件|验)")
_LISTED, _PIECES = re.compile("[、和及]"), re.compile("[份张套]")
_COPIES = re.compile(
    rf"(?P<of>[^，,。；;、：:0-9\s]{{2,30}}?)[，,]?\s?(?P<each>一式|各)?(?P<n>{NUMERAL})\s?(?P<unit>[份张套])"
)
_POST = rf"(?P<post>{CHINESE}{{1,20}}岗)"
_BY = re.compile(rf"(?P<of>{CHINESE}{{2,8}})由{_POST}(?:负责|完成|承担|办理|实施|进行)")
_DOES = re.compile(rf"^{_POST}(?P<verb>负责|承担|应)(?P<does>.+)$", re.DOTALL)
# When something is done says nothing of what is done.
_WHEN = re.compile(
    r"^(?:(?:在|自|于|收到|接到)[^，、]{1,24}?(?:内|前|后|时|起|当日|当天|当场)"
    rf"|\s?[0-9][^，、]{{0,10}}?(?:内|前|后)){{1,2}}(?={CHINESE}{{2}})"
)
_AND = re.compile(rf"[，,、]|并(?={CHINESE}{{2}})|和(?={CHINESE}{{3}})")
_SHORTEST_DEED, _LONGEST_DEED = 4, 14


def values_in(one: Fragment) -> Iterator[Value]:
    """Yield what some words state: what belongs to a whole sentence first, then piece by piece."""
    for sentence in _SENTENCE.finditer(one.words):
        whole = one._replace(
            words=sentence[0], said=one.said or sentence[0], column=one.column + sentence.start()
        )
        if "岗" in sentence[0]:
            yield from _read(whole, (_posts,))
        if COUNTED.search(sentence[0]):
            yield from _read(whole, _OF_SENTENCES)
            for piece in _FRAGMENT.finditer(sentence[0]):
                column = whole.column + piece.start()
                yield from _read(whole._replace(words=piece[0], column=column), _OF_PIECES)


def _read(one: Fragment, readers: "Iterable[_Reader]") -> Iterator[Value]:
    for reader in readers:
        for about, value, written, at, of in reader(one):
            place = one.line, one.column + at
            yield Value(about, value, written, *place, one.said, one.words, of)


def _limits(one: Fragment) -> Iterator[Stated]:
    about = _limit_meant(one)
    if about:
        counted = _COUNTED_IN.search(one.said)
        for value, written, at in limits_in(one.words, counted["unit"] if counted else "日"):
            yield Stated(about, value, written, at)


def _limit_meant(one: Fragment) -> About | None:
    if "法定" in one.words:
        return About.LEGAL
    if "承诺" in one.words:
        return About.PROMISED
    if _DECIDED.search(one.words):
        return About.PROMISED
    if _OTHER_LIMIT.search(one.words):
        return None
    if "法定" in one.title:
        return About.LEGAL if "承诺" not in one.title else None
    given = "法定" in one.said and _GIVEN.search(one.words)
    return About.PROMISED if given or _is_whole(one) else None


def _is_whole(one: Fragment) -> bool:
    return bool(_DONE.search(one.words) or _DONE_TITLE.search(one.title))


def _named_fees(one: Fragment) -> Iterator[Stated]:
    for found in _NAMED_FEE.finditer(one.words) if "元" in one.words else ():
        of = _BY_PIECE.sub("", found["of"] or found["each"])
        fee = f"{amount(found['n'] or found['m'])} 元"
        yield Stated(About.FEE, fee, found[0], found.start(), of)


def _fees(one: Fragment) -> Iterator[Stated]:
    if not _MONEY.search(one.words):
        return
    if _OTHER_FEE.search(one.words) or _NAMED_FEE.search(one.words):
        return
    if free := _FREE.search(one.words):
        yield Stated(About.FEE, FREE, free[0], free.start())
    elif fee := _FEE.search(one.words):
        yield Stated(About.FEE, f"{amount(fee['n'])} 元", fee[0], fee.start())
    elif "费" in one.title and not _EACH.match(one.words):
        yield from (Stated(About.FEE, found, one.words, 0) for found in fees_in(one.words))


def _phones(one: Fragment) -> Iterator[Stated]:
    for words in (one.words, one.title):
        about = _phone_meant(words)
        if about:
            numbers = list(_PHONE.finditer(one.words))
            window = _window(one) if numbers else ""
            for found in numbers:
                yield Stated(about, phone(found[0]), found[0], found.start(), window)
            return


def _phone_meant(words: str) -> About | None:
    complains = "投诉" in words or "监督" in words
    asks = "咨询" in words or _ANY_PHONE.fullmatch(words) is not None
    if complains == asks:
        return None
    return About.COMPLAINTS if complains else About.PHONE


def _addresses(one: Fragment) -> Iterator[Stated]:
    addresses = list(addresses_in(one.words))
    window = _window(one) if addresses else ""
    for value, written, at in addresses:
        yield Stated(About.ADDRESS, value, written, at, window)
    for of, value, written, at in floors_in(one.words):
        yield Stated(About.FLOOR, value, written, at, of)


def _hours(one: Fragment) -> Iterator[Stated]:
    hours = list(hours_in(one.words)) if _OPEN.search(f"{one.title}\n{one.said}") else []
    if hours:
        window = _window(one)
        for value, written, at in hours:
            yield Stated(About.HOURS, value, written, at, window)
        for value, written, at in weekdays_in(one.words):
            yield Stated(About.DAYS, value, written, at, window)


def _window(one: Fragment) -> str:
    """Return the street or community whose window is spoken of: each may have its own."""
    found = _OF_STREET.search(one.said)
    return found[0] if found else ""


def _conditions(one: Fragment) -> Iterator[Stated]:
    if _COUNTING.search(one.words) and (_WHOSE.search(one.title) or _WHOSE.search(one.said)):
        for of, value, written, at in conditions_in(one.words):
            yield Stated(About.CONDITION, value, written, at, of)


def _copies(one: Fragment) -> Iterator[Stated]:
    if not _PIECES.search(one.words) or not (one.lists or _HANDED_IN.search(one.words)):
        return
    for found in _COPIES.finditer(one.words):
        copies = f"{number(found['n'])} {found['unit']}"
        names = _LISTED.split(one.words[: found.end("of")]) if found["each"] == "各" else ()
        for name in (*names[:-1], found["of"]):
            if of := material(name):
                yield Stated(About.COPIES, copies, found[0], found.start(), of)
                for form in forms_in(name):
                    yield Stated(About.FORM, form, found[0], found.start(), of)


def _posts(one: Fragment) -> Iterator[Stated]:
    if not DONE_BY_POST.search(one.words):
        return
    for found in _BY.finditer(one.words):
        yield Stated(About.POST, found["post"], found[0], found.start(), found["of"])
    if does := _DOES.match(one.words):
        # 应核对材料 is of many posts, 负责现场核查 of one.
        shortest = _SHORTEST_DEED + (does["verb"] == "应")
        for part in map(str.strip, _AND.split(does["does"])):
            when = _WHEN.match(part)
            deed = part[when.end() :] if when else part
            if shortest <= len(deed) <= _LONGEST_DEED:
                yield Stated(About.POST, does["post"], does["post"], 0, deed)
            if when and _SHORTEST_DEED <= len(deed) <= _LONGEST_DEED:
                for value, written, _ in limits_in(when[0]):
                    yield Stated(About.STEP, value, written, one.words.find(written), deed)


_Reader = Callable[[Fragment], Iterator[Stated]]
_OF_SENTENCES: tuple[_Reader, ...] = (_hours, _addresses, _copies, _named_fees)
_OF_PIECES: tuple[_Reader, ...] = (_limits, _fees, _phones, _conditions)
