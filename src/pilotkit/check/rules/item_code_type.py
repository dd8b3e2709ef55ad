"""PK339 item-code-type.

What
    zh: 实施编码里的事项类型（基本编码第 3、4 位）应与 type 一致。
    en: The digits of the type in an item's code should be those of its `type`.
Why
    zh: GB/T 39554.1—2020 的类型代码；各地有扩展，所以只是警告。
    en: The codes of GB/T 39554.1—2020; regions have their own besides, so it is a warning.
Bad
    type: 行政许可
Good
    type: 公共服务
Mend
    zh: 照实施清单核对 type 和 code。
    en: Compare `type` and `code` with the 实施清单.
Waive
    zh: 本地扩展的类型代码，写明出处和到期日。
    en: For a region's own code: with its source and an expiry.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence

_CODES = {
    "行政许可": "01",
    "行政处罚": "02",
    "行政强制": "03",
    "行政征收": "04",
    "行政给付": "05",
    "行政检查": "06",
    "行政确认": "07",
    "行政奖励": "08",
    "行政裁决": "09",
    "行政备案": "10",
    "其他行政权力": "10",
    "公共服务": "20",
}
_LENGTHS = (31, 33)
# 18 of the body, 1 of the level, 2 of the region; then the type.
_TYPE = slice(21, 23)


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every code whose type is not the item's."""
    for item in repository.service_records:
        if item.type is None or item.code is None or len(item.code) not in _LENGTHS:
            continue
        written, expected = item.code[_TYPE], _CODES[item.type]
        if written != expected:
            yield Finding(
                item.at("code"),
                Sentence(
                    f"编码里的类型是 {written}，{item.type}应为 {expected}",
                    f"the code says type {written}, {item.type} is {expected}",
                ),
                unit=repository.owner_of(item),
            )


RULE = Rule("PK339", "item-code-type", Severity.WARNING, check)
