"""How many inspections have every fault that they found handled in time (C18-1)."""

from collections.abc import Iterator

from pilotkit.measure.basis import Basis
from pilotkit.measure.measure import Measure
from pilotkit.model.evidence.inspection import Inspection
from pilotkit.model.measurement import Marks, Subject
from pilotkit.model.sentence import Sentence


def subjects(basis: Basis) -> Iterator[Subject]:
    """Yield every inspection; one that found nothing counts when it shows what it looked at."""
    for record in basis.of(Inspection):
        reason = _lacks(basis, record)
        marks = Marks(unit=basis.repository.unit_id(record.unit))
        yield Subject(record.id, record.placed("id"), reason, marks=marks)


def _lacks(basis: Basis, record: Inspection) -> Sentence | None:
    if not record.clauses and not record.findings:
        return Sentence("没有写检查了什么", "it does not say what was looked at")
    day = basis.repository.day
    late = 0
    for fault in record.findings:
        limit = min(fault.due or day, day)
        if fault.handled_on is None:
            late += fault.due is None or fault.due <= day
        else:
            late += fault.handled_on > limit
    return Sentence(f"{late} 个问题没有按期处理", f"{late} not handled in time") if late else None


MEASURE = Measure(
    "problems_handled",
    Sentence("问题按期处理率", "problems handled"),
    Sentence(
        "问题全部按期处理的检查 ÷ 检查（查了没有问题的计入）",
        "inspections with every fault handled in time ÷ inspections (nothing found counts)",
    ),
    subjects,
    final=True,
)
