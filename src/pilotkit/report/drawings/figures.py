"""Numbers as a drawing writes them: exact, and cut where they do not end, never rounded."""

from decimal import Decimal
from fractions import Fraction

from pilotkit.model.measurement import written
from pilotkit.model.sentence import Lang, Sentence

Number = int | Decimal | Fraction

_DECIMALS = 4


def plain(number: Number) -> str:
    """Write a number of at least 0 without needless zeros, at most four decimals."""
    whole, rest = divmod(int(Fraction(number) * 10**_DECIMALS), 10**_DECIMALS)
    return f"{whole}.{rest:0{_DECIMALS}}".rstrip("0").rstrip(".")


def quotient(counted: int, total: int, lang: Lang) -> str:
    """Write a fraction and its rate, `41/50 = 82.0 %`."""
    if total == 0:
        return Sentence("不适用", "not applicable").to(lang)
    return written(counted, total)
