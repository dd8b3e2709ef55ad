"""Fictitious codes that pass their check digits: region 000000 does not exist."""

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_TYPES = {"行政许可": "01", "行政给付": "05", "行政确认": "07", "公共服务": "20"}
_LEVELS = {"区": "4", "街道": "5", "社区": "6"}


def credit_code(number: int) -> str:
    """Make an 18-place code of an organ that does not exist."""
    organ = f"0000{number:04}"
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    check = (11 - sum(int(digit) * w for digit, w in zip(organ, weights, strict=True)) % 11) % 11
    body = f"11000000{organ}{'0123456789X'[check]}"
    total = sum(_ALPHABET.index(sign) * pow(3, place, 31) for place, sign in enumerate(body))
    return body + _ALPHABET[(31 - total % 31) % 31]


def item_code(unit: int, level: str, type_: str, main: int, sub: int) -> str:
    """Make a 31-place code: organ, level, and the 12 places of the catalogue."""
    return (
        f"{credit_code(unit)}{_LEVELS[level]}00{_TYPES.get(type_, '10')}{unit:02}{main:03}{sub:03}"
    )
