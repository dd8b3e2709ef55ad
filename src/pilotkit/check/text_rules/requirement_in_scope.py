"""PK541 requirement-in-scope.

What
    zh: “范围”只说明规定了什么、适用于什么，不提要求。
    en: 范围 says what is laid down and where it applies; it requires nothing.
Why
    zh: 按GB/T 1.1—2020惯例（8.5）：范围不应包含要求；写在这里的要求，检查时容易漏。
    en: GB/T 1.1—2020, 8.5: no requirement stands there; one that does is missed in inspections.
Bad
    本文件适用于综合窗口，其他单位不应参照执行。
Good
    本文件适用于综合窗口，供应急演练参照。
Mend
    zh: 把要求移到核心技术要素的章里。
    en: Move the requirement into a chapter of the core.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.modal_verbs import first_requirement, misused
from pilotkit.text.provisions import provisions_of
from pilotkit.text.structure import Element


def check(own: OwnText) -> Iterator[Finding]:
    """Yield every line of 范围 that requires something, in the right word or another."""
    for _, line, words in provisions_of(own.standard.text, Element.SCOPE):
        at = _first(words)
        if at is not None:
            yield own.says(
                line,
                Sentence("“范围”里不应有要求", "范围 has no requirements"),
                column=at + 1,
            )


def _first(words: str) -> int | None:
    """Return where the first word that requires something begins."""
    found = first_requirement(words)
    places = [found.start()] if found else []
    places += [one.at for one in misused(words) if one.is_requirement]
    return min(places, default=None)


RULE = TextRule("PK541", "requirement-in-scope", Severity.WARNING, check)
