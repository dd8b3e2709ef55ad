"""PK612 evidence-expired.

What
    zh: 证据没有过 valid_until。
    en: Evidence is not past its `valid_until`.
Why
    zh: 过期的合同、证书、授权在验收时不再作数，不计分。
    en: An expired contract, certificate or mandate counts no more.
Bad
    valid_until: 2021-12-15
Good
    valid_until: 2021-12-16
Mend
    zh: 续签、换证后登记新的一条证据；写错的改正。
    en: Renew it and record the new one; mend a wrong date.
Waive
    zh: 正在续签的，写明到期日；评分仍不认。
    en: While it is being renewed: with an expiry; the score does not follow.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every record whose validity has ended."""
    for record in repository.evidence:
        if record.valid_until and record.valid_until < repository.day:
            yield Finding(
                record.at("valid_until"),
                Sentence(
                    f"“{record.title}”已于 {record.valid_until} 到期，不再计分",
                    f"{record.title!r} expired on {record.valid_until} and counts no more",
                ),
                unit=repository.owner_of(record),
            )


RULE = Rule("PK612", "evidence-expired", Severity.WARNING, check)
