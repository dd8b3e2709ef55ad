"""PK340 level-chain.

What
    zh: 街道、社区的记录用 same_as 指向上级的那条记录；不能指向同级、下级或另一条 same_as。
    en: A record of a street or community names the district's in `same_as`, never its own level's.
Why
    zh: 灞政办发〔2021〕48号 二（一）：区、街道、社区三级政务服务体系；同一事项只算一次。
    en: The plan, 二（一）: one service of three levels; an item of all of them is counted once.
Bad
    same_as: laonianzheng-shilipu
Good
    same_as: laonianzheng
Mend
    zh: same_as 写区级记录的编号；区级还没有这个事项的，先建区级记录。
    en: Write the id of the district's record in `same_as`; write that record first if need be.
Waive
    zh: 不宜豁免：同一事项会算两次或不算。
    en: Better not: the item would be counted twice, or not at all.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.item import Item, ManagementItem, ServiceItem
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence, did_you_mean
from pilotkit.model.unit import LEVELS


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every record that is linked wrongly, or not though a higher level has its item."""
    whole = _by_name(repository)
    for item in repository.living_service_records:
        if item.same_as is not None:
            yield from _linked(repository, item, item.same_as)
        elif (higher := whole.get(item.name)) and (_height(repository, item, higher) or 0) > 0:
            yield Finding(
                item.at("name"),
                Sentence(
                    f"上级已有事项“{item.name}”，这里没有写 same_as",
                    f"a higher level has {item.name!r}, and no `same_as` says so",
                ),
                Sentence(f"写 same_as: {higher.id}", f"write `same_as: {higher.id}`"),
                repository.owner_of(item),
            )


def _by_name(repository: Repository) -> dict[str, ServiceItem]:
    """Return the record of the highest level by its name."""
    found: dict[str, ServiceItem] = {}
    for item in repository.service_items:
        held = found.setdefault(item.name, item)
        if (_height(repository, held, item) or 0) > 0:
            found[item.name] = item
    return found


def _linked(repository: Repository, item: ServiceItem, name: str) -> Iterator[Finding]:
    target = repository.items_by_id.get(name)
    help_ = None
    if target is None:
        message = Sentence(f"没有事项“{name}”", f"no item {name!r}")
        help_ = did_you_mean(name, tuple(repository.items_by_id))
    elif not isinstance(target, ServiceItem):
        message = Sentence(f"“{name}”不是政务服务事项", f"{name!r} is no service item")
    elif target.same_as is not None:
        message = Sentence(f"“{name}”自己也写了 same_as", f"{name!r} has a `same_as` itself")
        help_ = Sentence(f"直接写 {target.same_as}", f"write {target.same_as}")
    elif (height := _height(repository, item, target)) is not None and height <= 0:
        message = Sentence(f"“{name}”不是上级的记录", f"{name!r} is of no higher level")
    else:
        return
    yield Finding(item.at("same_as"), message, help_, repository.owner_of(item))


def _height(repository: Repository, item: Item, other: Item) -> int | None:
    """Say by how many levels the other's unit is above; None where nobody knows a unit."""
    lower, upper = repository.unit(item.unit), repository.unit(other.unit)
    if lower is None or upper is None:
        return None
    return LEVELS.index(lower.level) - LEVELS.index(upper.level)


def _rests_on(repository: Repository) -> object:
    living = repository.living_service_records
    return living, repository.items, repository.units


RULE = Rule(
    "PK340",
    "level-chain",
    Severity.ERROR,
    check,
    ("coverage", "coverage_items"),
    rests_on=_rests_on,
    needs=(ServiceItem, ManagementItem),
)
