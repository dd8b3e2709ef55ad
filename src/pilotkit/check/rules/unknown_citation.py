"""PK411 unknown-citation.

What
    zh: 引用的国家标准、内部标准在标准体系或随附的国家标准名录里找不到，提示一下。
    en: A cited national or internal standard that neither the system nor the register knows.
Why
    zh: 引用的标准要列入明细表并收集文本（计分表 C6-1）；找不到的可能是号写错了。
    en: What is cited belongs in the list of the system (C6-1); the number may be misspelt.
Bad
    citations: [GB/T 32170.3]
Good
    citations: [GB/T 32170.2]
Mend
    zh: 核对标准号；确有此标准的，收入 data/standards/adopted/。
    en: Check the number; collect the standard in data/standards/adopted/ if it exists.
Waive
    zh: 暂不收集的，写明理由和到期日。
    en: For what is not to be collected yet: with reason and expiry.
"""

from collections.abc import Iterator

from pilotkit.check.cited import cited_numbers
from pilotkit.check.editions import KnownNumbers
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.number import parse
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import AdoptedStandard, Standard


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every cited number that stands for nothing known."""
    known = KnownNumbers(repository)
    for standard, route, cited in cited_numbers(repository):
        number = parse(cited)
        if number and known.lack(number):
            yield Finding(
                standard.at(*route),
                Sentence(f"没有登记标准“{cited}”", f"no standard {cited!r} is recorded"),
                unit=repository.owner_of(standard),
            )


RULE = Rule("PK411", "unknown-citation", Severity.NOTE, check, needs=(Standard, AdoptedStandard))
