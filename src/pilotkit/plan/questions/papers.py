"""③: a record for every indicator, and standards from their drafting to their use."""

from collections.abc import Iterator

from pilotkit.model.evidence.inspection import standards_in
from pilotkit.model.evidence.practice import PracticeRecord
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.evidence.revision import Revision
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import Standard
from pilotkit.plan.drawing_lots import Lots, latest
from pilotkit.plan.questions.question import FOUND, NOTHING, Answer, Question, shown

_STAGES = ("征求意见", "审查", "批准发布")


def reading(lots: Lots) -> tuple[Question, ...]:
    """Ask for one record of every C, and for the life of the standards that are drawn."""
    return (*_indicators(lots), *_standards(lots))


def _indicators(lots: Lots) -> Iterator[Question]:
    for indicator in lots.appraisal.score.table.every_indicator():
        if indicator.criteria:
            name = f"{indicator.id} {indicator.marked_name}"
            found = lots.evidence(indicator)
            yield Question(
                Sentence(
                    f"{name}：请出示抽到的材料原件", f"{name}: show the original of what is drawn"
                ),
                (shown(found) if found else NOTHING,),
                (FOUND,),
            )


def _standards(lots: Lots) -> Iterator[Question]:
    drawn = lots.standards()
    if not drawn:
        yield Question(Sentence("抽查标准文本", "standards are drawn"), (NOTHING,), (FOUND,))
    for one in drawn:
        number = f"{one.number} " if one.number else ""
        yield Question(
            Sentence(
                f"{number}《{one.title}》：文本、制修订过程、实施和检查",
                f"{number}{one.title}: its text, how it came about, its use and inspection",
            ),
            tuple(_life(lots, one)),
            (Sentence("文本与实际做法一致否", "is it done as it is written"),),
        )


def _life(lots: Lots, standard: Standard) -> Iterator[Answer]:
    said = Sentence(
        f"文本：{standard.effective or '未写明'} 起实施",
        f"text: in force since {standard.effective or 'a day not stated'}",
    )
    yield Answer(said, standard.at("id"))
    revisions = lots.appraisal.basis.of(Revision)
    for stage in _STAGES:
        found = latest(
            one
            for one in revisions
            if one.stage == stage and standard.id in {one.standard, *one.standards}
        )
        yield shown(found, Sentence(stage, stage))
    used = latest(
        one
        for one in lots.appraisal.basis.of(PracticeRecord)
        if standard.id in {one.standard, *one.standards}
    )
    yield shown(used, Sentence("实施记录", "record of use"))
    yield shown(latest(_looked_at(lots, standard)), Sentence("最近一次检查", "last inspection"))


def _looked_at(lots: Lots, standard: Standard) -> Iterator[Evidence]:
    for look in lots.appraisal.basis.looks:
        if standard.id in standards_in(look):
            yield look
