"""PK562 management-elements.

What
    zh: 管理标准写明职责、管理要求、检查与改进、记录。
    en: A 管理标准 has duties, requirements, checks with improvement, and records.
Why
    zh: 没有检查与改进的管理要求无人过问；PDCA 缺一环。
    en: What nobody checks is not managed: a piece of plan, do, check, act is missing.
Bad
    # 5 记录

    ## 5.1

    巡检簿每台一册。
Good
    # 5 检查与改进

    ## 5.1

    设备科每月抽查 2 台，发现的问题在 3 个工作日内纠正。
Mend
    zh: 补上缺的一章，写明谁、隔多久、查什么、查出来怎么办。
    en: Add the chapter: who checks what, how often, and what follows.
Waive
    zh: 由另一份标准统一规定的，写明是哪一份。
    en: Where another standard says it for all: name it.
"""

from collections.abc import Iterator

from pilotkit.check.contents import elements_left_out
from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.model.diagnostic import Severity

_NAME = "management-elements"


def check(own: OwnText) -> Iterator[Finding]:
    """Yield every element that a management standard leaves out."""
    yield from elements_left_out(own, _NAME)


RULE = TextRule("PK562", _NAME, Severity.WARNING, check)
