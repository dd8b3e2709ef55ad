"""PK516 title-elements.

What
    zh: 标准名称由一至三个要素组成，不自称“标准”。
    en: A title has one to three elements, and does not call itself a standard.
Why
    zh: 按GB/T 1.1—2020惯例：引导要素、主体要素、补充要素，至多三段；不用“标准”“国家标准”等字样。
    en: GB/T 1.1—2020: at most three elements; 标准, 国家标准 and the like do not stand in a title.
Bad
    title: 综合窗口服务标准
Good
    title: 综合窗口服务规范
Mend
    zh: 合并要素；“标准”改为规范、规程、指南等。
    en: Join elements; call it 规范, 规程 or 指南.
Waive
    zh: 沿用上级既定名称的，写明理由。
    en: Where the name is laid down from above: with the reason.
"""

import re
from collections.abc import Iterator

from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence

_MOST = 3
# 第2部分：要素要求 is one element with what follows it; 标准 alone may be the subject of a text.
_PART = re.compile(r"(?<=：)\s+|(?<=部分)\s+")
_CALLED = re.compile(r"(?:国家|行业|地方|团体|企业|内部)标准(?!化|体系)|(?<=.)标准$")


def check(own: OwnText) -> Iterator[Finding]:
    """Yield every title of more than three elements, or with 标准 as what it calls itself."""
    title = own.standard.title
    elements = _PART.sub("", title).split()
    if len(elements) > _MOST:
        count = len(elements)
        yield own.says_of_title(
            Sentence(
                f"名称有 {count} 个要素，至多 3 个",
                f"the title has {count} elements; 3 are the most",
            ),
        )
    if called := _CALLED.search(title):
        yield own.says_of_title(
            Sentence(f"名称里不应有“{called[0]}”", f"a title does not call itself {called[0]!r}"),
        )


RULE = TextRule("PK516", "title-elements", Severity.WARNING, check)
