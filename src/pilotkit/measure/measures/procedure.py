"""How many of the own issued standards went through the whole procedure (C10-1)."""

from collections.abc import Iterator

from pilotkit.measure.basis import Basis
from pilotkit.measure.measure import Measure
from pilotkit.model.evidence.revision import Revision
from pilotkit.model.measurement import Marks, Subject
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import Standard

_STAGES = ("征求意见", "审查", "批准发布")


def subjects(basis: Basis) -> Iterator[Subject]:
    """Yield every own issued standard; it counts when all three stages are on record."""
    repository = basis.repository
    gone = {
        (standard, record.stage)
        for record in basis.of(Revision)
        for standard in (record.standard, *record.standards)
    }

    def subject(standard: Standard) -> Subject:
        missing = [stage for stage in _STAGES if (standard.id, stage) not in gone]
        marks = Marks(repository.pillar_of(standard), standard.subsystem, standard.unit)
        return Subject(standard.id, standard.placed("id"), _lacks(missing), marks=marks)

    issued = (one for one in repository.issued if isinstance(one, Standard))
    rests_on = gone, repository.framework
    return iter(repository.known.each("procedure", rests_on, issued, subject))


def _lacks(missing: list[str]) -> Sentence | None:
    stages = "、".join(missing)
    return Sentence(f"没有{stages}的记录", f"no record of {stages}") if missing else None


MEASURE = Measure(
    "procedure",
    Sentence("制修订程序规范率", "procedure"),
    Sentence(
        "征求意见、审查、批准发布都有记录的自编标准 ÷ 已发布的自编标准",
        "own issued standards with 征求意见, 审查 and 批准发布 on record ÷ own issued standards",
    ),
    subjects,
)
