"""PK403 year-missing.

What
    zh: 自编标准从批准之日起，标准号要带年代号。
    en: The number of an own standard has its year from the day it is approved.
Why
    zh: 年代号说明是哪一版；没有它，修订后分不清新旧（GB/T 1.1—2020 8.1）。
    en: The year says which edition it is (GB/T 1.1—2020, 8.1); without it old and new look alike.
Bad
    number: Q/BQZW TG 203
Good
    number: Q/BQZW TG 203—2021
Mend
    zh: 在标准号后加破折号和批准发布的年份。
    en: Add a dash and the year of issue.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.number import parse
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every approved standard whose number has no year."""
    for standard in repository.standards:
        if not (standard.number and standard.approved and standard.approved <= repository.day):
            continue
        number = parse(standard.number)
        if number and not number.year:
            yield Finding(
                standard.at("number"),
                Sentence(
                    f"标准号“{standard.number}”没有年代号", f"{standard.number!r} has no year"
                ),
                unit=repository.owner_of(standard),
            )


def _rests_on(repository: Repository) -> object:
    return repository.all_standards, repository.unit_ids, repository.day


RULE = Rule("PK403", "year-missing", Severity.ERROR, check, rests_on=_rests_on)
