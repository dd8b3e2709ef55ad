"""Whole numbers as texts write them: 12, １２, 十二, 两."""

NUMERAL = "(?:[0-9０-９]{1,3}|[一二两三四五六七八九十]{1,3})"
_DIGITS = {sign: value for value, sign in enumerate("一二三四五六七八九", 1)} | {"两": 2}
_TEN = 10


def number(written: str) -> int:
    """Read a number below a hundred, or in digits."""
    if written.isdecimal():
        return int(written)
    tens, ten, ones = written.rpartition("十")
    return (_DIGITS.get(tens, 1) * _TEN if ten else 0) + _DIGITS.get(ones, 0)
