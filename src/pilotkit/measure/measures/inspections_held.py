"""How many of the planned inspections were held in time (C18-1)."""

from collections.abc import Iterator
from datetime import date

from pilotkit.measure.basis import Basis
from pilotkit.measure.measure import Measure
from pilotkit.model.evidence.inspection import Inspection
from pilotkit.model.evidence.official_document import OfficialDocument
from pilotkit.model.measurement import Marks, Subject
from pilotkit.model.periods import ended_periods
from pilotkit.model.sentence import Sentence

_PLANS = {"检查计划", "检查制度"}


def subjects(basis: Basis) -> Iterator[Subject]:
    """Yield every inspection that a plan or a standing procedure asks for by the day."""
    day = basis.repository.day
    held = [record for record in basis.of(Inspection) if record.date <= day]
    by_line: dict[str, list[date]] = {}
    for record in held:
        by_line.setdefault(record.planned or "", []).append(record.date)
    for plan in basis.of(OfficialDocument):
        if _PLANS & set(plan.doc_types):
            yield from _lines(basis, plan, by_line)
            yield from _periods(basis, plan, [record.date for record in held])


def _lines(basis: Basis, plan: OfficialDocument, held: dict[str, list[date]]) -> Iterator[Subject]:
    for index, line in enumerate(plan.schedule):
        if line.due <= basis.repository.day:
            in_time = any(day <= line.due for day in held.get(line.id, ()))
            late = Sentence(f"应于 {line.due} 前检查", f"was due by {line.due}")
            unit = basis.repository.unit_id(line.unit or plan.unit)
            where = plan.placed("schedule", index, "id")
            reason = None if in_time else late
            yield Subject(f"{plan.id}/{line.id}", where, reason, marks=Marks(unit=unit))


def _periods(basis: Basis, plan: OfficialDocument, held: list[date]) -> Iterator[Subject]:
    if plan.every is None:
        return
    unit = basis.repository.unit_id(plan.unit)
    for period in ended_periods(plan.date, basis.repository.day, plan.every):
        found = any(period.first <= day <= period.last for day in held)
        none = Sentence(f"{period} 没有检查", f"no inspection in {period}")
        id_ = f"{plan.id}/{period.first}"
        yield Subject(id_, plan.placed("every"), None if found else none, marks=Marks(unit=unit))


MEASURE = Measure(
    "inspections_held",
    Sentence("检查计划执行率", "inspections held"),
    Sentence(
        "按期举行的检查 ÷ 检查计划（制度）到截至日期应举行的检查",
        "inspections held by their date ÷ inspections planned by the day",
    ),
    subjects,
    final=True,
)
