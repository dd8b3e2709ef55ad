"""PK560 guide-elements.

What
    zh: 服务指南写全申请人要知道的事，从事项名称到办公地址和时间。
    en: A 服务指南 says all that an applicant must know, from the name of the item to the hours.
Why
    zh: GB/T 36114《政务服务中心进驻事项服务指南编制规范》的要素（按通行理解，以原文为准）。
    en: The elements of GB/T 36114, as commonly read.
Bad
    ## 4.4 受理机构

    霁川区民政局。

    # 5 办理条件
Good
    ## 4.4 受理机构和决定机构

    霁川区民政局。

    # 5 办理条件
Mend
    zh: 补一条，标题用要素的名称；没有的写明没有，如“不收费”。
    en: Add a clause that bears its name; say so where there is none, such as 不收费.
Waive
    zh: 依规定不公开的要素，写明依据。
    en: Where an element is not public: with the ground.
"""

from collections.abc import Iterator

from pilotkit.check.contents import elements_left_out
from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.model.diagnostic import Severity

_NAME = "guide-elements"


def check(own: OwnText) -> Iterator[Finding]:
    """Yield every element that a guide leaves out."""
    yield from elements_left_out(own, _NAME)


RULE = TextRule("PK560", _NAME, Severity.WARNING, check)
