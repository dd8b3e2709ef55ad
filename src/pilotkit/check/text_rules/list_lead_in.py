"""PK520 list-lead-in.

What
    zh: 列项前有引导语，以冒号结尾。
    en: A list has a sentence that leads to it and ends in a colon.
Why
    zh: 按GB/T 1.1—2020惯例：列项由引语和被引出的并列各项组成。
    en: GB/T 1.1—2020: a list consists of its lead-in and the items.
Bad
    窗口人员应做到。

    - 佩戴工牌；
Good
    窗口人员应做到：

    - 佩戴工牌；
Mend
    zh: 补上引导语，结尾用冒号。
    en: Add the sentence, with a colon at its end.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

import re
from collections.abc import Iterator

from pilotkit.check.rule import Finding
from pilotkit.check.texts import LISTS_OF_TITLES, OwnText, TextRule, lists_in
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.blocks import Kind
from pilotkit.text.structure import Element

_UNLED = LISTS_OF_TITLES | {Element.SYMBOLS}
_FIRST = re.compile(r"[^0-9a-z]+|a[)）]|1[)）]")


def check(own: OwnText) -> Iterator[Finding]:
    """Yield every list whose lead-in is missing or does not end in a colon."""
    for run in lists_in(own.text):
        # A list that goes on with b) behind a table was led to further up.
        if run.section.element in _UNLED or not _FIRST.fullmatch(run.items[0].label):
            continue
        said = run.before if run.before and run.before.kind is Kind.PARAGRAPH else None
        if said is None:
            message = Sentence("列项前没有引导语", "no sentence leads to this list")
            yield own.says(run.items[0].line, message)
        elif not said.text.endswith(("：", ":")):
            message = Sentence(
                "列项的引导语应以冒号结尾", "the sentence that leads to a list ends in a colon"
            )
            yield own.says(said.line, message)


RULE = TextRule("PK520", "list-lead-in", Severity.WARNING, check)
