"""PK626 correction-without-cause.

What
    zh: 写了纠正或已关闭的不合格项，要写原因 cause。
    en: A nonconformity that is corrected or closed says its cause.
Why
    zh: 计分表 C20-1 要的是改进：只改现象不查原因，下次还会发生；没有原因不算关闭。
    en: C20-1 asks for improvement: without its cause it will come again, and is not closed.
Bad
    correction: 补贴公示
Good
    cause: 公示栏更换后未交接
Mend
    zh: 补写原因，纠正措施针对原因写。
    en: Add the cause, and let the corrective action answer to it.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator

from pilotkit.check.recorded import recorded
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.evidence.nonconformity import Nonconformity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every correction whose cause nobody wrote."""
    for record in recorded(repository, Nonconformity):
        if record.cause is None:
            key = next((key for key in _DONE if getattr(record, key) is not None), None)
            if key is not None:
                yield Finding(
                    record.at(key),
                    Sentence("没有写原因就纠正或关闭了", "corrected or closed without a cause"),
                    unit=repository.owner_of(record),
                )


_DONE = ("correction", "corrective_action", "verified_on")


RULE = Rule("PK626", "correction-without-cause", Severity.WARNING, check)
