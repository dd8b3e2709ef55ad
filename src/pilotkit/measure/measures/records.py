"""How many of the records that standards ask for are there, period by period (C17-1)."""

from collections.abc import Iterator
from datetime import date

from pilotkit.measure.basis import Basis
from pilotkit.measure.measure import Measure
from pilotkit.model.evidence.practice import PracticeRecord
from pilotkit.model.measurement import Marks, Subject
from pilotkit.model.period import Period
from pilotkit.model.periods import CalendarPeriod, Rhythm, ended_periods
from pilotkit.model.repository import AnyStandard
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import RequiredRecord, Standard

# 办件: a ledger a month.
_LEDGER: Rhythm = "月"


def subjects(basis: Basis) -> Iterator[Subject]:
    """Yield every pair of a required record and a period that it is due for."""
    repository, kept = basis.repository, _kept(basis)
    for standard in repository.all_standards:
        since = _since(standard)
        if since is None or not standard.issued_on(repository.day):
            continue
        unit = standard.unit if isinstance(standard, Standard) else None
        marks = Marks(repository.pillar_of(standard), standard.subsystem, unit)
        for index, required in enumerate(standard.records):
            where = standard.placed("records", index, "id")
            ledgers = kept.get((standard.id, required.id), [])
            for period in ended_periods(since, repository.day, _rhythm(required)):
                id_ = f"{standard.id}/{required.id}/{period.first}"
                reason = None if _has(ledgers, period) else _lacks(required, period)
                yield Subject(id_, where, reason, marks=marks)


def _since(standard: AnyStandard) -> date | None:
    if isinstance(standard, Standard):
        return standard.effective
    begun = [edition.effective for edition in standard.editions if edition.effective]
    return min(begun, default=None)


def _rhythm(required: RequiredRecord) -> Rhythm:
    return _LEDGER if required.every == "办件" else required.every


def _kept(basis: Basis) -> dict[tuple[str, str], list[Period]]:
    found: dict[tuple[str, str], list[Period]] = {}
    for record in basis.of(PracticeRecord):
        if record.record:
            found.setdefault((record.standard, record.record), []).append(record.period)
    return found


def _has(ledgers: list[Period], period: CalendarPeriod) -> bool:
    """A ledger serves a period that it ends in, or that it covers."""
    return any(
        period.first <= ledger.to <= period.last
        or (ledger.from_ <= period.first and period.last <= ledger.to)
        for ledger in ledgers
    )


def _lacks(required: RequiredRecord, period: CalendarPeriod) -> Sentence:
    return Sentence(f"缺 {period} 的“{required.name}”", f"no {required.id} for {period}")


MEASURE = Measure(
    "records",
    Sentence("应有记录归档率", "records kept"),
    Sentence(
        "有实施记录的（应有记录，应有时段）对 ÷ 标准实施以来已到期的全部对（办件类每月一本台账）",
        "pairs (required record, period) with an 实施记录 ÷ all pairs due (办件: monthly)",
    ),
    subjects,
)
