"""PK614 evidence-outdated.

What
    zh: pilot.yaml 的 windows.freshness 定了 error_after 的，更旧的证据不计分；长期有效的除外。
    en: Evidence older than the `error_after` of its kind does not count, but for what is standing.
Why
    zh: 试点自己定下：旧到这个程度的材料什么也证明不了，所以是错误。
    en: The pilot itself says that material so old proves nothing: hence an error.
Bad
    满意度调查: {error_after: 12}
Good
    满意度调查: {error_after: 15}
Mend
    zh: 登记新的一条；旧的留着也可以，改写 standing 须有依据。
    en: Record a new one; the old may stay. Write `standing` only with a ground.
Waive
    zh: 不宜豁免：评分仍不认。
    en: Better not: the score does not follow.
"""

from collections.abc import Iterator
from datetime import date

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.day import months_before
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every record that is older than the `error_after` of its kind."""
    limits = repository.pilot.windows.freshness if repository.pilot else {}
    bounds = {
        kind: (months_before(repository.day, limit.error_after), limit.error_after)
        for kind, limit in limits.items()
        if limit.error_after is not None
    }
    for record in repository.evidence if bounds else ():
        bound, months = bounds.get(record.kind, (date.min, 0))
        if record.time <= bound and not record.standing:
            yield Finding(
                record.at("date"),
                Sentence(
                    f"{record.time} 的{record.kind}已超过 {months} 个月，不再计分",
                    f"a {record.kind} of {record.time} is over {months} months old: not counted",
                ),
                unit=repository.owner_of(record),
            )


RULE = Rule("PK614", "evidence-outdated", Severity.ERROR, check)
