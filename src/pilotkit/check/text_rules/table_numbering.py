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
from pilotkit.text.structure import Block, Element, Kind, Section, StandardText

_ELEMENTS = frozenset({*NUMBERED, Element.ANNEX})


def check(own: OwnText) -> Iterator[Finding]:
    """Yield every table and figure with another number than the next, or with none."""
    following: dict[str, int] = {}
    last = ""
    for section, block, caption in _numbered(own.text):
        letter = section.number.partition(".")[0] if section.element is Element.ANNEX else ""
        series = f"{block.kind}{letter}." if letter else block.kind.value
        expected = f"{series}{following.get(series, 1)}"
        label = caption.label if caption else ""
        if label and label == last and "续" in own.text.lines[block.line - 1]:
            continue
        if label != expected:
            yield own.says(block.line, _message(block.kind, label, expected))
        digits = re.search(r"[0-9]+$", label)
        following[series] = (int(digits[0]) if digits else following.get(series, 1)) + 1
        last = label


def _numbered(text: StandardText) -> Iterator[tuple[Section, Block, Block | None]]:
    """Yield tables and figures with what bears their label: a picture's stands below it."""
    for section in text.sections:
        if section.element in _ELEMENTS:
            captioned = None
            for block, below in zip_longest(section.blocks, section.blocks[1:]):
                if block.kind not in {Kind.TABLE, Kind.FIGURE} or block is captioned:
                    continue
                is_picture = block.kind is Kind.FIGURE and not block.label
                captioned = below if is_picture and below and below.kind is Kind.FIGURE else None
                yield section, captioned or block, captioned or block


def _message(kind: Kind, label: str, expected: str) -> Sentence:
    word = "table" if kind is Kind.TABLE else "figure"
    if not label:
        return Sentence(f"{kind}没有编号，应为{expected}", f"a {word} without number: {expected}")
    return Sentence(
        f"{kind}的编号不连续：这里是{label}，应为{expected}", f"{label} where {expected} follows"
    )


RULE = TextRule("PK525", "table-numbering", Severity.WARNING, check)
