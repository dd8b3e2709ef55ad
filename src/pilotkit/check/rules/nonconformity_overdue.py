"""PK624 nonconformity-overdue.

What
    zh: 不合格项到期要验证关闭。
    en: A nonconformity is verified by its due date.
Why
    zh: 计分表 C20-1：针对发现的问题实施持续改进；逾期不关的严重项还使标准不算实施。
    en: C20-1: problems found are mended; a severe open one unmakes the use of its standard.
Bad
    due: 2021-12-15
Good
    verified_on: 2021-12-14
Mend
    zh: 整改后由责任人以外的人验证，写 verified_by 和 verified_on。
    en: Have somebody else verify it; write `verified_by` and `verified_on`.
Waive
    zh: 经批准延期的，写明批准人和到期日；评分仍不认。
    en: Where more time was granted: by whom, with an expiry; the score does not follow.
"""

from collections.abc import Iterator

from pilotkit.check.recorded import recorded
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.evidence.nonconformity import Nonconformity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every nonconformity that is open after its due date."""
    for record in recorded(repository, Nonconformity):
        if record.is_overdue_on(repository.day):
            yield Finding(
                record.at("due"),
                Sentence(
                    f"不合格项已于 {record.due} 到期，没有验证关闭",
                    f"the nonconformity was due on {record.due} and is not verified",
                ),
                unit=repository.owner_of(record),
            )


RULE = Rule("PK624", "nonconformity-overdue", Severity.WARNING, check)
