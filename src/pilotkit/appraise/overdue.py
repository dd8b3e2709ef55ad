"""Outputs that should be there by the day and are not."""

from collections.abc import Iterator
from typing import NamedTuple

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.appraise.outputs import Produced
from pilotkit.appraise.phases import last_day
from pilotkit.model.naming import unit_called
from pilotkit.model.plan import Phase, Task
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import SEMICOLON, Sentence, some_of
from pilotkit.score.award import why

_MOST_NAMED = 5


class Overdue(NamedTuple):
    """An output of a phase that has ended, and whether it had before the plan was issued."""

    phase: Phase
    task: Task
    produced: Produced
    before_the_plan: bool


def overdue_outputs(appraisal: Appraisal) -> Iterator[Overdue]:
    """Yield the outputs of ended phases that are not there in full.

    What only waits for a rule of this tool is nobody's lateness.
    """
    repository = appraisal.repository
    for one in appraisal.outputs:
        if one.phase is None or not isinstance(one.task, Task):
            continue
        end = last_day(repository, one.phase)
        if end < repository.day and one.share < 1 and not one.waits_for_a_rule:
            issued = repository.plan_issued
            yield Overdue(one.phase, one.task, one, bool(issued and end < issued))


def shortfall(repository: Repository, produced: Produced) -> Sentence:
    """Say what is missing: which units, or what of the records."""
    if not produced.output.each:
        lacks = [reason for _, result in produced.results for reason in why(result)]
        said = SEMICOLON.join(lacks)
        return Sentence(f"不齐（{said.zh}）", f"is not complete ({said.en})")
    if not produced.results:
        roles = "、".join(produced.output.each)
        return Sentence(f"没有单位要交（{roles}）", f"is owed by no unit ({roles})")
    units = produced.lacking
    names = (unit_called(repository, id_) for id_ in units)
    zh, en = some_of((Sentence(name, name) for name in names), _MOST_NAMED)
    n, total = len(units), len(produced.results)
    return Sentence(f"{total} 个单位中 {n} 个不齐：{zh}", f"lacks {n} of {total} units: {en}")
