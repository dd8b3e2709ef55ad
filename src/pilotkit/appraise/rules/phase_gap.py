"""PK703 phase-gap.

What
    zh: 试点期内有的月份不属于任何阶段。
    en: Months of the pilot belong to no phase.
Why
    zh: 实施方案五把整个试点期排成八个阶段；空出来的月份没有人知道该做什么。
    en: The plan, 五, divides the whole pilot into phases; in a month between nobody has a task.
Bad
    - {id: P2, name: 调研培训阶段, from: 2022-02, to: 2024-04}
Good
    - {id: P2, name: 调研培训阶段, from: 2021-12, to: 2024-04}
Mend
    zh: 照实施方案核对月份；方案确有空档的，由领导小组调整计划。
    en: Check the months against the plan's text; a real gap is the leading group's to close.
Waive
    zh: 方案确有空档并已说明的，写明理由。
    en: Where the gap is meant, say why.
"""

from collections.abc import Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.appraise.phases import count_of, in_order, month_of, month_on, neighbours, span
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.location import Location
from pilotkit.model.plan import Phase
from pilotkit.model.sentence import Sentence


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield the months before, between and after the phases that none of them covers."""
    repository = appraisal.repository
    if not repository.phases:
        return
    for before, after in neighbours(repository):
        first, last = count_of(before.to) + 1, count_of(after.from_) - 1
        between = Sentence(f"{before.id} 与 {after.id} 之间", f"between {before.id} and {after.id}")
        yield from _gap(after.at("from"), first, last, between)
    start, end = repository.phases[0], repository.phases[-1]
    if repository.pilot and in_order(start) and in_order(end):
        period = repository.pilot.period
        since, until = count_of(month_on(period.since)), count_of(month_on(period.until))
        yield from _gap(
            start.at("from"),
            since,
            count_of(start.from_) - 1,
            Sentence(f"{start.id} 之前", f"before {start.id}"),
        )
        yield from _gap(
            end.at("to"), count_of(end.to) + 1, until, Sentence(f"{end.id} 之后", f"after {end.id}")
        )


def _gap(where: Location, first: int, last: int, between: Sentence) -> Iterator[Finding]:
    if first <= last:
        months = span(month_of(first), month_of(last))
        yield Finding(
            where,
            Sentence(
                f"{months} 不属于任何阶段（{between.zh}）",
                f"no phase covers {months} ({between.en})",
            ),
        )


RULE = Rule("PK703", "phase-gap", Severity.WARNING, check, needs=(Phase,))
