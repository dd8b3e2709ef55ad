"""An inspection on the spot, rehearsed: what the experts would ask, what the records answer.

The order is that of the sister scheme for service industries (domain.md §1.4); the rules of this
scheme do not print one, and the sheet says so.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.model.sentence import Sentence
from pilotkit.plan.drawing_lots import Lots
from pilotkit.plan.questions import Question
from pilotkit.plan.questions.closing import concluding, reporting_back, scoring
from pilotkit.plan.questions.hall import on_the_spot, public_survey
from pilotkit.plan.questions.opening import announcing, hearing
from pilotkit.plan.questions.papers import reading

ORDER = Sentence(
    "现场程序取自服务业标准化试点的做法（待核）；本试点细则的程序以专家组宣布的为准",
    "the order is that of the scheme for service industries (unverified); the panel's own counts",
)


class Step(NamedTuple):
    """A step of the inspection, and what is asked in it."""

    number: str
    title: Sentence
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Rehearsal:
    """The whole sheet and the seed that it was drawn by."""

    appraisal: Appraisal
    seed: int
    steps: tuple[Step, ...]


_STEPS: tuple[tuple[str, Sentence, Callable[[Lots], tuple[Question, ...]]], ...] = (
    ("①", Sentence("宣布评估组成员和程序", "members and order are announced"), announcing),
    ("②", Sentence("听取汇报", "the report is heard"), hearing),
    (
        "③",
        Sentence("查阅文件、记录、标准文本", "documents, records and standards are read"),
        reading,
    ),
    ("④", Sentence("考核服务现场", "the hall is visited"), on_the_spot),
    ("⑤", Sentence("随机调查满意程度", "the public is asked"), public_survey),
    ("⑥", Sentence("按计分表测评", "the table is filled"), scoring),
    ("⑦", Sentence("形成结论", "the conclusion is drawn"), concluding),
    ("⑧", Sentence("通报情况并提改进意见", "results and advice are given"), reporting_back),
)


def default_seed(day: date) -> int:
    """Return the seed where none is given: the day in digits, so that a run can be repeated."""
    return day.year * 10_000 + day.month * 100 + day.day


def rehearse(appraisal: Appraisal, seed: int) -> Rehearsal:
    """Draw an inspection and answer it from the records."""
    lots = Lots(appraisal, seed)
    steps = tuple(Step(number, title, ask(lots)) for number, title, ask in _STEPS)
    return Rehearsal(appraisal, seed, steps)
