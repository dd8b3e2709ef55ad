"""PK804 table-changed.

What
    zh: 计分表的分值、结构、评分依据或窗口期与官方的（自带的）不同，每处一条。
    en: Points, structure, proofs or windows differ from the official (bundled) ones.
Why
    zh: 评估用的是 国标委服务联〔2013〕61号 的计分表；改过的表算出的分只能内部参考。
    en: The evaluation uses the official table; a score by a changed one is for internal use.
Bad
    windows: {implementation: 24, inspection: 6}
Good
    windows: {implementation: 12}
Mend
    zh: 不是有意改的，恢复官方内容；有意改的，在得分报告里会逐条列出。
    en: Restore what was not meant; what was meant is listed with every score.
Waive
    zh: 有意采用自己读法的，写明理由和到期日。
    en: Where the pilot means its own reading: with the reason and an expiry.
"""

from collections.abc import Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.score.changes import placed_changes


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield every change but those of official words."""
    for change in placed_changes(appraisal.repository):
        if not change.of_words:
            yield Finding(change.entity.at(*change.route), change.said)


RULE = Rule("PK804", "table-changed", Severity.WARNING, check)
