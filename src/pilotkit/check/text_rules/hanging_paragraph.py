"""PK519 hanging-paragraph.

What
    zh: 章标题或条标题与下面第一条之间不写段（悬置段）。
    en: No paragraph stands between a heading and its first clause (悬置段).
Why
    zh: 按GB/T 1.1—2020惯例：悬置段没有编号，引用这一章时分不清是否含它。
    en: GB/T 1.1—2020: it has no number, and nobody knows whether a citation means it.
Bad
    # 4 要求

    窗口应做到：

    ## 4.1
Good
    # 4 要求

    ## 4.1 总则
Mend
    zh: 给这一段加一条编号（如“4.1 总则”），后面的顺延。
    en: Make it a clause of its own (4.1 总则), and number on.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

import re
from collections.abc import Iterator

from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.blocks import Kind
from pilotkit.text.structure import Element

# The sentence that leads to the entries of terms and symbols is fixed, and no 悬置段, even where
# the chapter bears another title.
_LEADS = re.compile("下列(?:术语|符号|缩略语)[^。]{0,8}适用于本文件。")
_DIVIDED = frozenset({Element.SCOPE, Element.CORE, Element.ANNEX})
_SAID = frozenset({Kind.PARAGRAPH, Kind.ITEM})


def check(own: OwnText) -> Iterator[Finding]:
    """Yield the first paragraph above the clauses of a chapter or clause."""
    for section in own.text.divided():
        said = [
            one for one in section.blocks if one.kind in _SAID and not _LEADS.fullmatch(one.text)
        ]
        if said and section.element in _DIVIDED:
            first = own.text.clauses_below(section)[0]
            here, below = section.number or section.title, first.number or first.title
            yield own.says(
                said[0].line,
                Sentence(
                    f"{here}与{below}之间的段是悬置段",
                    f"a paragraph hangs between {here} and {below}",
                ),
            )


RULE = TextRule("PK519", "hanging-paragraph", Severity.WARNING, check)
