"""Signs of the wrong width: punctuation in Chinese text, digits and letters (GB/T 15834)."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from pilotkit.text.quoted import ADDRESS

_HAN = "[\u3400-\u9fff]"
_WIDE = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
_FULL = {
    ",": "，",
    ";": "；",
    ":": "：",
    "?": "？",
    "!": "！",
    ".": "。",
    "(": "（",
    ")": "）",
}
# A full stop only at the end: 附录A. and 3.1 have points of their own. In brackets Chinese decides.
_WRONG = re.compile(
    rf"(?<={_HAN})(?:[,;:?!]|\.(?=\s|$|{_HAN}))|[,;?!](?={_HAN})|"
    rf"\((?P<inside>[^()]{{0,60}}?{_HAN}[^()]{{0,60}})\)|[{_WIDE}]"
)
SUSPECTS = (re.compile(f"[,;:?!({_WIDE}]"), re.compile(rf"\.(?:\s|{_HAN}|\Z)"))
# What is not wording, in one line: code, formulas, addresses, comments, tags.
ELSEWHERE = re.compile(
    rf"`[^`]*`|\$[^$]*\$|{ADDRESS}|<!--.*?-->|<[^<>]*>|https?://[^\s\u3000-\uffef]*"
)
_MARKER = re.compile(r"\s*(?:[-*+]|[(]?[a-z0-9]{1,2}\))\s")


class WrongSign(NamedTuple):
    """A sign, its index in the line, and the one that belongs there."""

    at: int
    written: str
    right: str


def wrong_signs(line: str) -> Iterator[WrongSign]:
    """Yield the signs of the wrong width in a line, outside of code, addresses and comments."""
    plain = ELSEWHERE.sub(lambda found: "x" * len(found[0]), line)
    marker = _MARKER.match(plain)
    at = marker.end() if marker else 0
    while found := _WRONG.search(plain, at):
        at = found.start()
        if found["inside"] is None:
            yield _wrong(at, line[at])
        else:
            yield _wrong(at, "(")
            yield _wrong(found.end() - 1, ")")
        at += 1


def _wrong(at: int, written: str) -> WrongSign:
    right = _FULL.get(written) or unicodedata.normalize("NFKC", written)
    return WrongSign(at, written, right)
