"""PK563 workflow-elements.

What
    zh: 工作流程标准写明岗位和职责、工作步骤及时限、记录，每个步骤写明由哪个岗位做。
    en: A 工作流程标准 has posts, steps with limits and records; each step says who does it.
Why
    zh: GB/T 20001.6 的规程要素（按通行理解，以原文为准）；没有岗位的步骤无人负责，也无从检查。
    en: The elements of GB/T 20001.6, as commonly read; nobody answers for a step without a post.
Bad
    ## 5.2 审核

    应在 30 min 内核对文件与用印单。
Good
    ## 5.2 审核

    审核人应在 30 min 内核对文件与用印单。
Mend
    zh: 补上缺的一章；步骤写成“谁，在多长时间内，做什么，留下什么记录”。
    en: Add what is missing; write a step as who does what within what time, and what it leaves.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator

from pilotkit.check.contents import elements_left_out
from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.model.diagnostic import Severity

_NAME = "workflow-elements"


def check(own: OwnText) -> Iterator[Finding]:
    """Yield every element that a workflow leaves out, and every step that nobody does."""
    yield from elements_left_out(own, _NAME)


RULE = TextRule("PK563", _NAME, Severity.WARNING, check)
