"""A field of a CSV file that no spreadsheet takes for a formula, and the way back."""

_GUARD = "'"
_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def guarded(text: str) -> str:
    """Put a quote before what Excel would calculate (the list of OWASP)."""
    return f"{_GUARD}{text}" if text.removeprefix(_GUARD).startswith(_STARTS) else text


def unguarded(text: str) -> str:
    """Take off the quote that `guarded` put before a text."""
    rest = text.removeprefix(_GUARD)
    return rest if rest != text and rest.removeprefix(_GUARD).startswith(_STARTS) else text
