"""How often complaints did not increase from one period to the next (C23-1)."""

from collections.abc import Iterator
from itertools import pairwise

from pilotkit.measure.basis import Basis
from pilotkit.measure.measure import Measure
from pilotkit.model.evidence.complaints import Complaints
from pilotkit.model.measurement import Marks, Subject
from pilotkit.model.sentence import Sentence


def subjects(basis: Basis) -> Iterator[Subject]:
    """Yield every comparison of neighbouring periods of one unit's ledger."""
    by_unit: dict[str, list[Complaints]] = {}
    for ledger in basis.of(Complaints):
        by_unit.setdefault(basis.repository.unit_id(ledger.unit), []).append(ledger)
    for unit in sorted(by_unit):
        ledgers = sorted(by_unit[unit], key=lambda one: (one.time, one.id))
        for before, after in pairwise(ledgers):
            said = f"{before.received} → {after.received}"
            more = Sentence(f"投诉增加：{said}", f"more complaints: {said}")
            reason = more if after.received > before.received else None
            where = after.placed("received")
            yield Subject(f"{before.id}→{after.id}", where, reason, marks=Marks(unit=unit))


MEASURE = Measure(
    "complaints_trend",
    Sentence("投诉持续减少率", "trend of complaints"),
    Sentence(
        "投诉没有增加（或没有投诉）的相邻两期 ÷ 相邻两期的比较",
        "comparisons without an increase (or without complaints) ÷ comparisons of neighbouring "
        "periods",
    ),
    subjects,
    final=True,
)
