"""Two texts, cut to what differs and a little around it."""

from pilotkit.report.escape import one_line

_SHORT = 48
_AROUND = 10
_MOST = 96


def excerpts(old: str, new: str) -> tuple[str, str]:
    """Return both, each on one line; short ones whole, of long ones what differs."""
    old, new = one_line(old), one_line(new)
    if max(len(old), len(new)) <= _SHORT:
        return old, new
    start = _in_common(old, new)
    tail = _in_common(old[start:][::-1], new[start:][::-1])
    start, tail = max(0, start - _AROUND), max(0, tail - _AROUND)
    return _piece(old, start, len(old) - tail), _piece(new, start, len(new) - tail)


def _in_common(one: str, other: str) -> int:
    """Count the characters that two texts begin with alike."""
    for index, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return index
    return min(len(one), len(other))


def _piece(text: str, start: int, end: int) -> str:
    end = min(end, start + _MOST)
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
