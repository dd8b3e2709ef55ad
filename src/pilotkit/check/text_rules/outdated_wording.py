"""PK506 outdated-wording.

What
    zh: 前言、引导语不能还是2009年版的写法。
    en: 前言 and the lead-in of the references are not in the words of 2009.
Why
    zh: GB/T 1.1—2020自2020年10月1日起代替2009年版，固定句随之改了（按GB/T 1.1—2020惯例）。
    en: GB/T 1.1—2020 replaced that edition on 2020-10-01, and its fixed sentences with it.
Bad
    本文件按照GB/T 1.1—2009给出的规则起草。
Good
    本文件按照GB/T 1.1—2020《标准化工作导则 第1部分：标准化文件的结构和起草规则》的规定起草。
Mend
    zh: 换成2020年版的固定句。
    en: Put the sentence of 2020.
Waive
    zh: 2020年10月以前发布、尚未复审的，写明理由和到期日。
    en: For what was issued before October 2020 and awaits review: with an expiry.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.check.wording import is_outdated, squeezed
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.structure import Element

_ELEMENTS = (Element.FOREWORD, Element.REFERENCES)


def check(own: OwnText) -> Iterator[Finding]:
    """Yield every paragraph of the two elements that has a sentence of 2009."""
    sections = (section for element in _ELEMENTS for section in own.text.of(element))
    for block in (block for section in sections for block in section.blocks):
        if is_outdated(squeezed(block.text)):
            yield own.says(
                block.line,
                Sentence(
                    "这是GB/T 1.1—2009的写法，已被2020年版代替",
                    "this is the wording of GB/T 1.1—2009, which that of 2020 replaced",
                ),
            )


RULE = TextRule("PK506", "outdated-wording", Severity.WARNING, check)
