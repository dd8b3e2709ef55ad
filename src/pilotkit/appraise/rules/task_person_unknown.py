"""PK715 task-person-unknown.

What
    zh: 分解任务的责任人不在本单位专兼职人员名单（data/staff/）里。
    en: The person of a unit's own task is not among the staff that the unit has named.
Why
    zh: 实施方案六（二）要求每单位配 1 名专职、2 名兼职管理员负责本单位的任务。
    en: The plan, 六（二）, names 1 + 2 people in every unit for its tasks.
Bad
    person: zhang-san
Good
    person: wang-fang
Mend
    zh: 写 data/staff/<单位>.yaml 里的 person；新任的人先加进名单。
    en: Write a `person` of data/staff/<unit>.yaml; add who is new there first.
Waive
    zh: 由单位其他同志负责的，可以豁免。
    en: Where somebody else of the unit is in charge.
"""

from collections.abc import Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence, did_you_mean
from pilotkit.model.staff import Staff


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield every task whose person its unit's staff does not have on the day."""
    repository = appraisal.repository
    for task in repository.tasks:
        unit = repository.unit(task.unit)
        people = list(repository.people_of(unit)) if unit else []
        if unit and task.person not in {one.person for one in people}:
            known = [one.person for one in people]
            yield Finding(
                task.at("person"),
                Sentence(
                    f"“{task.person}”不在{unit.name}的专兼职人员里",
                    f"{task.person!r} is not among the staff of {unit.id}",
                ),
                did_you_mean(task.person, known)
                or Sentence(f"见 data/staff/{unit.id}.yaml", f"see data/staff/{unit.id}.yaml"),
                unit=unit.id,
            )


RULE = Rule("PK715", "task-person-unknown", Severity.NOTE, check, needs=(Staff,))
