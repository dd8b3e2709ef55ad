"""PK503 chapter-title.

What
    zh: 第1、2、3章的标题只能是“范围”“规范性引用文件”“术语和定义”。
    en: Chapters 1, 2 and 3 are called 范围, 规范性引用文件 and 术语和定义.
Why
    zh: 按GB/T 1.1—2020惯例：这三章的标题和编号固定。
    en: GB/T 1.1—2020: their titles and numbers are fixed.
Bad
    # 1 适用范围
Good
    # 1 范围
Mend
    zh: 改成固定的标题。
    en: Give it its fixed title.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence


def check(own: OwnText) -> Iterator[Finding]:
    """Yield the first three chapters that have another title."""
    for section, element in own.chapters_meant:
        if element is not section.element and not own.chapter(element):
            number, fixed = section.number, element.value
            yield own.says(
                section.line,
                Sentence(
                    f"第{number}章的标题应为“{fixed}”，不是“{section.title}”",
                    f"chapter {number} is called {fixed!r}, not {section.title!r}",
                ),
            )


RULE = TextRule("PK503", "chapter-title", Severity.WARNING, check)
