"""PK544 number-dash.

What
    zh: 标准号写作“GB/T 1.1—2020”：代号大写，带斜线，与顺序号之间空一格，年份前用一字线“—”。
    en: The year of a number follows an em dash, its serial a space.
Why
    zh: 按GB/T 1.1—2020惯例；写法不对的标准号，查不到是哪一项标准。
    en: GB/T 1.1—2020; one that is written otherwise leads to no standard.
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

# Numbers of national standards that nobody reads as such: GBT 1.1, gb/t 1.1, GB T 1.1—2020.
_NEARLY = re.compile(
    r"[Gg](?<![A-Za-z0-9/].)(?!B(?:/[TZ])? [0-9.]+(?![0-9:\uff1a]))(?<![0-9] .)"
    r"[Bb][ _]?[/\uff0f]?[ _]?(?P<kind>[TtZz])?[ _\u3000]{0,3}"
    "(?P<serial>[0-9]{3,6}(?:[.][0-9]{1,3})*|1[.]1)"
    "(?:[ ]?(?:[-\u2010-\u2015\u2212\uff0d]{1,2}|[:\uff1a])[ ]?(?P<year>(?:19|20)[0-9]{2}))?"
    "(?![A-Za-z0-9.])"
)
_WITH_FMT = Sentence("照此改；pilot fmt 能一次改好", "write it so; pilot fmt mends it")
_BY_HAND = Sentence("核对后照此改", "see whether that is meant, and write it so")


def check(own: OwnText) -> Iterator[Finding]:
    """Yield every number of a standard that is written otherwise than numbers are."""
    read: set[tuple[int, int]] = set()
    for one in own.citations:
        cited = one.cited
        read.add((one.line, cited.column))
        if cited.spelt != cited.written:
            remedy = _WITH_FMT if cited.is_sure else _BY_HAND
            yield _finding(own, (one.line, cited.column), cited.written, cited.spelt, remedy)
    for _, line, content in own.text.lines_having(_NEARLY):
        for found in _NEARLY.finditer(content):
            place = line, found.start() + 1
            if place not in read and found[0] != _meant(found):
                yield _finding(own, place, found[0], _meant(found), _BY_HAND)


def _meant(found: re.Match[str]) -> str:
    kind = f"/{found['kind'].upper()}" if found["kind"] else ""
    year = f"—{found['year']}" if found["year"] else ""
    return f"GB{kind} {found['serial']}{year}"


def _finding(
    own: OwnText, place: tuple[int, int], written: str, right: str, remedy: Sentence
) -> Finding:
    line, column = place
    said = Sentence(f"“{written}”应写成“{right}”", f"{written!r} has to be written {right!r}")
    return own.says(line, said, remedy, column=column)


RULE = TextRule("PK544", "number-dash", Severity.WARNING, check)
