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

import re
from collections.abc import Iterator
from itertools import zip_longest

from pilotkit.check.rule import Finding
from pilotkit.check.texts import NUMBERED, OwnText, TextRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.blocks import Block, Kind
from pilotkit.text.structure import Element, Section, StandardText

_NUMBERED = (Kind.TABLE, Kind.FIGURE)
_ELEMENTS = frozenset({*NUMBERED, Element.ANNEX})


def check(own: OwnText) -> Iterator[Finding]:
    """Yield every table and figure with another number than the next, or with none."""
    following: dict[str, int] = {}
    last = ""
    for section, block in _numbered(own.text):
        letter = section.number.partition(".")[0] if section.element is Element.ANNEX else ""
        series = f"{block.kind}{letter}." if letter else block.kind.value
        expected = f"{series}{following.get(series, 1)}"
        if block.label and block.label == last and "续" in own.text.lines[block.line - 1]:
            continue
        if block.label != expected:
            yield own.says(block.line, _message(block.kind, block.label, expected))
        digits = re.search(r"[0-9]+$", block.label)
        following[series] = (int(digits[0]) if digits else following.get(series, 1)) + 1
        last = block.label


def _numbered(text: StandardText) -> Iterator[tuple[Section, Block]]:
    """Yield tables and figures; of pictures one under the other the last bears the caption."""
    for section in text.sections_with(*_NUMBERED):
        if section.element in _ELEMENTS:
            for block, below in zip_longest(section.blocks, section.blocks[1:]):
                is_part = block.image and not block.label and below and below.image
                if block.kind in _NUMBERED and not is_part:
                    yield section, block


def _message(kind: Kind, label: str, expected: str) -> Sentence:
    word = "table" if kind is Kind.TABLE else "figure"
    if not label:
        return Sentence(f"{kind}没有编号，应为{expected}", f"a {word} without number: {expected}")
    return Sentence(
        f"{kind}的编号不连续：这里是{label}，应为{expected}", f"{label} where {expected} follows"
    )


RULE = TextRule("PK525", "table-numbering", Severity.WARNING, check)
