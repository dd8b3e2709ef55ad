"""PK332 unauthorized-item.

What
    zh: 入驻单位已确认的政务服务事项，要对窗口授权到位，按截至日期计。
    en: The confirmed service items of a 入驻 unit are delegated to its window by the day.
Why
    zh: 灞政办发〔2021〕48号 四：确保本单位进驻市民中心事项，全部授权到位。
    en: The plan, 四: all items that moved into the centre are to be fully delegated.
Bad
    confirmed: {on: 2021-11-30, by: 区行政审批局}
Good
    authorized: {on: 2021-12-01, by: 区民政局}
Mend
    zh: 取得授权文件后，在事项里写 authorized: {on, by, evidence}。
    en: With the delegation in hand, write `authorized: {on, by, evidence}` in the item.
Waive
    zh: 法定不得委托窗口办理的，写明条款和到期日。
    en: Where the law forbids it: with the article and an expiry.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every confirmed item of a 入驻 unit that is not delegated by the day."""
    settled = {unit.id: unit for unit in repository.units_in_roles(["入驻"])}
    for item in filter(repository.is_confirmed, repository.service_items):
        unit = settled.get(repository.unit_id(item.unit))
        given = item.authorized
        if unit and not (given and given.on <= repository.day):
            yield Finding(
                item.at("authorized") if given else item.at("id"),
                Sentence(f"{item.name}还没有授权到位", f"{item.id} is not delegated to its window"),
                unit=unit.id,
            )


RULE = Rule("PK332", "unauthorized-item", Severity.WARNING, check)
