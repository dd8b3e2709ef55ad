"""PK630 efficiency-without-baseline.

What
    zh: 效能对比要有基线：什么时候、从哪里取的数，且早于对比的日期。
    en: A comparison has a baseline: when and where the figures before were taken, and earlier.
Why
    zh: 没有日期和出处的“以前”无从核对，什么也证明不了，所以不计分（计分表 C24、C25）。
    en: A "before" of no date and no source proves nothing: it does not count (C24, C25).
Bad
    baseline: {date: 2021-12-02, source: 实施清单}
Good
    baseline: {date: 2021-03-01, source: 实施清单}
Mend
    zh: 补写 baseline: {date, source}，附上当时的清单。
    en: Add `baseline: {date, source}` and attach the list of that time.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator

from pilotkit.check.recorded import recorded
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.evidence.efficiency import Efficiency
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every comparison with nothing that can be checked."""
    for record in recorded(repository, Efficiency):
        if record.baseline is None:
            yield Finding(
                record.at("before"),
                Sentence("没有写基线的日期和出处", "no date and no source of the figures before"),
                unit=repository.owner_of(record),
            )
        elif record.baseline.date >= record.date:
            yield Finding(
                record.at("baseline", "date"),
                Sentence(
                    f"基线日期 {record.baseline.date} 不早于对比日期 {record.date}",
                    f"the baseline {record.baseline.date} is not before {record.date}",
                ),
                unit=repository.owner_of(record),
            )


RULE = Rule("PK630", "efficiency-without-baseline", Severity.ERROR, check)
