"""PK615 period-order.

What
    zh: 期间的 from 不晚于 to；记录的日期不早于期间结束。
    en: A period begins before it ends, and its record is dated when it has ended or later.
Why
    zh: 还没有过完的期间，台账、调查不可能已经做成；这样的记录不计分。
    en: A ledger or a survey of days that had not come yet is none: it does not count.
Bad
    period: {from: 2021-11-01, to: 2021-12-31}
Good
    period: {from: 2021-11-01, to: 2021-11-30}
Mend
    zh: 改正写错的那个日期。
    en: Mend the wrong date.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, OneRecord, RecordRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(one: OneRecord) -> Iterator[Finding]:
    """Yield a period that ends before it begins, or after its record's date."""
    record, period = one.record, one.record.stretch
    if period is None:
        return
    if period.from_ > period.to:
        yield Finding(
            record.at("period"),
            Sentence(
                f"期间的开始 {period.from_} 晚于结束 {period.to}",
                f"the period begins on {period.from_} and ends on {period.to}",
            ),
            unit=one.unit,
        )
    elif record.date < period.to:
        yield Finding(
            record.at("date"),
            Sentence(
                f"日期 {record.date} 时期间（到 {period.to}）还没有结束",
                f"on {record.date} the period (to {period.to}) had not ended",
            ),
            unit=one.unit,
        )


def _records(repository: Repository) -> tuple[Evidence, ...]:
    return repository.evidence


RULE = RecordRule("PK615", "period-order", Severity.ERROR, check, records=_records)
