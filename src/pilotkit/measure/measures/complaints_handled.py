"""In how many periods everything that came in was resolved in time (C23-1)."""

from collections.abc import Iterator

from pilotkit.measure.basis import Basis
from pilotkit.measure.measure import Measure
from pilotkit.model.evidence.complaints import Complaints
from pilotkit.model.measurement import Marks, Subject
from pilotkit.model.sentence import Sentence


def subjects(basis: Basis) -> Iterator[Subject]:
    """Yield every ledger; one that reports nothing received (零报告) counts."""
    for ledger in basis.of(Complaints):
        late = ledger.received - ledger.resolved_in_time
        reason = (
            Sentence(f"{late} 件没有按期办结", f"{late} not resolved in time") if late else None
        )
        marks = Marks(unit=basis.repository.unit_id(ledger.unit))
        yield Subject(ledger.id, ledger.placed("resolved_in_time"), reason, marks=marks)


MEASURE = Measure(
    "complaints_handled",
    Sentence("意见投诉按期办结率", "complaints handled"),
    Sentence(
        "全部按期办结（或没有投诉）的时段 ÷ 有台账的时段",
        "periods with everything resolved in time (or nothing received) ÷ periods recorded",
    ),
    subjects,
    final=True,
)
