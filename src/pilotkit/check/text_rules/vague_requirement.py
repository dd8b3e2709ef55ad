"""PK546 vague-requirement.

What
    zh: 要求里不写“及时”“尽快”“适当”“必要时”“其他材料”一类没有判据的词。
    en: Requirements have no 及时, 尽快, 适当, 必要时, 其他材料: nobody can check them.
Why
    zh: C11-1“具有可操作性”；做到没有，各人各说。兜底的“其他材料”已要求清理。
    en: C11-1 asks that a requirement can be carried out; whether 及时 was kept nobody can say.
Bad
    窗口应及时通知申请人。
Good
    窗口应在 2 h 内通知申请人。
Mend
    zh: 按提示写明时限、周期、数值、情形或材料的名称。
    en: Write the limit, the cycle, the value, the case or the names, as the help says.
Waive
    zh: 引用法律法规原文的，加引号；其余不宜豁免。
    en: Put the words of a law in quotation marks; else better not.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.check.vague_words import SUSPECT, vague_in
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.structure import Element


def check(own: OwnText) -> Iterator[Finding]:
    """Yield every vague word in the core elements and annexes."""
    for section, line, words in own.provisions(SUSPECT):
        if section.element is not Element.SCOPE:
            for one in vague_in(words):
                yield own.says(
                    line,
                    Sentence(f"“{one.word}”没有判据", f"{one.word!r} has no criterion"),
                    one.instead,
                    one.at + 1,
                )


RULE = TextRule("PK546", "vague-requirement", Severity.WARNING, check)
