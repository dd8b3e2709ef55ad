"""PK501 element-order.

What
    zh: 各要素按GB/T 1.1的次序排：前言在范围之前，附录在核心技术要素之后。
    en: The elements stand in the order of GB/T 1.1.
Why
    zh: 按GB/T 1.1—2020惯例：要素的次序固定，读者按位置找内容。
    en: GB/T 1.1—2020: the order is fixed; readers look for things by their place.
Bad
    # 参考文献

    [1] 政务服务手册

    # 4 服务要求
Good
    # 4 服务要求

    应佩戴工牌。

    # 参考文献
Mend
    zh: 把这一章移到应在的位置，再重新编号。
    en: Move the chapter to its place, then number anew.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator
from itertools import pairwise

from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.structure import ORDER, Element, Section

_RANK = {element: at for at, element in enumerate(ORDER)}


def check(own: OwnText) -> Iterator[Finding]:
    """Yield every chapter that stands after one which has to follow it."""
    placed = [(one, element) for one, element in own.chapters_meant if _has_place(one)]
    for (previous, before), (section, element) in pairwise(placed):
        if _RANK[element] < _RANK[before]:
            here, there = _name(section), _name(previous)
            yield own.says(
                section.line,
                Sentence(f"“{here}”应在“{there}”之前", f"{here!r} belongs before {there!r}"),
            )


def _has_place(section: Section) -> bool:
    """Say whether its place is fixed: a heading without number may be the title itself."""
    return bool(section.number) or section.element is not Element.CORE


def _name(section: Section) -> str:
    return f"附录{section.number}" if section.element is Element.ANNEX else section.title


RULE = TextRule("PK501", "element-order", Severity.WARNING, check)
