"""PK502 missing-element.

What
    zh: 前言、范围、规范性引用文件、术语和定义、核心技术要素，一样不能缺。
    en: 前言, 范围, 规范性引用文件, 术语和定义 and the core elements are all there.
Why
    zh: 按GB/T 1.1—2020惯例：这些是必备要素，其余可选。
    en: GB/T 1.1—2020: these are required, the others are not.
Bad
    # 1 范围

    # 2 规范性引用文件

    # 3 职责
Good
    # 1 范围

    # 2 规范性引用文件

    # 3 术语和定义

    # 4 职责
Mend
    zh: 补上这一章；没有内容的，写固定句。
    en: Add it; where it has no content, it has its fixed sentence.
Waive
    zh: 草案尚未写完的，写明理由和到期日。
    en: For a draft still being written: with reason and expiry.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.structure import Element
from pilotkit.text.terms import terms_of

_OF_TERMS = "术语"
_REQUIRED = (
    Element.FOREWORD,
    Element.SCOPE,
    Element.REFERENCES,
    Element.TERMS,
    Element.CORE,
)


def check(own: OwnText) -> Iterator[Finding]:
    """Yield every required element that a text lacks; `chapter-title` tells of wrong titles."""
    there = {
        meant for one, meant in own.chapters_meant if one.number or one.element is not Element.CORE
    }
    # The core of a standard on terms is its entries (GB/T 20001.1).
    if own.standard.kind == _OF_TERMS and terms_of(own.standard.text):
        there.add(Element.CORE)
    for name in (one.value for one in _REQUIRED if one not in there):
        yield own.says_of_title(
            Sentence(f"缺必备要素“{name}”", f"the required element {name!r} is missing"),
        )


RULE = TextRule("PK502", "missing-element", Severity.WARNING, check)
