"""PK335 immediate-item-too-long.

What
    zh: 即办件的承诺时限不能超过 1 个工作日。
    en: What is handled at once (即办件) is promised within one working day.
Why
    zh: 即办件是当场办结的事项（GB/T 39554.2—2020 办件类型、承诺办结时限）。
    en: A 即办件 is settled on the spot (GB/T 39554.2—2020).
Bad
    promised_limit: {days: 3}
Good
    promised_limit: {days: 1}
Mend
    zh: 时限写错的改时限；确实当场办不结的，handling 改为承诺件。
    en: Mend the limit, or write `handling: 承诺件` where it cannot be settled at once.
Waive
    zh: 不宜豁免：改办件类型即可。
    en: Better not: mending `handling` is enough.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.item import TimeLimit
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence

_DAYS = {"工作日", "自然日"}


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every 即办件 that takes longer than a working day."""
    for item in repository.living_service_records:
        limit = item.promised_limit
        if item.handling == "即办件" and limit and _is_long(limit):
            yield Finding(
                item.at("promised_limit"),
                Sentence(
                    f"即办件承诺了 {limit.days} {limit.unit}",
                    f"a 即办件 promises {limit.days} {limit.unit}",
                ),
                Sentence("至多 1 工作日，或改为承诺件", "1 working day at most, or 承诺件"),
                repository.owner_of(item),
                about=item.id,
            )


def _is_long(limit: TimeLimit) -> bool:
    return limit.days > (1 if limit.unit in _DAYS else 0)


RULE = Rule("PK335", "immediate-item-too-long", Severity.ERROR, check)
