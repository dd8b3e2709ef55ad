"""Words that require something nobody can check, and what to write instead of each."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pilotkit.model.sentence import Sentence
from pilotkit.text.modal_verbs import first_requirement


class Vague(NamedTuple):
    """A vague word, its index in the words, and what to write instead."""

    word: str
    at: int
    instead: Sentence


_BY_WHEN = Sentence("写明时限，如“在 2 h 内”“当日”", "write by when: 在 2 h 内, 当日")
_HOW_OFTEN = Sentence("写明周期，如“每月 1 次”", "write how often: 每月 1 次")
_HOW_MUCH = Sentence("写明数值和单位，或列出做法", "write the value and its unit, or what to do")
_WHEN = Sentence("写明情形，如“遇……时”", "write in which case: 遇……时")
_WHICH = Sentence("逐项列出材料的名称", "list the materials by name")
_WHICH_CASES = Sentence("逐项列出条件，不写兜底条款", "list the conditions, without a catch-all")
# 及时率 is an indicator, 不及时 a failing that is counted.
_KINDS = (
    (
        re.compile(
            r"(?<!不)及时(?![率性度])|尽快|尽早|尽速|从速|迅速|适时(?!应)|第一时间"
            r"|(?:较短|合理)的?(?:时间|期限)内"
        ),
        _BY_WHEN,
    ),
    (re.compile(r"(?<!不)定期(?!存|限|间|票)|经常性?"), _HOW_OFTEN),
    (
        re.compile(r"(?<!不)适当(?!性)|适量|(?<!相)适宜的|酌情|尽量|尽可能|若干(?!意见|规定)"),
        _HOW_MUCH,
    ),
    (re.compile(r"必要时|必要的?情况下|视情(?:况|形)?|特殊情况下|原则上"), _WHEN),
    (
        re.compile(
            r"(?:其[他它](?:相关|有关|必要|需要)?的?|(?<!无)相关|有关|规定的其[他它]|必要的?)"
            r"(?:申请|证明|申报)?(?:材料|资料)(?!类)"
        ),
        _WHICH,
    ),
    (re.compile(r"(?:规定|要求|需要|认为)的?其[他它](?:条件|情形|要求)"), _WHICH_CASES),
)
# What each of them has, without what may not stand around it.
SUSPECT = re.compile(
    "及时|尽|适|第一时|从速|迅速|较短|合理|定期|经常|酌情|若干|必要|视情|特殊情|原则上|其他|其它|相关|有关"
)
_SENTENCE = re.compile("[^。；;]+")
# A note states; what it requires stands in it by mistake, and is required all the same.
_NOTE = re.compile(r"\s*注\s?[0-9]{0,2}[：:]")
# What says what the word means: a number with its unit, a time, a day, or the cases themselves.
_VALUE = (
    r"[0-9一二两三四五六七八九十]\s?(?:个|min|h(?![a-z])|s(?![a-z])|d(?![a-z])|天|日|小时|分钟|秒|周|月|年"
    r"|%|℃|[mc]?m(?![a-z])|次|人|倍|份|元)|[0-9][:：][0-9]{2}"
)
_DAY = "当[日天场周月]|次日|即时|立即|每[日天周月季年半次班]"
_AMOUNT = re.compile(f"{_VALUE}|{_DAY}")
# A sentence falls in parts with a verb each; 接到报修后 2 h 内 is a part that waits for the next.
_PARTED = re.compile(
    "，|：(?![0-9]{2})|(?<![合归兼])并(?!行(?!为|走)|列(?!出)|联(?!系)|入(?!库)|网|案|轨)"
)
_WAITING = re.compile(
    rf"(?:(?:{_VALUE})(?:工作日|自然日|小时|月)?\s?[以之]?[内前]"
    rf"|(?:{_DAY})(?:[^，：]{{0,8}}[前内午])?)\s*(?:[，：]|$)"
)
_CASES = re.compile("下列|以下|（|指")
_REFUSED = re.compile("不(?:应|得|再|必|可|要求|需|收)|无[需须]|免(?:予|于|交|收|提)")
_ALWAYS = (_WHICH, _WHICH_CASES)


def vague_in(words: str) -> Iterator[Vague]:
    """Yield the vague words of a line that require something and have no criterion beside them."""
    states = _NOTE.match(words) and not first_requirement(words)
    kinds = [one for one in _KINDS if one[1] in _ALWAYS] if states else _KINDS
    for sentence in _SENTENCE.finditer(words):
        for pattern, instead in kinds:
            found = pattern.search(sentence[0])
            if found and not _is_clear(sentence[0], found, instead):
                yield Vague(found[0], sentence.start() + found.start(), instead)


def _is_clear(sentence: str, found: re.Match[str], instead: Sentence) -> bool:
    """Say whether the sentence itself says what the word means, or refuses what it names."""
    if instead in _ALWAYS:
        return bool(_REFUSED.search(sentence[: found.start()]))
    if instead is _HOW_OFTEN and not first_requirement(sentence):
        return True
    if instead is _WHEN:
        return bool(_CASES.match(sentence, found.end()))
    return _has_amount(sentence, found)


def _has_amount(sentence: str, found: re.Match[str]) -> bool:
    """Say whether an amount answers for the word.

    It stands beside the word or behind it, for what is done by then is done before; a limit before
    it is that of another verb, but for one in a part without any.
    """
    begins = max((one.end() for one in _PARTED.finditer(sentence, 0, found.start())), default=0)
    return bool(_AMOUNT.search(sentence, begins) or _WAITING.search(sentence, 0, begins))
