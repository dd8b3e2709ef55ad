"""PK565 specification-elements.

What
    zh: 规范类标准既写要求，也写怎样证实做到了。
    en: A specification has requirements, and says how it is shown that they are met.
Why
    zh: GB/T 20001.5 的规范要素（按通行理解，以原文为准）：不能证实的要求等于没有要求。
    en: The elements of GB/T 20001.5, as commonly read: what cannot be shown is not required.
Bad
    # 5 服务要求

    照度不应低于 300 lx。
Good
    # 6 证实方法

    照度用照度计在距地面 0.8 m 处测量，每季度 1 次。
Mend
    zh: 补一章“证实方法”，写明查什么、怎么查、多久查一次。
    en: Add a chapter 证实方法: what is looked at, how and how often.
Waive
    zh: 证实方法在另一份标准里的，写明是哪一份。
    en: Where another standard says how: name it.
"""

from collections.abc import Iterator

from pilotkit.check.contents import elements_left_out
from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.model.diagnostic import Severity

_NAME = "specification-elements"


def check(own: OwnText) -> Iterator[Finding]:
    """Yield the requirements or the way to show them, where a specification leaves them out."""
    yield from elements_left_out(own, _NAME)


RULE = TextRule("PK565", _NAME, Severity.WARNING, check)
