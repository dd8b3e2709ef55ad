"""How many of the standards that are due are really used (design §4)."""

from collections.abc import Iterator
from datetime import date

from pilotkit.measure.basis import Basis
from pilotkit.measure.measure import Measure
from pilotkit.model.day import months_before
from pilotkit.model.evidence.inspection import standards_in
from pilotkit.model.evidence.nonconformity import Nonconformity
from pilotkit.model.evidence.practice import PracticeRecord
from pilotkit.model.measurement import Marks, Subject
from pilotkit.model.repository import AnyStandard
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import Standard


def subjects(basis: Basis) -> Iterator[Subject]:
    """Yield every standard in force long enough; the own ones first, for others lean on them."""
    repository = basis.repository
    practised, inspected, broken = _practised(basis), inspected_in(basis), _broken(basis)
    cited: set[str] = set()
    for standard in repository.all_standards:
        since = _due_since(basis, standard)
        if since is None:
            continue
        reason = _lacks(standard, practised.get(standard.id), since, inspected, broken)
        if isinstance(standard, Standard) and reason is None:
            found = map(repository.standard_by_number, standard.citations)
            cited.update(one.id for one in found if one)
        elif standard.id in cited:
            reason = None
        marks = Marks(repository.pillar_of(standard), standard.subsystem, _unit(standard))
        yield Subject(standard.id, standard.placed("id"), reason, marks=marks)


def _unit(standard: AnyStandard) -> str | None:
    return standard.unit if isinstance(standard, Standard) else None


def _due_since(basis: Basis, standard: AnyStandard) -> date | None:
    """Return since when a standard is in force, if that is long enough for its use to be due."""
    day = basis.repository.day
    if not standard.issued_on(day):
        return None
    if isinstance(standard, Standard):
        since = standard.effective
    else:
        # A family is in force since its first edition; a new edition does not make it new.
        begun = [edition.effective for edition in standard.editions if edition.effective]
        since = min(begun, default=None)
    months = basis.repository.table.thresholds.effective_months
    return since if since and since <= months_before(day, months) else None


def _practised(basis: Basis) -> dict[str, date]:
    """Return the last time that each standard left an 实施记录."""
    found: dict[str, date] = {}
    for record in basis.of(PracticeRecord):
        for standard in {record.standard, *record.standards}:
            found[standard] = max(record.time, found.get(standard, record.time))
    return found


def inspected_in(basis: Basis) -> set[str]:
    """Return the standards that a 监督检查 or 内部审核 within the window names."""
    day = basis.repository.day
    after = months_before(day, basis.windows.implementation)
    looked = (look for look in basis.looks if after < look.time <= day)
    return {standard for look in looked for standard in standards_in(look)}


def _broken(basis: Basis) -> set[str]:
    """Return the standards with an open 严重 不合格项, whether or not its record counts."""
    day = basis.repository.day
    return {
        record.standard
        for record in basis.repository.evidence_of(Nonconformity)
        if record.severity == "严重"
        and record.standard
        and record.date <= day
        and not record.is_closed_on(day)
    }


def _lacks(
    standard: AnyStandard,
    practised: date | None,
    since: date,
    inspected: set[str],
    broken: set[str],
) -> Sentence | None:
    if standard.id in broken:
        return Sentence("有未关闭的严重不合格项", "an open 严重 不合格项")
    if practised is None or practised < since:
        return Sentence("实施以来没有实施记录", "no 实施记录 since it took effect")
    if standard.id not in inspected:
        return Sentence("检查窗口期内没有监督检查", "no 监督检查 within the window")
    return None


MEASURE = Measure(
    "implementation",
    Sentence("标准实施率", "implementation"),
    Sentence(
        "已实施的标准（有实施记录、窗口期内受过检查、没有未关闭的严重不合格项；采用的标准也可由已实施的"
        "自编标准引用）÷ 应实施的标准（实施满规定月数且未废止）",
        "standards in use (an 实施记录, a 监督检查 within the window, no open 严重 不合格项; an "
        "adopted one also when an own one in use cites it) ÷ standards in force long enough",
    ),
    subjects,
)
