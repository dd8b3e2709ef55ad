"""How many of the standards that the system lists exist (现有数 ÷ 应有数, GB/T 13016)."""

from collections.abc import Iterator

from pilotkit.measure.basis import Basis
from pilotkit.measure.measure import Measure
from pilotkit.model.measurement import Marks, Subject
from pilotkit.model.repository import AnyStandard
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import Standard


def subjects(basis: Basis) -> Iterator[Subject]:
    """Yield every standard that is not withdrawn; it counts when it is issued."""
    repository, day = basis.repository, basis.repository.day
    rests_on = repository.issued, repository.framework

    def subject(standard: AnyStandard) -> Subject:
        reason = None
        if not standard.issued_on(day):
            reason = Sentence("还没有发布，或已没有现行版本", "not issued, or no edition in force")
        unit = standard.unit if isinstance(standard, Standard) else None
        marks = Marks(repository.pillar_of(standard), standard.subsystem, unit)
        return Subject(standard.id, standard.placed("id"), reason, marks=marks)

    own = (one for one in repository.standards if not one.withdrawn_on(day))
    every: tuple[AnyStandard, ...] = (*own, *repository.adopted)
    return iter(repository.known.each("coverage_count", rests_on, every, subject))


MEASURE = Measure(
    "coverage_count",
    Sentence("标准数量覆盖率", "coverage by count"),
    Sentence(
        "现有数（已发布且未废止）÷ 应有数（体系内全部标准，含待制定）",
        "standards issued and not withdrawn ÷ all standards of the system, planned ones too",
    ),
    subjects,
)
