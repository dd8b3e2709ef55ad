"""PK544 number-dash.

What
    zh: 标准号的年份前用一字线“—”，代号与顺序号之间空一格。
    en: The year of a number follows an em dash, its serial a space.
Why
    zh: 按GB/T 1.1—2020惯例：标准号写作“GB/T 1.1—2020”。
    en: GB/T 1.1—2020: a number is written like its own.
Bad
    应符合GB/T 36114-2018的规定。
Good
    应符合GB/T 36114—2018的规定。
Mend
    zh: 照此改；pilot fmt 能一次改好。
    en: Write it so; pilot fmt mends it.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

import re
from collections.abc import Iterator

from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.citations import Cited

_SLASHES = re.compile("[\u2215\u2044\uff0f]")


def check(own: OwnText) -> Iterator[Finding]:
    """Yield every number of a standard that is written otherwise than numbers are."""
    for one in own.citations:
        right = _right(one.cited)
        if right != one.cited.written:
            written = one.cited.written
            yield own.says(
                one.line,
                Sentence(f"“{written}”应写成“{right}”", f"{written!r} has to be written {right!r}"),
                column=one.cited.column,
            )


def _right(cited: Cited) -> str:
    """Return how it is written; in internal and international ones only the dash is settled."""
    number = cited.number
    if number.rank == "国际":
        return cited.written
    code, space = cited.code, cited.space
    if number.rank != "内部":
        code, space = _SLASHES.sub("/", code), " "
    year = cited.written[len(cited.code + cited.space + number.serial + cited.dash) :]
    return f"{code}{space}{number.serial}—{year}" if year else f"{code}{space}{number.serial}"


RULE = TextRule("PK544", "number-dash", Severity.WARNING, check)
