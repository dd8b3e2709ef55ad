"""PK714 task-overdue.

What
    zh: 单位的分解任务已经到期，产出还不齐（只看本单位的材料）。
    en: A unit's own task is past its date and an output, over that unit's records, is missing.
Why
    zh: 实施方案六（三）把完成情况纳入通报和年度考核；到期没有材料的，就是没有完成。
    en: The plan, 六, reports on units and assesses them; without records a task is not done.
Bad
    due: 2021-11-30
Good
    due: 2021-12-31
Mend
    zh: 把材料收进 data/evidence/<本单位>/；没有做的尽快补做，或报标准化办公室改期。
    en: Hand in the records under data/evidence/<unit>/, or have the office change the date.
Waive
    zh: 标准化办公室同意延期的，写明理由和到期日。
    en: Where the office has allowed the delay: with the reason and an expiry.
"""

from collections.abc import Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.appraise.overdue import shortfall
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.plan import UnitTask
from pilotkit.model.sentence import Sentence


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield every missing output of units' tasks whose date is past."""
    repository = appraisal.repository
    for one in appraisal.unit_outputs:
        task = one.task
        if not isinstance(task, UnitTask) or task.due >= repository.day:
            continue
        if one.share < 1 and not one.waits_for_a_rule:
            lacks = shortfall(repository, one)
            name = one.output.name
            yield Finding(
                one.place,
                Sentence(
                    f"“{task.title}”已于 {task.due} 到期，产出“{name}”{lacks.zh}",
                    f"{task.id} was due on {task.due}; output {name!r} {lacks.en}",
                ),
                Sentence(
                    f"材料放 data/evidence/{task.folder}/",
                    f"hand in the records under data/evidence/{task.folder}/",
                ),
                unit=repository.owner_of(task),
                about=f"{task.id}/{name}",
            )


RULE = Rule("PK714", "task-overdue", Severity.WARNING, check)
