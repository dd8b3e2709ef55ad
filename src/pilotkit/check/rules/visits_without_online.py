"""PK337 visits-without-online.

What
    zh: 到场 0 次的事项，办理形式不能只有窗口办理。
    en: An item that takes no visit cannot be handled at the window only.
Why
    zh: 不到场就要能网上办或快递办（GB/T 39554.2—2020 到办事现场次数、办理形式）。
    en: Without a visit it must be online or by courier (GB/T 39554.2—2020).
Bad
    channels: [窗口办理]
Good
    channels: [窗口办理, 网上办理]
Mend
    zh: 补写网上办理或快递申请；只能窗口办的，改正 visits。
    en: Add 网上办理 or 快递申请; mend `visits` where the window is the only way.
Waive
    zh: 不宜豁免：两个字段有一个是错的。
    en: Better not: one of the two fields is wrong.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every item of no visit whose only channel is the window."""
    for item in repository.living_service_records:
        if item.visits == 0 and set(item.channels) == {"窗口办理"}:
            yield Finding(
                item.at("visits"),
                Sentence("到场 0 次，却只能窗口办理", "no visit, yet the window is the only way"),
                unit=repository.owner_of(item),
            )


RULE = Rule("PK337", "visits-without-online", Severity.ERROR, check)
