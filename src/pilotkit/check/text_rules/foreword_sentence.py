"""PK505 foreword-sentence.

What
    zh: 前言写明起草依据和专利（照抄固定句），提出、归口、起草单位、起草人，首次发布或代替什么。
    en: 前言 has the sentences on drafting and patents, whose document it is, and what it replaces.
Why
    zh: 按GB/T 1.1—2020惯例：前言的这几句有固定的表述。
    en: GB/T 1.1—2020: these sentences have fixed wording.
Bad
    本文件按照GB/T 1.1—2020的要求编写。
Good
    本文件按照GB/T 1.1—2020《标准化工作导则 第1部分：标准化文件的结构和起草规则》的规定起草。
Mend
    zh: 照固定句补上或改回；pilot explain foreword-sentence 有原文。
    en: Add them, or put them back to their wording as given above.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

import re
from collections.abc import Collection, Iterator, Mapping

from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.check.wording import DRAFTED, PATENTS, is_outdated, squeezed
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.structure import Element

# What it must say, and the words that each is said with.
_SAID = {
    "提出": ("提出",),
    "归口": ("归口",),
    "起草单位": ("起草单位",),
    "主要起草人": ("起草人", "起草者"),
    "首次发布或代替的文件": ("首次发布", "首次制定", "代替", "历次"),
}
_DRAFTING = re.compile(r"本文件(?:按照|依据|根据).{0,60}(?:起草|编写|编制|制定)")


def check(own: OwnText) -> Iterator[Finding]:
    """Yield what a foreword lacks, and the fixed sentences that were changed."""
    foreword = own.chapter(Element.FOREWORD)
    if foreword:
        said = {block.line: squeezed(block.text) for block in foreword.blocks}
        yield from _changed(own, said)
        lacking = list(_lacking(said.values()))
        if lacking:
            yield own.says(
                foreword.line,
                Sentence(f"前言缺{'、'.join(lacking)}", f"前言 lacks {', '.join(lacking)}"),
            )


def _changed(own: OwnText, foreword: Mapping[int, str]) -> Iterator[Finding]:
    # A sentence may go on in the next line.
    whole = "".join(foreword.values())
    for line, said in foreword.items():
        for fixed, is_meant in ((DRAFTED, _is_drafting(said)), (PATENTS, _is_patents(said))):
            if is_meant and squeezed(fixed) not in whole:
                yield own.says(
                    line,
                    Sentence("前言的固定句被改动", "a fixed sentence of 前言 was changed"),
                    Sentence(f"应写“{fixed}”", f"write {fixed!r}"),
                )


def _lacking(said: Collection[str]) -> Iterator[str]:
    whole = "".join(said)
    is_drafted = squeezed(DRAFTED) in whole
    if not is_drafted and not any(_is_drafting(one) or is_outdated(one) for one in said):
        yield "起草依据"
    if not any(map(_is_patents, said)):
        yield "专利声明"
    yield from (what for what, words in _SAID.items() if not any(one in whole for one in words))


def _is_drafting(said: str) -> bool:
    return _DRAFTING.match(said) is not None and not is_outdated(said)


def _is_patents(said: str) -> bool:
    return "涉及专利" in said or "识别专利" in said


RULE = TextRule("PK505", "foreword-sentence", Severity.WARNING, check)
