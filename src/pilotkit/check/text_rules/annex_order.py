"""PK522 annex-order.

What
    zh: 附录从A起连续编号，按正文提及的先后排列。
    en: The annexes are lettered on from A, in the order in which the text mentions them.
Why
    zh: 按GB/T 1.1—2020惯例：附录的次序按条文中提及的先后。
    en: GB/T 1.1—2020: their order is that of their mention.
Bad
    # 附录B（规范性） 登记表

    # 附录A（资料性） 流程图
Good
    # 附录A（规范性） 登记表

    # 附录B（资料性） 流程图
Mend
    zh: 调整附录的次序和字母，正文的提及一并改。
    en: Order and letter them anew, with their mentions.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.mentions import mentions_of
from pilotkit.text.structure import Element, Section

_LETTER = re.compile("[A-Z]")


def check(own: OwnText) -> Iterator[Finding]:
    """Yield every annex with another letter than the next, or mentioned before the one above."""
    annexes = [one for one in own.text.of(Element.ANNEX) if one.is_chapter]
    misplaced = list(_misplaced(own, annexes))
    yield from misplaced or _mentioned_early(own, annexes)


def _misplaced(own: OwnText, annexes: list[Section]) -> Iterator[Finding]:
    letters = {one.number for one in annexes}
    previous = chr(ord("A") - 1)
    for annex in annexes:
        here, expected = annex.number, chr(ord(previous) + 1)
        if not _LETTER.fullmatch(here):
            yield own.says(
                annex.line,
                Sentence(
                    f"附录{here}应为附录{expected}：附录用大写字母编号",
                    f"annex {here} has to be annex {expected}: annexes have letters",
                ),
            )
            previous = expected
            continue
        if here < previous:
            yield own.says(
                annex.line,
                Sentence(
                    f"附录{here}应排在附录{previous}之前", f"annex {here} belongs before {previous}"
                ),
            )
        elif here == previous or (here != expected and expected not in letters):
            yield own.says(
                annex.line,
                Sentence(
                    f"附录{here}应为附录{expected}",
                    f"annex {here} stands where annex {expected} belongs",
                ),
            )
        previous = here


def _mentioned_early(own: OwnText, annexes: list[Section]) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for one in mentions_of(own.standard.text):
        if one.section and one.section.element is not Element.ANNEX:
            first.setdefault(one.label, len(first))
    known = [one for one in annexes if f"附录{one.number}" in first]
    for above, below in pairwise(known):
        if first[f"附录{below.number}"] < first[f"附录{above.number}"]:
            here, there = below.number, above.number
            yield own.says(
                below.line,
                Sentence(
                    f"附录{here}在正文先于附录{there}提及，应排在它前面",
                    f"annex {here} is mentioned before annex {there} and belongs before it",
                ),
            )


RULE = TextRule("PK522", "annex-order", Severity.WARNING, check)
