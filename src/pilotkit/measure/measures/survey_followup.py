"""How many surveys were analysed, and acted upon where anyone was dissatisfied (C22-2)."""

from collections.abc import Iterator

from pilotkit.measure.basis import Basis
from pilotkit.measure.measure import Measure
from pilotkit.model.evidence.satisfaction import Survey
from pilotkit.model.measurement import Marks, Subject
from pilotkit.model.sentence import Sentence


def subjects(basis: Basis) -> Iterator[Subject]:
    """Yield every survey."""
    for survey in basis.of(Survey):
        marks = Marks(unit=basis.repository.unit_id(survey.unit))
        yield Subject(survey.id, survey.placed("id"), _lacks(survey), marks=marks)


def _lacks(survey: Survey) -> Sentence | None:
    if not survey.analysis:
        return Sentence("没有原因分析", "no analysis")
    if survey.counts.valid > survey.counts.positive and not survey.measures:
        return Sentence("有人不满意而没有整改措施", "dissatisfied answers without measures")
    return None


MEASURE = Measure(
    "survey_followup",
    Sentence("测评结果运用率", "follow-up of surveys"),
    Sentence(
        "有分析、有人不满意时有整改措施的调查 ÷ 调查",
        "surveys with an analysis, and with measures where anyone was dissatisfied ÷ surveys",
    ),
    subjects,
)
