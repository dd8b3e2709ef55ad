"""How many of the sampled cases can be followed to record, standard, clause and post (C17-2)."""

from collections.abc import Iterator

from pilotkit.measure.basis import Basis
from pilotkit.measure.measure import Measure
from pilotkit.model.evidence.practice import PracticeRecord, SampledCase
from pilotkit.model.measurement import Marks, Subject
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import Standard
from pilotkit.text.headings import numbered_headings


def subjects(basis: Basis) -> Iterator[Subject]:
    """Yield every sampled 办件 of every ledger."""
    clauses: dict[str, frozenset[str]] = {}
    for ledger in basis.of(PracticeRecord):
        for index, case in enumerate(ledger.sample):
            reason = _broken(basis, ledger, case, clauses)
            marks = Marks(unit=basis.repository.unit_id(ledger.unit))
            where = ledger.placed("sample", index, "case")
            yield Subject(f"{ledger.id}/{case.case}", where, reason, marks=marks)


def _broken(
    basis: Basis, ledger: PracticeRecord, case: SampledCase, clauses: dict[str, frozenset[str]]
) -> Sentence | None:
    repository = basis.repository
    standard = repository.standards_by_id.get(ledger.standard)
    if standard is None:
        return Sentence("找不到所依据的标准", "its standard is unknown")
    if ledger.record not in {required.id for required in standard.records}:
        return Sentence("标准没有要求这种记录", "the standard asks for no such record")
    if ledger.post not in repository.posts_by_id:
        return Sentence("没有写明岗位", "no post is named")
    if not case.clause:
        return Sentence("没有写明条款", "no clause is named")
    if isinstance(standard, Standard):
        known = clauses.setdefault(standard.id, numbered_headings(standard.text))
        if case.clause not in known:
            return Sentence(
                f"标准里没有第 {case.clause} 条", f"the standard has no clause {case.clause}"
            )
    return None


MEASURE = Measure(
    "traceability",
    Sentence("记录可追溯率", "traceability"),
    Sentence(
        "能从办件号追到记录、标准、条款、岗位的抽样办件 ÷ 抽样办件",
        "sampled cases that resolve to record, standard, clause and post ÷ sampled cases",
    ),
    subjects,
)
