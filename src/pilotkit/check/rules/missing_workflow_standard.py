"""PK324 missing-workflow-standard.

What
    zh: 已确认的管理事项，每项要有现行有效的工作流程标准。
    en: Every confirmed management item has an issued 工作流程标准.
Why
    zh: 灞政办发〔2021〕48号 五（四）：形成每个管理事项的管理标准、工作流程标准。
    en: The plan, 灞政办发〔2021〕48号 五（四）, asks for one for every management item.
Bad
    covers: [caiwu]
Good
    covers: [caiwu, huanjing]
Mend
    zh: 编写并发布工作流程标准，或把事项写进已有标准的 covers。
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
    """Yield every confirmed management item without an issued 工作流程标准."""
    confirmed = filter(repository.is_confirmed, repository.management_items)
    for item in uncovered(repository, confirmed, "工作流程标准", "GL"):
        yield Finding(
            item.at("id"),
            Sentence(
                f"{item.name}缺现行有效的工作流程标准",
                f"{item.id} lacks an issued 工作流程标准",
            ),
            Sentence(
                f"在 data/standards/GL/ 编写，covers 写 {item.id}",
                f"write it in data/standards/GL/, with {item.id} in `covers`",
            ),
            repository.owner_of(item),
        )


RULE = Rule(
    "PK324",
    "missing-workflow-standard",
    Severity.WARNING,
    check,
    ("coverage", "coverage_items"),
    needs=(Standard, AdoptedStandard),
)
