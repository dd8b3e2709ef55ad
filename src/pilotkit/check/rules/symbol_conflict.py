"""PK552 symbol-conflict.

What
    zh: 一个符号、缩略语在全体系只有一个含义；别处按通行含义用的，不另作他解。
    en: A symbol or an abbreviation has one meaning in the whole system, that of common use too.
Why
    zh: C10-1“术语、符号统一”。
    en: C10-1: terms and symbols are the same everywhere.
Bad
    EMS：邮政特快专递
Good
    EMS：证照管理系统
Mend
    zh: 其中一处换一个符号；含义相同的，改成同样的写法。
    en: Take another symbol in one place; where one thing is meant, write it alike.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from pilotkit.check.conflicts import compared
from pilotkit.check.decided import Decided
from pilotkit.check.rule import Finding, Rule
from pilotkit.check.texts import OwnText, own_texts
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.text.likeness import normal, shingles
from pilotkit.text.symbols import Symbol, symbols_of, uses_of

_NAME = "symbol-conflict"
# What a text means that does not explain them.
_COMMON = {
    "AED": "自动体外除颤器",
    "AI": "人工智能",
    "API": "应用程序接口",
    "CA": "电子认证",
    "EMS": "邮政特快专递",
    "ETC": "电子不停车收费",
    "GPS": "全球定位系统",
    "KPI": "关键绩效指标",
    "OCR": "光学字符识别",
    "POS": "销售终端",
    "UPS": "不间断电源",
    "VPN": "虚拟专用网络",
}


class _Explained(NamedTuple):
    own: OwnText
    symbol: Symbol


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every place of a symbol that means something else in another."""
    decided = Decided(repository, frozenset({"矛盾"}), _NAME)
    by_sign: defaultdict[str, list[_Explained]] = defaultdict(list)
    texts = list(own_texts(repository))
    for own in texts:
        for symbol in symbols_of(own.standard.text):
            by_sign[symbol.sign].append(_Explained(own, symbol))
    for sign, explained in by_sign.items():
        meanings = _meanings(explained)
        if len(meanings) > 1:
            yield from _between(sign, meanings, decided)
        else:
            yield from _against_common(sign, explained, texts)


def _between(sign: str, meanings: list[list[_Explained]], decided: Decided) -> Iterator[Finding]:
    """Hold every meaning to the first one that differs, unless that is decided."""
    first, second = meanings[0][0], meanings[1][0]
    for held in meanings:
        other = second if held[0] is first else first
        place = str(other.own.standard.at_line(other.symbol.line))
        for one in held:
            ids = (one.own.standard.id, other.own.standard.id)
            if not decided.on(*ids):
                found = _finding(sign, one, other.symbol.meaning, place)
                yield replace(found, subjects=tuple(dict.fromkeys(ids)))


def _against_common(
    sign: str, explained: list[_Explained], texts: list[OwnText]
) -> Iterator[Finding]:
    """Hold one meaning to the common one, where another text uses the sign and explains nothing."""
    common = _COMMON.get(sign)
    if common is None or _like(normal(explained[0].symbol.meaning), {common: []}) == common:
        return
    explaining = {one.own.standard.id for one in explained}
    for own in texts:
        if own.standard.id not in explaining and sign in own.standard.text:
            use = next((one for one in uses_of(own.standard.text) if one.sign == sign), None)
            if use:
                place = str(own.standard.at_line(use.line))
                yield from (_finding(sign, one, common, place) for one in explained)
                return


def _meanings(explained: list[_Explained]) -> list[list[_Explained]]:
    """Group by meaning; entries say it exactly, sentences have words around it."""
    exact: dict[str, list[_Explained]] = {}
    for one in sorted(explained, key=lambda one: not one.symbol.is_entry):
        meaning = normal(one.symbol.meaning)
        key = meaning if one.symbol.is_entry else _like(meaning, exact)
        exact.setdefault(key, []).append(one)
    return list(exact.values())


def _like(meaning: str, known: dict[str, list[_Explained]]) -> str:
    """Return the known meaning that shares three signs with some words, else the words."""
    own = shingles(meaning)
    return next((one for one in known if own & shingles(one)), meaning)


def _finding(sign: str, one: _Explained, there: str, place: str) -> Finding:
    here = one.symbol.meaning
    return one.own.says(
        one.symbol.line,
        Sentence(
            f"“{sign}”这里是“{here}”，另一处是“{there}”",
            f"{sign} is {here!r} here, {there!r} elsewhere",
        ),
        Sentence(f"另一处写在 {place}", f"the other is at {place}"),
        one.symbol.column,
    )


RULE = Rule("PK552", _NAME, Severity.WARNING, check, rests_on=compared)
