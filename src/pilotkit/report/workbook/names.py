"""What sheets are called: Excel takes 31 characters, some of them never, and each name once."""

from pilotkit.report.escape import one_line

_LONGEST = 31
_FORBIDDEN = str.maketrans(dict(zip("[]:*?/\\'", "［］：＊？／＼’", strict=True)))


class Names:
    """The names given so far."""

    def __init__(self) -> None:
        # Excel keeps this one for itself.
        self._taken = {"history"}

    def give(self, wanted: str) -> str:
        """Return a name for a sheet, as near to the wanted one as Excel allows."""
        plain = one_line(wanted).translate(_FORBIDDEN) or "1"
        name, count = _cut(plain, _LONGEST), 1
        while name.casefold() in self._taken:
            count += 1
            tail = f"（{count}）"
            name = _cut(plain, _LONGEST - len(tail)) + tail
        self._taken.add(name.casefold())
        return name


def _cut(text: str, length: int) -> str:
    """Cut a text as Excel counts: a character beyond U+FFFF is two."""
    while len(text.encode("utf-16-le")) // 2 > length:
        text = text[:-1]
    return text.rstrip()
