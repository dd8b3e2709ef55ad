"""How many of the standards that had to be revised for a 不合格项 were (C20-1)."""

from collections.abc import Iterator
from datetime import date

from pilotkit.measure.basis import Basis
from pilotkit.measure.measure import Measure
from pilotkit.model.evidence.nonconformity import Nonconformity
from pilotkit.model.evidence.revision import Revision
from pilotkit.model.measurement import Marks, Subject
from pilotkit.model.sentence import Sentence


def subjects(basis: Basis) -> Iterator[Subject]:
    """Yield every 不合格项 that names a standard to be revised."""
    repository = basis.repository
    revised: dict[str, list[date]] = {}
    for revision in basis.of(Revision):
        if revision.stage == "修订":
            revised.setdefault(revision.standard, []).append(revision.date)
    for record in repository.evidence:
        if isinstance(record, Nonconformity) and record.revision and record.date <= repository.day:
            done = any(record.date <= day for day in revised.get(record.revision, ()))
            none = Sentence("此后没有修订记录", "no revision on record since")
            marks = Marks(unit=repository.unit_id(record.owner or record.unit))
            where = record.placed("revision")
            yield Subject(record.id, where, None if done else none, marks=marks)


MEASURE = Measure(
    "revisions_done",
    Sentence("标准修订完成率", "revisions done"),
    Sentence(
        "提出修订标准、此后有该标准修订记录的不合格项 ÷ 提出修订标准的不合格项",
        "不合格项 that name a revision and have one on record since ÷ those that name one",
    ),
    subjects,
)
