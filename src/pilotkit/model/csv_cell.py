"""A field of a CSV file that no spreadsheet takes for a formula, and the way back."""

import re

_GUARD = "'"
# How systems keep the zeros of a number before Excel: ="0012".
_EXACT = re.compile(r'="([^"]*)"')
_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def guarded(text: str) -> str:
    """Put a quote before what Excel would calculate (the list of OWASP)."""
    return f"{_GUARD}{text}" if _calculates(text) else text


def unguarded(text: str) -> str:
    """Take off the quote that `guarded` put before a text, and what other systems put around it."""
    if exact := _EXACT.fullmatch(text):
        return exact[1]
    rest = text.removeprefix(_GUARD)
    return rest if rest != text and _calculates(rest) else text


def _calculates(text: str) -> bool:
    """Say whether it does, or did if the quotes before it were taken for guards."""
    return text.lstrip(f"{_GUARD} ").startswith(_STARTS)
