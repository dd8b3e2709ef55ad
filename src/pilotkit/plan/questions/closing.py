"""⑥, ⑦ and ⑧: the table, the conclusion, and what the experts would advise."""

from collections.abc import Iterator
from decimal import Decimal

from pilotkit.model.ownership import owner_of
from pilotkit.model.points import points_text
from pilotkit.model.score import CriterionScore, IndicatorScore
from pilotkit.model.sentence import Sentence
from pilotkit.plan.drawing_lots import Lots
from pilotkit.plan.questions.question import Answer, Question
from pilotkit.score.targets import pass_mark_of

_MOST_ADVISED = 8
_MOST_REASONS = 2
_GIVEN = Sentence("专家评分", "points given")


def scoring(lots: Lots) -> tuple[Question, ...]:
    """Put the supported points of every C beside a blank."""
    found = lots.appraisal.score.indicators
    return tuple(_points(one) for one in found if one.indicator.criteria)


def _points(one: IndicatorScore) -> Question:
    name = f"{one.id} {one.indicator.marked_name}"
    most, have = points_text(one.indicator.points), points_text(one.supported)
    asked = Sentence(f"{name}（{most} 分），有据得分 {have}", f"{name} ({most}), supported {have}")
    return Question(asked, blanks=(_GIVEN,))


def concluding(lots: Lots) -> tuple[Question, ...]:
    """Add up, and hold the sum against the pass mark."""
    score, pilot = lots.appraisal.score, lots.appraisal.repository.pilot
    most, have = points_text(score.table.total), points_text(score.supported)
    claimed = "—" if score.claimed is None else points_text(score.claimed)
    answers = [
        Answer(
            Sentence(
                f"有据得分 {have} / {most}，自评得分 {claimed}",
                f"supported {have} / {most}, claimed {claimed}",
            )
        )
    ]
    if mark := pass_mark_of(pilot, score.table):
        points, unverified = points_text(mark.value), mark.status == "unverified"
        answers.append(
            Answer(
                Sentence(
                    f"合格分按配置为 {points}{'（未核实）' if unverified else ''}",
                    f"the pass mark is configured as {points}"
                    f"{' (unverified)' if unverified else ''}",
                )
            )
        )
    asked = Sentence("总分和结论", "sum and conclusion")
    given = Sentence("专家总分", "points of the panel")
    return (Question(asked, tuple(answers), (given, Sentence("结论", "conclusion"))),)


def reporting_back(lots: Lots) -> tuple[Question, ...]:
    """Name what lost the most points: what experts would speak of."""
    lost = [one for one in lots.appraisal.score.criteria if one.lost > Decimal(0)]
    worst = sorted(lost, key=lambda one: -one.lost)[:_MOST_ADVISED]
    advice = Sentence("改进意见", "advice")
    if not worst:
        none = Sentence("没有失分", "nothing is lost")
        return (Question(Sentence("不足之处", "what is lacking"), (Answer(none),), (advice,)),)
    return tuple(_advice(lots, one, advice) for one in worst)


def _advice(lots: Lots, one: CriterionScore, advice: Sentence) -> Question:
    name, points = f"{one.id} {one.marked_name}", points_text(one.lost)
    return Question(
        Sentence(f"{name}失 {points} 分", f"{name} loses {points}"),
        tuple(_why(lots, one)),
        (advice,),
    )


def _why(lots: Lots, one: CriterionScore) -> Iterator[Answer]:
    for reason in one.reasons[:_MOST_REASONS]:
        yield Answer(reason, is_there=False)
    owner = owner_of(lots.appraisal.repository, one.id)
    yield Answer(Sentence(f"责任：{owner.zh}", f"owner: {owner.en}"))
