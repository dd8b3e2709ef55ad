"""① and ②: who is there, and what is reported."""

from collections.abc import Iterator

from pilotkit.measure.measures import HEADLINE
from pilotkit.model.evidence.official_document import OfficialDocument
from pilotkit.model.measurement import Measurement
from pilotkit.model.naming import unit_called
from pilotkit.model.sentence import Sentence
from pilotkit.plan.drawing_lots import Lots, latest
from pilotkit.plan.questions.question import NOTHING, Answer, Question, shown
from pilotkit.score.targets import is_met

_PAPERS = ("工作总结", "自我评价报告", "实施方案")


def announcing(lots: Lots) -> tuple[Question, ...]:
    """Ask who inspects, and who of the leading group is there."""
    repository = lots.appraisal.repository
    group = [one for one in repository.roster if one.holds_on(repository.day)]
    leaders = [one for one in group if one.role != "成员"] or group
    answers = tuple(
        Answer(
            Sentence(
                f"{one.role} {one.person}（{unit_called(repository, one.unit)}{one.post}）",
                f"{one.role} {one.person} ({unit_called(repository, one.unit)} {one.post})",
            ),
            one.at("person"),
        )
        for one in leaders
    )
    return (
        Question(
            Sentence("评估组", "the panel"),
            blanks=(Sentence("组长", "head"), Sentence("成员", "members")),
        ),
        Question(
            Sentence("领导小组谁到场？", "who of the leading group is there?"),
            answers or (NOTHING,),
            (Sentence("到场", "present"),),
        ),
    )


def hearing(lots: Lots) -> tuple[Question, ...]:
    """Ask for the report with its papers, and the figures of the targets."""
    return (
        Question(
            Sentence("汇报材料是哪些？", "on which papers does the report rest?"),
            tuple(_papers(lots)),
            (Sentence("汇报人", "who reports"),),
        ),
        Question(
            Sentence("三项目标现在是多少？", "where do the three targets stand?"),
            tuple(_figures(lots)),
            (Sentence("汇报的数字与此一致否", "does the report say the same"),),
        ),
    )


def _papers(lots: Lots) -> Iterator[Answer]:
    documents = lots.appraisal.basis.of(OfficialDocument)
    for name in _PAPERS:
        found = latest(one for one in documents if name in one.doc_types)
        yield shown(found, Sentence(name, name))


def _figures(lots: Lots) -> Iterator[Answer]:
    pilot = lots.appraisal.repository.pilot
    for target in pilot.targets if pilot else ():
        measured = lots.appraisal.score.measurements.get(target.measure or "")
        if pilot and measured and measured.measure in HEADLINE and target.at_least is not None:
            figure, met = figure_of(measured), is_met(target, measured)
            verdict = Sentence("达到", "met") if met else Sentence("未达到", "not met")
            yield Answer(
                Sentence(
                    f"{target.text}：{figure.zh}，{verdict.zh}",
                    f"{target.id}: {figure.en}, {verdict.en}",
                ),
                pilot.at("targets", pilot.targets.index(target), "id"),
                is_there=met,
            )


def figure_of(measured: Measurement) -> Sentence:
    """Write a measurement as a fraction and a cut percentage."""
    text = measured.fraction
    return Sentence(text, text) if text else Sentence("没有可计的对象", "nothing to count")
