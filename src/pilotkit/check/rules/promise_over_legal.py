"""PK334 promise-over-legal.

What
    zh: 承诺时限不能长于法定时限；单位不同的，肯定超过才报。
    en: The promised limit is not longer than the legal one; other units only where it surely is.
Why
    zh: 承诺只能比法定更快（GB/T 36114—2018 办结时限）；计分表 C8-1 要求与法律法规一致。
    en: A promise can only be faster than the law (GB/T 36114—2018); criterion C8-1 asks for it.
Bad
    promised_limit: {days: 25}
Good
    promised_limit: {days: 15}
Mend
    zh: 核对法定时限的条款，改正其中一个；两个时限最好用同一单位。
    en: Read the article, mend one of the two; best write both in the same unit.
Waive
    zh: 不宜豁免：时限违法。
    en: Better not: the promise breaks the law.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.item import TimeLimit
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence

# How many calendar days one of each unit has at least and at most; weekends that interrupt
# working days, and the longest holiday, come on top of the most.
_LEAST = {"工作日": 1, "自然日": 1, "月": 28, "年": 365}
_MOST = {"工作日": 1, "自然日": 1, "月": 31, "年": 366}
_WEEK, _WEEKEND, _LONGEST_HOLIDAY = 5, 2, 10


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every promise that is longer than the law allows."""
    for item in repository.living_service_records:
        legal, promised = item.legal_limit, item.promised_limit
        if legal and promised and _is_longer(promised, legal):
            yield Finding(
                item.at("promised_limit"),
                Sentence(
                    f"承诺 {promised.days} {promised.unit}，长于法定的 {legal.days} {legal.unit}",
                    f"promised {promised.days} {promised.unit}, "
                    f"the law allows {legal.days} {legal.unit}",
                ),
                unit=repository.owner_of(item),
                about=item.id,
            )


def _is_longer(promised: TimeLimit, legal: TimeLimit) -> bool:
    if promised.unit == legal.unit:
        return promised.days > legal.days
    return promised.days * _LEAST[promised.unit] > _most_days(legal)


def _most_days(limit: TimeLimit) -> int:
    days = limit.days * _MOST[limit.unit]
    if limit.unit == "工作日":
        days += (limit.days // _WEEK + 1) * _WEEKEND + _LONGEST_HOLIDAY
    return days


RULE = Rule("PK334", "promise-over-legal", Severity.ERROR, check)
