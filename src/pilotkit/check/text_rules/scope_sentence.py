"""PK543 scope-sentence.

What
    zh: “范围”先写“本文件规定（确立、描述、提供、给出、界定）了……”，再写“本文件适用于……”。
    en: 范围 first says 本文件规定了… (确立, 描述, 提供, 给出, 界定), then 本文件适用于….
Why
    zh: 按GB/T 1.1—2020惯例（8.5）：范围的两句话有固定的起首，读的人据此决定用不用这份文件。
    en: GB/T 1.1—2020, 8.5: both sentences begin like that, and show at once what a text is for.
Bad
    本文件是综合窗口的服务要求。
Good
    本文件规定了综合窗口的服务要求。

    本文件适用于综合窗口。
Mend
    zh: 改用固定的起首，补上缺的一句。
    en: Begin like that, and add the sentence that is missing.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

import re
from collections.abc import Iterator

from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.check.wording import squeezed
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.structure import Element, Section

# 本标准 is what `self-reference` speaks of; 以问答形式, 按事项: how it says it may stand before.
_OPENING = re.compile(
    "本(?:文件|标准|规范|规程|导则|指南|部分)(?:[以用按分从][^，。；了]{1,16})?"
    "(?:规定|确立|描述|提供|给出|界定)了"
)
_APPLIES = "适用于"
_NOT = "不适用于"


def check(own: OwnText) -> Iterator[Finding]:
    """Yield the 范围 that begin otherwise, or do not say what they apply to."""
    scope = own.chapter(Element.SCOPE)
    if scope:
        yield from _lacks(own, scope)


def _lacks(own: OwnText, scope: Section) -> Iterator[Finding]:
    said = [squeezed(block.text) for block in scope.blocks]
    line = scope.blocks[0].line if scope.blocks else scope.line
    if not said or not _OPENING.match(said[0]):
        yield own.says(
            line,
            Sentence(
                "“范围”没有以“本文件规定了……”一类的句式起首",
                "范围 does not begin with 本文件规定了… or the like",
            ),
        )
    if not any(_APPLIES in one.replace(_NOT, "") for one in said):
        yield own.says(
            line,
            Sentence("“范围”没有写“本文件适用于……”", "范围 does not say 本文件适用于…"),
        )


RULE = TextRule("PK543", "scope-sentence", Severity.WARNING, check)
