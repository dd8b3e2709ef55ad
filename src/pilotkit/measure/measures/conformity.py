"""How many of the clauses that were looked at are kept (C18-2)."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from pilotkit.measure.basis import Basis
from pilotkit.measure.measure import Measure
from pilotkit.model.day import months_before
from pilotkit.model.evidence.inspection import Audit, Inspection
from pilotkit.model.evidence.nonconformity import Nonconformity
from pilotkit.model.location import Place
from pilotkit.model.measurement import Marks, Subject
from pilotkit.model.sentence import Sentence

_Key = tuple[str, str]


class _Looked(NamedTuple):
    day: date
    conforms: bool
    place: Place
    unit: str


def subjects(basis: Basis) -> Iterator[Subject]:
    """Yield the latest result of every clause; 不符合 that was since verified closed conforms."""
    closed = _closed(basis)
    for (standard, clause), looked in sorted(_latest(basis).items()):
        mended = any(looked.day <= day for day in closed.get((standard, clause), ()))
        reason = None
        if not (looked.conforms or mended):
            reason = Sentence(f"{looked.day} 检查不符合", f"not kept on {looked.day}")
        marks = Marks(unit=looked.unit)
        yield Subject(f"{standard} {clause}", looked.place, reason, marks=marks)


def _latest(basis: Basis) -> dict[_Key, _Looked]:
    """Of two results of one day the worse stands."""
    found: dict[_Key, _Looked] = {}
    for key, looked in _results(basis):
        before = found.get(key)
        if before is None or (before.day, not before.conforms) <= (looked.day, not looked.conforms):
            found[key] = looked
    return found


def _results(basis: Basis) -> Iterator[tuple[_Key, _Looked]]:
    """Yield results within the window; a record that does not count still counts against."""
    repository = basis.repository
    after = months_before(repository.day, basis.windows.inspection)
    for record in repository.evidence:
        if not isinstance(record, Inspection | Audit) or not after < record.date <= repository.day:
            continue
        counts = basis.why_not(record) is None
        for index, checked in enumerate(record.checked):
            conforms = checked.result == "符合"
            if checked.result != "不适用" and (counts or not conforms):
                where = record.placed(record.checked_key, index, "clause")
                unit = repository.unit_id(record.unit)
                looked = _Looked(record.date, conforms, where, unit)
                yield (checked.standard, checked.clause), looked


def _closed(basis: Basis) -> dict[_Key, list[date]]:
    found: dict[_Key, list[date]] = {}
    for record in basis.of(Nonconformity):
        verified = record.verified_on
        if record.standard and record.clause and verified and verified <= basis.repository.day:
            found.setdefault((record.standard, record.clause), []).append(verified)
    return found


MEASURE = Measure(
    "conformity",
    Sentence("条款符合率", "conformity"),
    Sentence(
        "符合的条款 ÷（符合＋不符合）的条款，取窗口期内每条的最近一次结果；"
        "不符合已整改并经验证关闭的按符合",
        "clauses kept ÷ clauses kept or not, by the latest result of each within the window; what "
        "was since verified closed is kept",
    ),
    subjects,
)
