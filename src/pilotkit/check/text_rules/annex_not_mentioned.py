"""PK524 annex-not-mentioned.

What
    zh: 每个附录在正文都要提及。
    en: Every annex is mentioned in the text.
Why
    zh: 按GB/T 1.1—2020惯例：附录由条文引出，否则不知道何时用它。
    en: GB/T 1.1—2020: the clauses lead to it; otherwise nobody knows when it applies.
Bad
    # 4 要求

    应填写登记表。
Good
    # 4 要求

    应填写登记表，格式见附录A。
Mend
    zh: 在相应条款写“见附录A”或“应符合附录A的规定”；用不到的删去。
    en: Lead to it from the clause; remove what is not needed.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator

from pilotkit.check.labels import annexes_of
from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.mentions import mentions_of
from pilotkit.text.structure import Element, Section


def check(own: OwnText) -> Iterator[Finding]:
    """Yield every annex that only itself speaks of."""
    annexes = annexes_of(own.text)
    mentioned = {
        one.label
        for one in (mentions_of(own.standard.text) if annexes else ())
        if one.section and not _is_itself(one.section, one.label.removeprefix("附录"))
    }
    letters = {annex.number for annex, _ in annexes}
    for annex, meant in annexes:
        letter = annex.number
        # One with a wrong letter is mentioned by the right one: another rule says so.
        is_meant = meant not in letters and f"附录{meant}" in mentioned
        if f"附录{letter}" not in mentioned and not is_meant:
            yield own.says(
                annex.line,
                Sentence(f"正文没有提及附录{letter}", f"annex {letter} is nowhere mentioned"),
            )


def _is_itself(section: Section, letter: str) -> bool:
    """Say whether a section is of the annex."""
    return section.element is Element.ANNEX and section.number.partition(".")[0] == letter


RULE = TextRule("PK524", "annex-not-mentioned", Severity.WARNING, check)
