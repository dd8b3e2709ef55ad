"""PK331 unconfirmed-item.

What
    zh: 按单位列出还没有确认的事项有几项，按截至日期计。
    en: For each unit: how many of its items nobody has confirmed by the day.
Why
    zh: 覆盖率只计已确认的事项，待确认的另计；评分时全部按未覆盖计（design §2）。
    en: The coverage counts confirmed items; a proof takes every unconfirmed one as uncovered.
Bad
    unit: minzheng
Good
    confirmed: {on: 2021-11-30, by: 区行政审批局}
Mend
    zh: 单位核对后，在事项里写 confirmed: {on, by, evidence}；不属于本单位的，移走或删去。
    en: When the unit has checked it, write `confirmed: {on, by, evidence}`; remove what is not its.
Waive
    zh: 只是提示，不必豁免。
    en: It is only a note.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.item import Item
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield one finding a unit, at the first of its unconfirmed items."""
    waiting: dict[str, list[Item]] = {}
    items: tuple[Item, ...] = (*repository.service_items, *repository.management_items)
    for item in items:
        if not repository.is_confirmed(item):
            waiting.setdefault(repository.unit_id(item.unit), []).append(item)
    for name, those in waiting.items():
        unit = repository.unit(name)
        yield Finding(
            those[0].at("id"),
            Sentence(
                f"{unit.name if unit else name}有 {len(those)} 个事项待确认",
                f"{len(those)} items of {name} are not confirmed",
            ),
            unit=unit.id if unit else None,
            subjects=tuple(item.id for item in those),
            about=name,
        )


RULE = Rule("PK331", "unconfirmed-item", Severity.NOTE, check, ("coverage", "coverage_items"))
