"""PK613 evidence-stale.

What
    zh: pilot.yaml 的 windows.freshness 定了 warn_after 的，证据不能比这更旧。
    en: Evidence is not older than the `warn_after` that pilot.yaml sets for its kind.
Why
    zh: 调查、检查要定期做；旧的一份说明不了现在（计分表 C18、C22 的“定期”“持续”）。
    en: Surveys and inspections are to be regular (C18, C22): an old one says nothing about now.
Bad
    满意度调查: {warn_after: 6}
Good
    满意度调查: {warn_after: 7}
Mend
    zh: 再做一次，登记新的一条。
    en: Do it again and record it.
Waive
    zh: 已经安排的，写明日期。
    en: Where the next one is arranged: with its date.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.day import months_before
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every kind whose latest record is older than its `warn_after`, at that record."""
    limits = repository.pilot.windows.freshness if repository.pilot else {}
    for kind, limit in limits.items():
        records = [
            one for one in repository.evidence if one.kind == kind and one.date <= repository.day
        ]
        if limit.warn_after is None or not records:
            continue
        latest = max(records, key=lambda one: (one.time, one.id))
        if latest.time <= months_before(repository.day, limit.warn_after):
            yield Finding(
                latest.at("date"),
                Sentence(
                    f"最近一次{kind}是 {latest.time}，已超过 {limit.warn_after} 个月",
                    f"the latest {kind} is of {latest.time}, over {limit.warn_after} months old",
                ),
                unit=repository.owner_of(latest),
                about=kind,
            )


RULE = Rule("PK613", "evidence-stale", Severity.WARNING, check)
