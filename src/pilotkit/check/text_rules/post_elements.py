"""PK564 post-elements.

What
    zh: 岗位工作标准写清五句话：做什么、怎么做、做到什么程度、由谁来考核监督、与相邻岗位有什么关系。
    en: The standard of a post says what, how, how well, assessed by whom, and its neighbours.
Why
    zh: 灞政办发〔2021〕48号 三、建设内容：岗位工作标准要写明这五项。
    en: The plan, 三, names the five for every standard of a post.
Bad
    # 7 考核与监督

    由大厅管理科每月考核 1 次。

    # 8 记录
Good
    # 7 考核与监督

    由大厅管理科每月考核 1 次。

    # 8 与相邻岗位的关系
Mend
    zh: 补上缺的一章，内容与岗位文件的 does、how、degree、assessed_by、adjacent 一致。
    en: Add the chapter; it says what the record of the post says.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator

from pilotkit.check.contents import elements_left_out
from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.model.diagnostic import Severity

_NAME = "post-elements"


def check(own: OwnText) -> Iterator[Finding]:
    """Yield every one of the five statements that the standard of a post leaves out."""
    yield from elements_left_out(own, _NAME)


RULE = TextRule("PK564", _NAME, Severity.WARNING, check)
