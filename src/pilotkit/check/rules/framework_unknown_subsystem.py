"""PK313 framework-unknown-subsystem.

What
    zh: 标准和事项要归到框架里最下一级的子体系。
    en: A standard or an item belongs to a subsystem at the bottom of the framework.
Why
    zh: 明细表的每一行对应结构图的末级方框（GB/T 13016—2018）；归不进去的标准统计不到。
    en: Every row of the list is in a box at the bottom (GB/T 13016—2018), or no figure has it.
Bad
    subsystem: 窗口规范
Good
    subsystem: 服务规范
Mend
    zh: 改正子体系；确需新子体系的，先写入 data/framework.yaml。
    en: Name a lowest one; add one that is needed to data/framework.yaml first.
Waive
    zh: 不宜豁免：这项标准不在体系里。
    en: Better not: the standard would be outside the system.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence, did_you_mean


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every standard and item whose subsystem is no leaf of the framework."""
    framework = repository.framework
    if framework is None:
        return
    every = [subsystem for _, _, subsystem in framework.with_routes()]
    leaves = {
        name
        for leaf in every
        if not leaf.subsystems
        for name in (leaf.id, leaf.name, *leaf.aliases)
    }
    branches = {one.id: one for one in every if one.subsystems}
    for record in (*repository.all_standards, *repository.items):
        name = record.subsystem
        if name is not None and name not in leaves:
            found = repository.subsystem(name)
            branch = branches.get(found[1].id) if found else None
            message = Sentence(f"框架里没有子体系“{name}”", f"no subsystem {name!r}")
            if branch:
                message = Sentence(
                    f"“{name}”下面还有子体系，写到最下一级", f"{name!r} has subsystems; name one"
                )
            yield Finding(
                record.at("subsystem"),
                message,
                None if branch else did_you_mean(name, tuple(sorted(leaves))),
                repository.owner_of(record),
                (record.id,),
            )


def _rests_on(repository: Repository) -> object:
    return repository.framework, repository.all_standards, repository.items, repository.unit_ids


RULE = Rule(
    "PK313",
    "framework-unknown-subsystem",
    Severity.ERROR,
    check,
    ("coverage_count",),
    rests_on=_rests_on,
)
