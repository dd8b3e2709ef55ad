"""PK610 evidence-outside-pilot.

What
    zh: 证据的日期在试点期内；长期有效的写 standing: true。
    en: Evidence is dated inside the pilot's period; what holds for good says `standing: true`.
Why
    zh: 试点以外的工作不是试点的成果，不计分（pilot.yaml 的 period）。
    en: What was done outside the period is not of this pilot, and does not count.
Bad
    date: 2021-03-31
Good
    date: 2021-04-01
Mend
    zh: 改正日期；试点前定下、一直有效的制度写 standing: true。
    en: Mend the date; write `standing: true` for what was settled before and still holds.
Waive
    zh: 保留作背景材料的，写明理由和到期日；评分仍不认。
    en: For background kept on purpose: with reason and expiry; the score does not follow.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every record that is dated outside the period and does not stand for good."""
    if repository.pilot is None:
        return
    since, until = repository.pilot.period.since, repository.pilot.period.until
    for record in repository.evidence:
        if not since <= record.date <= until and not record.standing:
            yield Finding(
                record.at("date"),
                Sentence(
                    f"{record.date} 不在试点期 {since} 至 {until} 内，不计分",
                    f"{record.date} is outside {since} to {until}; it does not count",
                ),
                unit=repository.owner_of(record),
            )


RULE = Rule("PK610", "evidence-outside-pilot", Severity.WARNING, check)
