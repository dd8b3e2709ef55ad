"""PK525 table-numbering.

What
    zh: 表、图各自连续编号：正文表1、表2，附录表A.1、表A.2；没有编号的也指出。
    en: Tables and figures are numbered on: 表1, 表2; in an annex 表A.1, 表A.2.
Why
    zh: 按GB/T 1.1—2020惯例：每幅表、图都有编号，附录的编号前加附录的字母。
    en: GB/T 1.1—2020: each has its number, in an annex with the letter before.
Bad
    表1 床位

    | 面积/m² |
    | --- |
    | 12 |

    表3 器材
Good
    表1 床位

    | 面积/m² |
    | --- |
    | 12 |

    表2 器材
Mend
    zh: 补上编号或依次改号，正文的提及一并改。
    en: Number it, or all anew, with their mentions.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator

from pilotkit.check.labels import Labelled, labelled_in
from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.blocks import Kind

_WORDS = {Kind.TABLE: "table", Kind.FIGURE: "figure", Kind.FORMULA: "formula"}


def check(own: OwnText) -> Iterator[Finding]:
    """Yield every table, figure and formula with another number than the next, or with none."""
    for one in labelled_in(own.text):
        if one.label != one.expected:
            yield own.says(one.block.line, _message(one))


def _message(one: Labelled) -> Sentence:
    kind, label, expected = one.block.kind, one.label, one.expected
    if not label:
        return Sentence(
            f"{kind}没有编号，应为{expected}", f"a {_WORDS[kind]} without number: {expected}"
        )
    return Sentence(
        f"{kind}的编号不连续：这里是{label}，应为{expected}", f"{label} where {expected} follows"
    )


RULE = TextRule("PK525", "table-numbering", Severity.WARNING, check)
