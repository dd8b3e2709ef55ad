"""PK540 modal-verb.

What
    zh: 要求用“应”“不应”，允许用“可”；不用“必须”“不得”“严禁”“禁止”“需”“要”“可以”。
    en: Requirements say 应 or 不应, permissions 可: not 必须, 不得, 严禁, 禁止, 需, 要, 可以.
Why
    zh: 按GB/T 1.1—2020惯例（附录C）：哪些是要求，凭能愿动词就能看出，检查才有依据。
    en: GB/T 1.1—2020, annex C: a modal verb shows what is required, and so what is checked.
Bad
    窗口人员必须一次告知。
Good
    窗口人员应一次告知。
Mend
    zh: 换成规定的能愿动词；引用法律法规原文的，加引号。
    en: Write the right verb; put the words of a law in quotation marks.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.modal_verbs import MISUSED, misused


def check(own: OwnText) -> Iterator[Finding]:
    """Yield every word that stands where a modal verb of GB/T 1.1 belongs."""
    for _, line, words in own.provisions(MISUSED):
        for one in misused(words):
            yield own.says(
                line,
                Sentence(f"“{one.word}”应为“{one.right}”", f"{one.word!r} has to be {one.right!r}"),
                column=one.at + 1,
            )


RULE = TextRule("PK540", "modal-verb", Severity.WARNING, check)
