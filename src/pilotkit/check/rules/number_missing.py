"""PK402 number-missing.

What
    zh: 自编标准从批准之日起要有标准号。
    en: An own standard has a number from the day it is approved.
Why
    zh: 批准发布时编号（GB/T 1.1—2020 8.1 封面）；没有号，别的标准引用不了它。
    en: It is numbered when it is approved (GB/T 1.1—2020, 8.1); without one nobody can cite it.
Bad
    approved: 2021-11-20
Good
    number: Q/BQZW TG 202—2021
Mend
    zh: 给它编号；还没有批准的，删去批准日期。
    en: Number it; take the date of approval away where it is not approved yet.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every approved standard without a number."""
    for standard in repository.standards:
        if standard.number is None and standard.approved and standard.approved <= repository.day:
            yield Finding(
                standard.at("approved"),
                Sentence("已经批准，还没有标准号", "approved, and has no number"),
                unit=repository.owner_of(standard),
            )


RULE = Rule("PK402", "number-missing", Severity.ERROR, check)
