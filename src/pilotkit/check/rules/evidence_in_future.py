"""PK611 evidence-in-future.

What
    zh: 日期晚于截至日期的证据，按单位提示一条：这次不计。
    en: Evidence dated after the day is pointed out, once a unit: this time it does not count.
Why
    zh: 一切按截至日期看；日期写错的会一直不计分。
    en: Everything is seen from the day; a misspelt date would never count.
Bad
    date: 2022-12-01
Good
    date: 2021-12-16
Mend
    zh: 日期写错的改正；其余不用改，换截至日期即可。
    en: Mend a wrong date; nothing to do otherwise.
Waive
    zh: 不必豁免，到期自然消失。
    en: No need: it goes away by itself.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield, at the farthest record of each unit, how many are of a later day."""
    later: dict[str, list[Evidence]] = {}
    for record in repository.evidence:
        if record.date > repository.day:
            later.setdefault(repository.unit_id(record.unit), []).append(record)
    for records in later.values():
        farthest = max(records, key=lambda one: (one.date, one.id))
        yield Finding(
            farthest.at("date"),
            Sentence(
                f"有 {len(records)} 条证据晚于截至日期 {repository.day}，这次不计；"
                f"最晚的是 {farthest.date}",
                f"{len(records)} records are after {repository.day}, not counted this time; "
                f"the farthest is of {farthest.date}",
            ),
            unit=repository.owner_of(farthest),
            about="evidence-in-future",
        )


RULE = Rule("PK611", "evidence-in-future", Severity.NOTE, check)
