"""PK622 inspection-without-result.

What
    zh: 监督检查、内部审核要写明查了哪些条款、结果怎样，或查出了什么问题。
    en: An inspection or audit says which clauses it saw and how they stood, or what it found.
Why
    zh: 计分表 C18-1：实施检查记录完整；只写“查过了”的，算不进符合率。
    en: C18-1: complete records of inspections; one that only took place tells no conformity.
Bad
    level: 日常
    clauses: []
Good
    clauses: [{standard: zhinan, clause: "5.1", result: 符合}]
Mend
    zh: 照检查表补写 clauses（内审写 checklist）或 findings。
    en: Add `clauses` (of an audit `checklist`) or `findings` from the sheet.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator

from pilotkit.check.recorded import inspected
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every inspection and every audit that says nothing of what it saw."""
    for record in inspected(repository):
        if not record.checked and not record.findings:
            yield Finding(
                record.at("id"),
                Sentence(
                    f"“{record.title}”没有写查了什么、结果怎样",
                    f"{record.title!r} does not say what was looked at, nor how it stood",
                ),
                Sentence(f"写入 {record.checked_key}", f"write `{record.checked_key}`"),
                repository.owner_of(record),
            )


RULE = Rule("PK622", "inspection-without-result", Severity.WARNING, check)
