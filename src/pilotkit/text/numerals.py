"""Numbers as texts write them: 12, １２, 0.5, 十二, 两, 一百."""

import unicodedata

NUMERAL = "(?:[0-9０-９]{1,4}|[一二两三四五六七八九十百]{1,5})"
AMOUNT = r"(?:[0-9０-９]+(?:\.[0-9]+)?|[一二两三四五六七八九十百]{1,5})"
_DIGITS = {sign: value for value, sign in enumerate("一二三四五六七八九", 1)} | {"两": 2}
_TENS = {"百": 100, "十": 10}


def number(written: str) -> int:
    """Read a whole number below a thousand, or in digits."""
    if written.isdecimal():
        return int(written)
    value, rest = 0, written
    for sign, times in _TENS.items():
        before, found, after = rest.partition(sign)
        if found:
            value, rest = value + _DIGITS.get(before, 1) * times, after
    return value + _DIGITS.get(rest, 0)


def amount(written: str) -> str:
    """Spell a number in digits: 12, 0.5."""
    spelt = unicodedata.normalize("NFKC", written)
    return spelt if spelt[0].isdigit() else f"{number(spelt)}"
