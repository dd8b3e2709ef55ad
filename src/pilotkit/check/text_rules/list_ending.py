"""PK521 list-ending.

What
    zh: 列项各项以分号结尾，最后一项以句号结尾。
    en: The items of a list end in semicolons, the last in a full stop.
Why
    zh: 按GB/T 1.1—2020惯例：列项是一句话分成的并列各项。
    en: GB/T 1.1—2020: a list is one sentence, divided into its items.
Bad
    - 佩戴工牌。
    - 使用普通话；
Good
    - 佩戴工牌；
    - 使用普通话。
Mend
    zh: 中间各项改为分号，最后一项改为句号。
    en: Put semicolons, and a full stop at the last.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

import re
from collections.abc import Iterator

from pilotkit.check.rule import Finding
from pilotkit.check.texts import LISTS_OF_TITLES, OwnText, Run, TextRule, lists_in
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.structure import Element

_ENDING = LISTS_OF_TITLES | {Element.SYMBOLS}
# A half-width mark is the business of `punctuation-width`; a colon leads to what is below.
_GOES_ON = ("；", ";", "：", ":", "；和", "；或", "；以及", "；并且")
_IS_LAST = ("。", "：", ":")
_LATER = re.compile(r"[b-z][)）]|(?:[2-9]|[0-9]{2})[)）]")


def check(own: OwnText) -> Iterator[Finding]:
    """Yield every item with another ending than its place in the list asks."""
    for run in lists_in(own.text):
        if run.section.element not in _ENDING:
            yield from _wrong(own, run)


def _wrong(own: OwnText, run: Run) -> Iterator[Finding]:
    for block in run.items[:-1]:
        if not block.text.endswith(_GOES_ON):
            yield own.says(
                block.line,
                Sentence("列项的这一项应以分号结尾", "this item of a list ends in a semicolon"),
            )
    last = run.items[-1]
    if not last.text.endswith(_IS_LAST) and not _goes_on(run):
        yield own.says(
            last.line,
            Sentence("列项的最后一项应以句号结尾", "the last item of a list ends in a full stop"),
        )


def _goes_on(run: Run) -> bool:
    """Say whether a table or picture stands inside the list: the next run has the last item."""
    return run.after is not None and bool(_LATER.fullmatch(run.after.label))


RULE = TextRule("PK521", "list-ending", Severity.WARNING, check)
