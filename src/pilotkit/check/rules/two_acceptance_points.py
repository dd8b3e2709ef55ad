"""PK333 two-acceptance-points.

What
    zh: 一个事项在同一级只能有一个受理的地方；大厅受理的，单位自己不再受理。
    en: On one level an item is handed in at one place only; not at the hall and at the unit too.
Why
    zh: 灞政办发〔2021〕48号 四：杜绝“两头受理”。
    en: The plan, 四, wants no 两头受理.
Bad
    accepted_at: [zhongxin, minzheng]
Good
    accepted_at: [zhongxin, shilipu]
Mend
    zh: accepted_at 每一级只留一个；街道、社区各自受理的，各建一条记录，写 same_as。
    en: Leave one a level; streets that accept it too have records of their own with `same_as`.
Waive
    zh: 经批准保留分厅的，写明文号和到期日。
    en: Where a branch hall is approved: with the document's number and an expiry.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.unit import Level, Unit


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every place beyond the first of its level."""
    for item in repository.living_service_records:
        first: dict[Level, Unit] = {}
        for index, name in enumerate(item.accepted_at):
            unit = repository.unit(name)
            if unit is None or not unit.holds_on(repository.day):
                continue
            other = first.setdefault(unit.level, unit)
            if other.id != unit.id:
                yield Finding(
                    item.at("accepted_at", index),
                    Sentence(
                        f"两头受理：{item.name}在{other.name}和{unit.name}都受理",
                        f"{item.id} is accepted at {other.id} and at {unit.id}",
                    ),
                    unit=repository.owner_of(item),
                )


RULE = Rule("PK333", "two-acceptance-points", Severity.ERROR, check)
