"""Numbers in a text that are a person's: 身份证号, mobile, bank card. Pure functions, linear time.

What is found is shown masked only. A number counts by its form and, where it has one, its check:
the date and check digit of GB 11643 for an identity number, Luhn's for a card. Digits may be full
width, and in groups that a space or a dash parts.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

Kind = Literal["身份证号", "手机号", "银行卡号"]

# Full-width digits and letters fold one to one, so that offsets stay.
_NARROW = {0xFF10 + n: 0x30 + n for n in range(10)} | {0xFF38: "X", 0xFF58: "x", 0xFF0D: "-"}
# With every digit made the same byte, a row of digits is found as fast as a word.
_EQUAL = bytes.maketrans(b"0123456789" + bytes(range(0x90, 0x9A)), b"1" * 10 + b"\x90" * 10)
_ROW, _WIDE_ROW = b"1" * 11, b"\xef\xbc\x90" * 3
_RUN = re.compile(r"(?<![0-9A-Za-z.])[0-9](?:[ -]?[0-9]){10,40}[Xx]?(?![0-9A-Za-z])")
_GROUP = re.compile("[0-9]+[Xx]?")
_CREDIT_CODE = "信用代码"
_LABEL_LENGTH = 16
_PROVINCES = re.compile("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12]")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_ID_LENGTH = 18
_YEARS = range(1900, 2100)
_CARD = re.compile("(?:62|9558|4|5[1-5])[0-9]{12,17}")
_CARD_LENGTHS = range(16, 20)
_MOBILE = re.compile("1[3-9][0-9]{9}")
_MOBILE_GROUPS = ([11], [3, 4, 4])
_WITH_COUNTRY = re.compile("^86(1[0-9]{10})$")
_MOST_GROUPS = 6
# Of a mobile the shortest, of a card the longest.
_LENGTHS = range(11, 20)
_TEN = 10


class PersonalNumber(NamedTuple):
    """A number that was found: what it is, where it begins, and how it may be shown."""

    kind: Kind
    offset: int
    masked: str


def may_hold_numbers(content: bytes) -> bool:
    """Say, without decoding, whether there is anything to look at more closely."""
    equal = content.translate(_EQUAL, b" -")
    return _ROW in equal or _WIDE_ROW in equal


def personal_numbers(text: str) -> Iterator[PersonalNumber]:
    """Yield the personal numbers of a text in their order."""
    narrow = text.translate(_NARROW) if not text.isascii() else text
    for run in _RUN.finditer(narrow):
        groups = [(run.start() + found.start(), found[0]) for found in _GROUP.finditer(run[0])]
        before = narrow[max(0, run.start() - _LABEL_LENGTH) : run.start()]
        if _CREDIT_CODE not in before:
            yield from _in_groups(groups)


def _in_groups(groups: Sequence[tuple[int, str]]) -> Iterator[PersonalNumber]:
    """Yield the numbers that groups of digits make, one group or several in a row."""
    at = 0
    while at < len(groups):
        parts: list[str] = []
        length = 0
        for _, digits in groups[at : at + _MOST_GROUPS]:
            parts.append(digits)
            length += len(digits)
            if length not in _LENGTHS:
                continue
            if found := _read(parts):
                yield PersonalNumber(found[0], groups[at][0], found[1])
                break
        else:
            parts = parts[:1]
        at += len(parts)


def _read(parts: list[str]) -> tuple[Kind, str] | None:
    number = "".join(parts).upper()
    if len(number) == _ID_LENGTH and is_identity_number(number):
        return "身份证号", f"{number[:6]}********{number[-4:]}"
    if len(number) in _CARD_LENGTHS and is_card_number(number):
        return "银行卡号", f"{number[:4]}{'*' * (len(number) - 8)}{number[-4:]}"
    mobile = _without_country(parts)
    if [len(part) for part in mobile] in _MOBILE_GROUPS and _MOBILE.fullmatch("".join(mobile)):
        number = "".join(mobile)
        return "手机号", f"{number[:3]}****{number[-4:]}"
    return None


def _without_country(parts: list[str]) -> list[str]:
    """Take the 86 of China off a number that is written in one piece with it."""
    return [_WITH_COUNTRY.sub(r"\1", parts[0])] if len(parts) == 1 else parts


def is_identity_number(number: str) -> bool:
    """Say whether 18 characters are an identity number: region, date and check digit (GB 11643)."""
    if not _PROVINCES.match(number) or not number[:17].isdecimal():
        return False
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    total = sum(int(sign) * weight for sign, weight in zip(number, _WEIGHTS, strict=False))
    return born.year in _YEARS and _CHECKS[total % len(_CHECKS)] == number[17]


def is_card_number(number: str) -> bool:
    """Say whether digits are the number of a bank card: its issuer and Luhn's check digit."""
    if not _CARD.fullmatch(number):
        return False
    total = 0
    for index, sign in enumerate(reversed(number)):
        value = int(sign) * (1 + index % 2)
        total += value - 9 if value >= _TEN else value
    return total % _TEN == 0
