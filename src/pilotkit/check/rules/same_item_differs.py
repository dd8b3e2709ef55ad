"""PK341 same-item-differs.

What
    zh: 街道、社区办理的同一事项，时限、材料、环节、收费、到场次数要与区级一致，街道之间也一致。
    en: Limits, materials, steps, fee and visits of one item are the same on all levels.
Why
    zh: 灞政办发〔2021〕48号 二（一）：三级政务服务“上下联动、协调运转”，各级各写一套就不是标准。
    en: The plan, 二（一）: three levels that work as one; what each writes anew is no standard.
Bad
    visits: 2
Good
    visits: 1
Mend
    zh: 以区级记录为准改正；没有特殊规定的字段可以不写，不写就是与区级相同。
    en: Write what the district's record says; a field that is not written is the district's.
Waive
    zh: 经批准先行先试的街道，写明文号和到期日。
    en: For a street that tries something out: with the document's number and an expiry.
"""

from collections.abc import Callable, Iterator
from typing import Any

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.item import ServiceItem
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def _materials(item: ServiceItem) -> object:
    return [(one.name, one.form, one.copies, one.required) for one in item.materials]


def _steps(item: ServiceItem) -> object:
    """Return the steps without their posts: each street has posts of its own."""
    return [(step.name, step.limit) for step in item.steps]


_COMPARED: tuple[tuple[str, Sentence, Callable[[ServiceItem], Any]], ...] = (
    ("legal_limit", Sentence("法定时限", "the legal limit"), lambda item: item.legal_limit),
    ("promised_limit", Sentence("承诺时限", "the promise"), lambda item: item.promised_limit),
    ("materials", Sentence("申请材料", "the materials"), _materials),
    ("steps", Sentence("办理环节", "the steps"), _steps),
    ("fee", Sentence("收费", "the fee"), lambda item: item.fee),
    ("visits", Sentence("到场次数", "the visits"), lambda item: item.visits),
)


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every field that differs from the district's, or from another street's."""
    families: dict[str, list[ServiceItem]] = {}
    for item in repository.living_service_records:
        if item.same_as is not None:
            families.setdefault(item.same_as, []).append(item)
    for name, records in families.items():
        whole = repository.items_by_id.get(name)
        family = [whole, *records] if isinstance(whole, ServiceItem) else records
        for key, called, value in _COMPARED:
            written = [item for item in family if value(item) not in (None, [])]
            for item in written[1:]:
                if value(item) != value(written[0]):
                    yield _finding(repository, item, written[0], key, called)


def _finding(
    repository: Repository, item: ServiceItem, first: ServiceItem, key: str, called: Sentence
) -> Finding:
    place = first.at(key)
    return Finding(
        item.at(key),
        Sentence(
            f"{called.zh}与同一事项的另一条记录不同", f"{called.en} differs from the same item's"
        ),
        Sentence(f"另一条写在 {place}", f"the other is at {place}"),
        repository.owner_of(item),
    )


RULE = Rule("PK341", "same-item-differs", Severity.ERROR, check)
