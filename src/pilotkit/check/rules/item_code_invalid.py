"""PK338 item-code-invalid.

What
    zh: 实施编码是 31 位，业务办理项编码 33 位：18 位信用代码、1 位层级、12 位基本编码、2 位顺序号。
    en: An item's code has 31 digits, with its case 33: 18 of the body, 1 of the level, 12, and 2.
Why
    zh: GB/T 39554.1—2020 编码要求；信用代码的校验位见 GB 32100—2015。
    en: GB/T 39554.1—2020; the check digit of the body is that of GB 32100—2015.
Bad
    code: 12441500196720244X3442199806003
Good
    code: 12441500196720244T3442199806003
Mend
    zh: 照实施清单核对；本省、本市自己的编码写在 local_code。
    en: Compare it with the 实施清单; a code of the province or city belongs in `local_code`.
Waive
    zh: 不宜豁免：换到 local_code 即可。
    en: Better not: moving it to `local_code` is enough.
"""

import re
from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence

_LENGTHS = (31, 33)
_BODY = 18
_FORM = re.compile("[0-9A-HJ-NPQRTUWXY]{18}[0-9]{13}(?:[0-9]{2})?")
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_LEVELS = "123456"


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every code that breaks the rules of codes."""
    for item in repository.service_records:
        if item.code is not None and (wrong := _wrong(item.code)):
            yield Finding(item.at("code"), wrong, unit=repository.owner_of(item))


def _wrong(code: str) -> Sentence | None:
    if len(code) not in _LENGTHS:
        return Sentence(
            f"编码有 {len(code)} 位，应为 31 或 33 位", f"{len(code)} digits, not 31 or 33"
        )
    if not _FORM.fullmatch(code):
        return Sentence(
            "编码只能是数字，信用代码部分另有大写字母（无 I、O、S、V、Z）",
            "only digits, and in the body's part capital letters but I, O, S, V, Z",
        )
    expected = _check_digit(code[: _BODY - 1])
    if code[_BODY - 1] != expected:
        return Sentence(
            f"信用代码的校验位是 {code[_BODY - 1]}，应为 {expected}",
            f"the check digit of the body is {code[_BODY - 1]}, should be {expected}",
        )
    if code[_BODY] not in _LEVELS:
        return Sentence(
            f"行使层级是 {code[_BODY]}，应为 1 到 6", f"level {code[_BODY]}, not 1 to 6"
        )
    return None


def _check_digit(body: str) -> str:
    """Return the check digit of GB 32100 for the first 17 characters."""
    total = sum(_ALPHABET.index(sign) * weight for sign, weight in zip(body, _WEIGHTS, strict=True))
    return _ALPHABET[-total % len(_ALPHABET)]


RULE = Rule("PK338", "item-code-invalid", Severity.ERROR, check)
