"""PK513 unknown-citation-in-text.

What
    zh: 文本里引用的国家标准、内部标准，在标准体系或随附的国家标准名录里找不到，提示一下。
    en: A national or internal standard in a text that neither the system nor the register knows.
Why
    zh: 引用的标准要列入明细表并收集文本（计分表 C6-1）；找不到的可能是号写错了。
    en: What is cited belongs in the list of the system (C6-1); the number may be misspelt.
Bad
    应符合GB/T 32170.3的规定。
Good
    应符合GB/T 32170.2的规定。
Mend
    zh: 核对标准号；确有此标准的，收入 data/standards/adopted/。
    en: Check the number; collect the standard in data/standards/adopted/ if it exists.
Waive
    zh: 暂不收集的，写明理由和到期日。
    en: For what is not to be collected yet: with reason and expiry.
"""

from collections.abc import Iterator

from pilotkit.check.editions import KnownNumbers
from pilotkit.check.rule import Finding, Rule
from pilotkit.check.texts import own_texts
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import AdoptedStandard, Standard


def check(repository: Repository) -> Iterator[Finding]:
    """Yield the first place of every number in a text that stands for nothing known."""
    known = KnownNumbers(repository)
    for own in own_texts(repository):
        said: set[str] = set()
        for one in own.citations:
            counts = one.is_in_body or one.is_listed
            if counts and one.cited.number.dated not in said and known.lack(one.cited.number):
                said.add(one.cited.number.dated)
                written = one.cited.written
                yield own.says(
                    one.line,
                    Sentence(f"没有登记标准“{written}”", f"no standard {written!r} is recorded"),
                    column=one.cited.column,
                )


RULE = Rule(
    "PK513", "unknown-citation-in-text", Severity.NOTE, check, needs=(Standard, AdoptedStandard)
)
