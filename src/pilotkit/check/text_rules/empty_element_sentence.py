"""PK504 empty-element-sentence.

What
    zh: 没有引用文件、没有术语时，第2、3章写固定句。
    en: Chapters 2 and 3 without content have their fixed sentence.
Why
    zh: 按GB/T 1.1—2020惯例：必备要素没有内容时，用固定的表述说明。
    en: GB/T 1.1—2020: a required element without content says so in fixed words.
Bad
    # 2 规范性引用文件

    无。
Good
    # 2 规范性引用文件

    本文件没有规范性引用文件。
Mend
    zh: 换成固定句：本文件没有规范性引用文件。本文件没有需要界定的术语和定义。
    en: Put the fixed sentence: 本文件没有规范性引用文件。 or 本文件没有需要界定的术语和定义。
Waive
    zh: 不宜豁免。
    en: Better not.
"""

import re
from collections.abc import Iterator

from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.check.wording import NOTHING, squeezed
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.citations import cited_in
from pilotkit.text.structure import Section

# Words that begin or name content, in a paragraph that stands alone: a document, a list, a term.
_CONTENT = re.compile(r"《|下列|以下|界定|确立|是指|：")


def check(own: OwnText) -> Iterator[Finding]:
    """Yield the chapters 2 and 3 that are empty and do not say so as they should."""
    for element, fixed in NOTHING.items():
        chapter = own.chapter(element)
        if chapter and not own.text.clauses_below(chapter):
            line = _unsaid(chapter, fixed)
            if line:
                yield own.says(
                    line,
                    Sentence(
                        f"“{element.value}”没有内容，应写“{fixed}”",
                        f"{element.value!r} has no content and has to say {fixed!r}",
                    ),
                    Sentence("换成这句固定句；有内容的补上", "put that sentence, or the content"),
                )


def _unsaid(chapter: Section, fixed: str) -> int | None:
    """Return the line to speak of; None where it has content or the fixed sentence."""
    if not chapter.blocks:
        return chapter.line
    first, *others = chapter.blocks
    said = squeezed(first.text)
    is_nothing = not others and not any(cited_in(first.text)) and not _CONTENT.search(said)
    return first.line if is_nothing and said != fixed else None


RULE = TextRule("PK504", "empty-element-sentence", Severity.WARNING, check)
