"""How many of the valid answers are positive, by one method (design §4)."""

from collections.abc import Iterator

from pilotkit.measure.basis import Basis
from pilotkit.measure.measure import Measure
from pilotkit.model.day import months_before
from pilotkit.model.evidence.satisfaction import Survey
from pilotkit.model.measurement import Marks, Subject
from pilotkit.model.sentence import Sentence

# Which method speaks where the pilot names none: the most independent that exists.
_BY_INDEPENDENCE = ("第三方", "好差评", "自测")


def method(basis: Basis) -> str | None:
    """Return the method that the pilot names, else the most independent one on record."""
    pilot = basis.repository.pilot
    if pilot and pilot.satisfaction_method:
        return pilot.satisfaction_method
    used = {survey.method for survey in basis.of(Survey)}
    return next((one for one in _BY_INDEPENDENCE if one in used), None)


def subjects(basis: Basis) -> Iterator[Subject]:
    """Yield every survey of the method within the window, weighing its valid answers."""
    repository, wanted = basis.repository, method(basis)
    after = months_before(repository.day, basis.windows.survey)
    for survey in basis.of(Survey):
        if survey.method != wanted or not after < survey.time <= repository.day:
            continue
        against = survey.counts.valid - survey.counts.positive
        reason = Sentence(f"{against} 份不满意", f"{against} dissatisfied") if against else None
        yield Subject(
            survey.id,
            survey.placed("counts"),
            reason,
            survey.counts.valid,
            survey.counts.positive,
            Marks(unit=repository.unit_id(survey.unit)),
        )


MEASURE = Measure(
    "satisfaction",
    Sentence("满意度", "satisfaction"),
    Sentence(
        "（非常满意＋满意＋基本满意）÷ 窗口期内的有效评价，只看一种方法，不混算",
        "(非常满意 + 满意 + 基本满意) ÷ valid answers within the window, of one method, "
        "never pooled",
    ),
    subjects,
    method=method,
)
