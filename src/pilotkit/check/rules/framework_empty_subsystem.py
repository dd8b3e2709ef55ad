"""PK312 framework-empty-subsystem.

What
    zh: 最下一级子体系都要有现行有效的标准，自编或采用的都算。
    en: Every subsystem at the bottom has a standard that is issued and not withdrawn.
Why
    zh: 结构图的每个末级方框对应明细表的行（GB/T 13016—2018）；任务 P4-4 完善各子体系。
    en: Every box at the bottom has rows in the list (GB/T 13016—2018); task P4-4 fills them.
Bad
    subsystem: tg-fuwu
Good
    subsystem: jc-daoze
Mend
    zh: 编写或收集属于它的标准；确实不需要的子体系，从框架里去掉。
    en: Write or collect a standard of it; take a subsystem that is not needed out.
Waive
    zh: 编写排在以后的，写明理由和到期日。
    en: Where it is planned for later: with a reason and an expiry.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import AdoptedStandard, Standard


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every leaf of the framework without a standard of the day."""
    framework = repository.framework
    if framework is None:
        return
    filled = set()
    for name in {standard.subsystem for standard in repository.issued}:
        found = repository.subsystem(name)
        filled.add(found[1].id if found else "")
    for route, _, subsystem in framework.with_routes():
        if not subsystem.subsystems and subsystem.id not in filled:
            yield Finding(
                framework.at(*route, "id"),
                Sentence(
                    f"子体系“{subsystem.name}”还没有现行有效的标准",
                    f"subsystem {subsystem.id} has no issued standard",
                ),
                subjects=(subsystem.id,),
            )


def _rests_on(repository: Repository) -> object:
    return repository.framework, repository.issued


RULE = Rule(
    "PK312",
    "framework-empty-subsystem",
    Severity.WARNING,
    check,
    ("coverage", "coverage_count"),
    rests_on=_rests_on,
    needs=(Standard, AdoptedStandard),
)
