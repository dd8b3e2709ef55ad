"""PK412 edition-chain.

What
    zh: 采用标准的各版前后相接：旧版在新版实施时废止，写明被哪一版代替，那一版要登记。
    en: Editions follow each other: the old ends when the new begins, and names it as recorded.
Why
    zh: 哪一版现行按这些日期算；两版同时现行，注日期的引用就判断不了。
    en: Which edition is in force is computed from these dates: two at once cannot be judged.
Bad
    - {number: GB/T 1.1—2009, effective: 2010-01-01}
Good
    withdrawn: 2020-10-01, replaced_by: GB/T 1.1—2020
Mend
    zh: 照标准公告补写 withdrawn 和 replaced_by。
    en: Add `withdrawn` and `replaced_by` from the announcement.
Waive
    zh: 两版确实并行的，写明公告和到期日。
    en: Where two editions run side by side: with the announcement and an expiry.
"""

from collections.abc import Iterator
from itertools import pairwise

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.number import same_key
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import AdoptedStandard, Edition


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every edition that does not give way to the next."""
    for family in repository.adopted:
        dated = [
            (edition.effective, index)
            for index, edition in enumerate(family.editions)
            if edition.effective
        ]
        following = {old: new for (_, old), (_, new) in pairwise(sorted(dated))}
        for index, edition in enumerate(family.editions):
            after = family.editions[following[index]] if index in following else None
            wrong = _wrong(repository, family, edition, after)
            if wrong:
                yield Finding(family.at("editions", index), wrong)


def _wrong(
    repository: Repository, family: AdoptedStandard, edition: Edition, after: Edition | None
) -> Sentence | None:
    begins = after.effective if after else None
    if after and begins and not (edition.withdrawn and edition.withdrawn <= begins):
        return Sentence(
            f"{after.number} 已于 {begins} 实施，这一版还没有废止",
            f"{after.number} is in force from {begins}, and this edition still is",
        )
    if after and edition.replaced_by is None:
        return Sentence("没有写被哪一版代替", "it does not say what replaced it")
    if edition.replaced_by is not None and not _is_known(repository, family, edition.replaced_by):
        return Sentence(
            f"没有登记代替它的“{edition.replaced_by}”",
            f"what replaced it, {edition.replaced_by!r}, is not recorded",
        )
    return None


def _is_known(repository: Repository, family: AdoptedStandard, number: str) -> bool:
    if same_key(number) in {same_key(edition.number) for edition in family.editions}:
        return True
    other = repository.standard_by_number(number)
    return other is not None and other is not family


RULE = Rule("PK412", "edition-chain", Severity.WARNING, check)
