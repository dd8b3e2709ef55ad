"""Invented people. Nobody is called like that: a heavenly stem and a number in Chinese."""

_STEMS = "甲乙丙丁戊己庚辛壬癸"
_DIGITS = "零一二三四五六七八九"


def name(number: int) -> str:
    """Name the person with a number from 0: 甲一, 乙一 … 癸一, 甲二 and so on."""
    ordinal = number // len(_STEMS) + 1
    tens, ones = divmod(ordinal, 10)
    spoken = (_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "")
    return _STEMS[number % len(_STEMS)] + spoken + (_DIGITS[ones] if ones else "")


def experts() -> list[tuple[str, str]]:
    """Name the experts, with the bodies they come from."""
    return [("辰一", "虚构大学公共管理系"), ("巳二", "虚构标准化研究院"), ("午三", "虚构质量协会")]
