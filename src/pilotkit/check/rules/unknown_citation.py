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

from collections.abc import Iterable, Iterator

from pilotkit.check.cited import cited_numbers
from pilotkit.check.register import registered
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.number import Number, parse, same_key
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import AdoptedStandard, Standard

_LOOKED_UP = {"国家", "内部"}


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every cited number that stands for nothing known."""
    if repository.incomplete & {Standard, AdoptedStandard}:
        return
    wholes = _wholes(standard.number for standard in repository.all_standards)
    for standard, route, cited in cited_numbers(repository):
        number = parse(cited)
        if number is None or number.rank not in _LOOKED_UP:
            continue
        known = repository.standard_by_number(cited) or number.family in wholes
        if not known and not _is_registered(repository, number):
            yield Finding(
                standard.at(*route),
                Sentence(f"没有登记标准“{cited}”", f"no standard {cited!r} is recorded"),
                unit=repository.owner_of(standard),
            )


def _wholes(numbers: Iterable[str | None]) -> set[str]:
    """Return what a standard of several parts is cited by as a whole: GB/T 24421."""
    families = {read.family for number in numbers if number and (read := parse(number))}
    return {family.rpartition(".")[0] for family in families if "." in family}


def _is_registered(repository: Repository, number: Number) -> bool:
    if number.rank != "国家":
        return False
    register = registered(repository.files)
    family = register.get(number.family)
    if family is None:
        return not number.year and number.family in _wholes(register)
    return not number.year or number.dated in {same_key(one.number) for one in family.editions}


RULE = Rule("PK411", "unknown-citation", Severity.NOTE, check)
