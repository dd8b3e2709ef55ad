"""PK511 reference-order.

What
    zh: 清单先列国家标准，再列行业、地方、团体标准，后列内部标准；同一代号按顺序号。
    en: National standards first, then industry, local, group, internal; each by serial.
Why
    zh: 按GB/T 1.1—2020惯例：引用文件的排列次序固定，便于查找。
    en: GB/T 1.1—2020: the order is fixed, so that things are found.
Bad
    GB/T 36114 政务服务中心进驻事项服务指南编制规范

    GB/T 15624 服务标准化工作指南
Good
    GB/T 15624 服务标准化工作指南

    GB/T 36114 政务服务中心进驻事项服务指南编制规范
Mend
    zh: 把这一条移到前面。
    en: Move the entry up.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.number import Number
from pilotkit.model.sentence import Sentence

_RANK = {"国家": 0, "行业": 1, "地方": 2, "团体": 3, "内部": 4, "国际": 4}


def check(own: OwnText) -> Iterator[Finding]:
    """Yield every entry that belongs before the one above it."""
    for before, here in pairwise(own.listed):
        if _is_before(here.cited.number, before.cited.number):
            first, second = here.cited.written, before.cited.written
            yield own.says(
                here.line,
                Sentence(
                    f"“{first}”应列在“{second}”之前",
                    f"{first!r} belongs before {second!r}",
                ),
                column=here.cited.column,
            )


def _is_before(one: Number, other: Number) -> bool:
    """Compare serials only within one code: which of GB and GB/T goes first is not settled."""
    if one.code != other.code:
        return _RANK[one.rank] < _RANK[other.rank]
    return _serial(one) < _serial(other)


def _serial(number: Number) -> tuple[int, ...]:
    return tuple(int(part) for part in re.split(r"[.-]", number.serial))


RULE = TextRule("PK511", "reference-order", Severity.NOTE, check)
