"""PK545 punctuation-width.

What
    zh: 中文里用全角标点，数字和字母用半角。
    en: Chinese text has full-width punctuation, half-width digits and letters.
Why
    zh: GB/T 15834 标点符号用法；全半角混用，检索和比对会漏。
    en: GB/T 15834; where widths are mixed, searches and comparisons miss.
Bad
    应一次告知,不应推诿。
Good
    应一次告知，不应推诿。
Mend
    zh: 换成全角标点；全角数字、字母换成半角；pilot fmt 能一次改好。
    en: Put the full-width mark; digits and letters half-width; or run pilot fmt.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

import re
import unicodedata
from collections.abc import Iterator

from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.quoted import ADDRESS

_HAN = "[\u3400-\u9fff]"
_WIDE = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "(": "（"}
# A full stop only at the end: 附录A. and 3.1 have points of their own. In brackets Chinese decides.
_NARROW = re.compile(
    rf"(?<={_HAN})(?P<after>[,;:?!]|\.(?=\s|$|{_HAN}))|(?P<before>[,;?!])(?={_HAN})|"
    rf"(?P<bracket>\()(?=[^()]{{0,60}}?{_HAN}[^()]{{0,60}}\))|"
    f"(?P<wide>[{_WIDE}])"
)
_SUSPECTS = (re.compile(f"[,;:?!({_WIDE}]"), re.compile(rf"\.(?:\s|{_HAN}|\Z)"))
_ELSEWHERE = re.compile(rf"`[^`]*`|\$[^$]*\$|{ADDRESS}|https?://[^\s\u3000-\uffef]*")
_MARKER = re.compile(r"\s*(?:[-*+]|[a-z0-9]{1,2}\))\s")


def check(own: OwnText) -> Iterator[Finding]:
    """Yield the first sign of the wrong width in every line."""
    for _, line, content in own.text.lines_having(*_SUSPECTS):
        found = _first(content)
        if found:
            written, right = found[0], _right(found[0])
            yield own.says(
                line,
                Sentence(f"“{written}”应为“{right}”", f"{written!r} has to be {right!r} here"),
                column=found.start() + 1,
            )


def _first(content: str) -> re.Match[str] | None:
    """Find it outside of code and addresses; the marker of a list is none."""
    plain = _ELSEWHERE.sub(lambda found: "x" * len(found[0]), content)
    marker = _MARKER.match(plain)
    return _NARROW.search(plain, marker.end() if marker else 0)


def _right(written: str) -> str:
    return _FULL.get(written) or unicodedata.normalize("NFKC", written)


RULE = TextRule("PK545", "punctuation-width", Severity.WARNING, check)
