"""PK542 requirement-in-guideline.

What
    zh: 提供指导、建议的指南和导则，用“宜”和陈述，不用“应”。服务指南、办事指南不在此列。
    en: A guideline that advises says 宜 or states; it has no 应. Guides of items are no guidelines.
Why
    zh: GB/T 20001.7：指南标准只提供指导、建议或信息，不提要求（按惯例）。
    en: GB/T 20001.7: a guideline gives guidance, advice or information, and requires nothing.
Bad
    每场授课应不少于 45 min。
Good
    每场授课宜不少于 45 min。
Mend
    zh: 改为“宜”“不宜”；确为要求的，移到规范或规程里。
    en: Write 宜; what is a requirement belongs into a 规范 or 规程.
Waive
    zh: 不宜豁免：文件类型定错的，改名称。
    en: Better not: give it another title if it is no guideline.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.modal_verbs import REQUIRED, first_requirement
from pilotkit.text.structure import Element

_OF_ITEMS = "服务指南"
_GUIDANCE, _RULES = "指南", "导则"
# What a document says of itself where it advises: 提供了……建议, 给出了……指导.
_ADVISES = ("本文件提供了", "本文件给出了")


def check(own: OwnText) -> Iterator[Finding]:
    """Yield every line of a guideline that requires something."""
    if _is_guideline(own):
        for section, line, words in own.provisions(REQUIRED):
            found = None if section.element is Element.SCOPE else first_requirement(words)
            if found:
                yield own.says(
                    line,
                    Sentence(
                        "指南里不应有“应”，提建议用“宜”",
                        "a guideline has no 应; what it advises it says with 宜",
                    ),
                    column=found.start() + 1,
                )


def _is_guideline(own: OwnText) -> bool:
    """Say whether it is one by its title; a 导则 may also lay down rules, which its 范围 says."""
    title = own.standard.title
    if own.standard.kind == _OF_ITEMS or title.endswith((_OF_ITEMS, "办事指南")):
        return False
    if title.endswith(_GUIDANCE):
        return True
    scope = own.chapter(Element.SCOPE) if title.endswith(_RULES) else None
    return scope is not None and any(one.text.startswith(_ADVISES) for one in scope.blocks)


RULE = TextRule("PK542", "requirement-in-guideline", Severity.WARNING, check)
