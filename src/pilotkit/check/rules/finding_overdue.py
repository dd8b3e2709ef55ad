"""PK623 finding-overdue.

What
    zh: 检查、内审发现的问题，到期要处理完。
    en: What an inspection or audit found is handled by its due date.
Why
    zh: 计分表 C18-1：问题处理记录完整；逾期未处理的，这次检查不算处理完。
    en: C18-1: complete records of how problems were handled.
Bad
    - {facts: 未公示时限, owner: spj, due: 2021-12-15}
Good
    - {facts: 未公示时限, owner: spj, due: 2021-12-15, handled_on: 2021-12-10}
Mend
    zh: 处理后写 handled_on 和 result；来不及的，先办手续改期。
    en: Write `handled_on` and `result` when it is handled.
Waive
    zh: 经批准延期的，写明批准人和到期日。
    en: Where more time was granted: by whom, with an expiry.
"""

from collections.abc import Iterator

from pilotkit.check.recorded import inspected
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every fault that is open after its due date."""
    for record in inspected(repository):
        for index, fault in enumerate(record.findings):
            if fault.is_overdue_on(repository.day):
                yield Finding(
                    record.at("findings", index, "due"),
                    Sentence(
                        f"问题“{fault.facts}”已于 {fault.due} 到期，没有处理",
                        f"{fault.facts!r} was due on {fault.due} and is not handled",
                    ),
                    unit=repository.owner_of(record),
                )


RULE = Rule("PK623", "finding-overdue", Severity.WARNING, check)
