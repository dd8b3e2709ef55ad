"""PK561 procedure-elements.

What
    zh: 办理规程写明职责、步骤及时限、监督检查、追溯或证实方法、记录，每个步骤写明由哪个岗位做。
    en: A 办理规程 has posts, steps with limits, checks, tracing, records; who does each step, too.
Why
    zh: GB/T 20001.6 的规程要素（按通行理解，以原文为准）；没有岗位的步骤无人负责，也无从检查。
    en: The elements of GB/T 20001.6, as commonly read; nobody answers for a step without a post.
Bad
    ## 5.2 审查

    应在 2 个工作日内核对材料。
Good
    ## 5.2 审查

    审查岗应在 2 个工作日内核对材料。
Mend
    zh: 补上缺的一章；步骤写成“谁，在多长时间内，做什么，留下什么记录”。
    en: Add what is missing; write a step as who does what within what time, and what it leaves.
Waive
    zh: 环节由上级文件统一规定的，写明依据。
    en: Where the steps are laid down from above: with the ground.
"""

from collections.abc import Iterator

from pilotkit.check.contents import elements_left_out
from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.model.diagnostic import Severity

_NAME = "procedure-elements"


def check(own: OwnText) -> Iterator[Finding]:
    """Yield every element that a procedure leaves out, and every step that nobody does."""
    yield from elements_left_out(own, _NAME)


RULE = TextRule("PK561", _NAME, Severity.WARNING, check)
