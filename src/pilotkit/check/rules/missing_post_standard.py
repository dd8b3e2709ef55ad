"""PK325 missing-post-standard.

What
    zh: 每个岗位要有现行有效的岗位工作标准，按截至日期计。
    en: Every post of the day has an issued 岗位工作标准.
Why
    zh: 灞政办发〔2021〕48号 二（一）：有人就有工作标准；五（四）：完成岗位工作标准的编制。
    en: The plan, 二（一）: who works has a work standard; 五（四） has them written.
Bad
    covers: [zixun]
Good
    covers: [zixun, shouli]
Mend
    zh: 编写并发布岗位工作标准，或把岗位写进已有标准的 covers。
    en: Write and issue one, or add the post to `covers` of one.
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
    """Yield every post of the day without an issued 岗位工作标准."""
    for post in uncovered(repository, repository.living_posts, "岗位工作标准", "GZ"):
        yield Finding(
            post.at("id"),
            Sentence(
                f"{post.name}缺现行有效的岗位工作标准",
                f"{post.id} lacks an issued 岗位工作标准",
            ),
            Sentence(
                f"在 data/standards/GZ/ 编写，covers 写 {post.id}",
                f"write it in data/standards/GZ/, with {post.id} in `covers`",
            ),
            repository.owner_of(post),
        )


RULE = Rule(
    "PK325",
    "missing-post-standard",
    Severity.WARNING,
    check,
    ("coverage",),
    needs=(Standard, AdoptedStandard),
)
