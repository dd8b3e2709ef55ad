"""How many of the 不合格项 that are due were verified closed in time (C20-1)."""

from collections.abc import Iterator

from pilotkit.measure.basis import Basis
from pilotkit.measure.measure import Measure
from pilotkit.model.evidence.nonconformity import Nonconformity
from pilotkit.model.measurement import Marks, Subject
from pilotkit.model.sentence import Sentence


def subjects(basis: Basis) -> Iterator[Subject]:
    """Yield every 不合格项 that is due or closed; one without a due date is due at once.

    A record that does not count is still due: it cannot show that anything was closed.
    """
    repository = basis.repository
    for record in repository.evidence:
        if isinstance(record, Nonconformity) and record.date <= repository.day:
            if record.due and record.due > repository.day and not record.verified_on:
                continue
            reason = basis.why_not(record) or _lacks(basis, record)
            marks = Marks(unit=repository.unit_id(record.owner or record.unit))
            yield Subject(record.id, record.placed("id"), reason, marks=marks)


def _lacks(basis: Basis, record: Nonconformity) -> Sentence | None:
    if not record.cause:
        return Sentence("没有原因分析", "no cause")
    if not record.corrective_action:
        return Sentence("没有纠正措施", "no corrective action")
    if record.verified_on is None or record.verified_on > basis.repository.day:
        return Sentence("没有验证关闭", "not verified")
    if record.due and record.verified_on > record.due:
        return Sentence(f"{record.due} 到期，逾期关闭", f"closed after {record.due}")
    return None


MEASURE = Measure(
    "closure",
    Sentence("不合格项按期关闭率", "closure"),
    Sentence(
        "有原因、有纠正措施并按期验证关闭的不合格项 ÷ 到期的不合格项",
        "不合格项 with cause, corrective action and verified in time ÷ 不合格项 due",
    ),
    subjects,
    final=True,
)
