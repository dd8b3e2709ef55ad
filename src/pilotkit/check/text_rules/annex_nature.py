"""PK523 annex-nature.

What
    zh: 附录标题写明性质：（规范性）或（资料性）。
    en: An annex says in its heading whether it is （规范性） or （资料性）.
Why
    zh: 按GB/T 1.1—2020惯例：性质决定附录是否必须遵守；2009年版写“规范性附录”，现写“规范性”。
    en: GB/T 1.1—2020: the nature says whether it binds; 规范性附录 is the wording of 2009.
Bad
    # 附录A 登记表
Good
    # 附录A（规范性） 登记表
Mend
    zh: 在字母后写（规范性）或（资料性）。
    en: Write （规范性） or （资料性） behind its letter.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.structure import Element

_NATURES = ("规范性", "资料性")


def check(own: OwnText) -> Iterator[Finding]:
    """Yield every annex without a nature, or with another one than the two."""
    for annex in own.text.of(Element.ANNEX):
        if annex.is_chapter and annex.nature not in _NATURES:
            letter = annex.number
            yield own.says(
                annex.line,
                Sentence(f"附录{letter}没有写明性质", f"annex {letter} does not say its nature"),
                Sentence(
                    f"应写“附录{letter}（规范性）”或“附录{letter}（资料性）”",
                    f"write 附录{letter}（规范性） or 附录{letter}（资料性）",
                ),
            )


RULE = TextRule("PK523", "annex-nature", Severity.WARNING, check)
