"""PK322 missing-procedure.

What
    zh: 已确认的政务服务事项，每项要有现行有效的办理规程。
    en: Every confirmed service item has an issued 办理规程.
Why
    zh: 灞政办发〔2021〕48号 五（四）：形成每个政务服务事项的服务指南、办理规程标准。
    en: The plan, 灞政办发〔2021〕48号 五（四）, asks for one for every service item.
Bad
    covers: [hunyin]
Good
    covers: [hunyin, laonianzheng]
Mend
    zh: 编写并发布办理规程，或把事项写进已有规程的 covers。
    en: Write and issue one, or add the item to `covers` of one.
Waive
    zh: 编写排在以后的，在 data/pilot.yaml 的 waivers 写明理由和到期日。
    en: Where it is planned for later: `waivers` of data/pilot.yaml, reason and expiry.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.check.uncovered import uncovered
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import AdoptedStandard, Standard


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every confirmed service item without an issued 办理规程."""
    confirmed = filter(repository.is_confirmed, repository.service_items)
    for item in uncovered(repository, confirmed, "办理规程", "TG"):
        yield Finding(
            item.at("id"),
            Sentence(
                f"{item.name}缺现行有效的办理规程",
                f"{item.id} lacks an issued 办理规程",
            ),
            Sentence(
                f"在 data/standards/TG/ 编写，covers 写 {item.id}",
                f"write it in data/standards/TG/, with {item.id} in `covers`",
            ),
            repository.owner_of(item),
        )


RULE = Rule(
    "PK322",
    "missing-procedure",
    Severity.WARNING,
    check,
    ("coverage", "coverage_items"),
    needs=(Standard, AdoptedStandard),
)
