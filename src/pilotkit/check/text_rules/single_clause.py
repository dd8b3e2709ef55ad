"""PK518 single-clause.

What
    zh: 章或条下面分条的，至少两条。
    en: A chapter or clause that is divided has two clauses at least.
Why
    zh: 按GB/T 1.1—2020惯例：同一层次有两条以上才设条。
    en: GB/T 1.1—2020: clauses are set up where there are two or more.
Bad
    ## 4.1

    应佩戴工牌。

    # 5 监督
Good
    ## 4.1

    应佩戴工牌。

    ## 4.2
Mend
    zh: 取消这一层的编号，直接写段；或再分出一条。
    en: Drop the number and write a paragraph, or divide it in two.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding
from pilotkit.check.texts import NUMBERED, OwnText, TextRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.structure import Element

_DIVIDED = frozenset({*NUMBERED, Element.ANNEX}) - {Element.TERMS}


def check(own: OwnText) -> Iterator[Finding]:
    """Yield every clause that is alone at its level; a chapter of terms may have one entry."""
    for section in own.text.divided():
        below = own.text.clauses_below(section) if section.element in _DIVIDED else ()
        if len(below) == 1:
            above, only = section.number or section.title, below[0].number or below[0].title
            yield own.says(
                below[0].line,
                Sentence(
                    f"{above}下只有{only}一条，不应分条",
                    f"{only} is the only clause of {above}: it is not to be divided",
                ),
            )


RULE = TextRule("PK518", "single-clause", Severity.WARNING, check)
