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

from collections.abc import Iterator

from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.signs import SUSPECTS, wrong_signs


def check(own: OwnText) -> Iterator[Finding]:
    """Yield the first sign of the wrong width in every line."""
    for _, line, content in own.text.lines_having(*SUSPECTS):
        if one := next(wrong_signs(content), None):
            yield own.says(
                line,
                Sentence(
                    f"“{one.written}”应为“{one.right}”",
                    f"{one.written!r} has to be {one.right!r} here",
                ),
                column=one.at + 1,
            )


RULE = TextRule("PK545", "punctuation-width", Severity.WARNING, check)
