"""PK409 issued-before-pilot.

What
    zh: 自编标准发布在试点开始以前、又没有写代替了谁，提示一下。
    en: An own standard issued before the pilot began, that replaces nothing, is pointed out.
Why
    zh: 计分表 B4 看的是试点建设的标准；旧标准应当登记为现有文件，或写明由它修订而来。
    en: B4 of the table asks for the pilot's standards; what is older is a collected document.
Bad
    issued: 2021-03-31
Good
    issued: 2021-04-01
Mend
    zh: 改正日期；原有的标准登记到 data/documents/，或在 replaces 写明原来的号。
    en: Mend the date; record an older standard in data/documents/, or write what it `replaces`.
Waive
    zh: 沿用的标准，写明理由和到期日。
    en: For a standard that goes on: with reason and expiry.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every own standard that is older than the pilot."""
    if repository.pilot is None:
        return
    since = repository.pilot.period.since
    for standard in repository.standards:
        if standard.issued and standard.issued < since and not standard.replaces:
            yield Finding(
                standard.at("issued"),
                Sentence(
                    f"{standard.issued} 发布，早于试点开始 {since}",
                    f"issued on {standard.issued}, before the pilot began on {since}",
                ),
                unit=repository.owner_of(standard),
            )


RULE = Rule("PK409", "issued-before-pilot", Severity.NOTE, check)
