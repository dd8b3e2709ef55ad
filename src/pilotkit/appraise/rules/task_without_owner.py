"""PK706 task-without-owner.

What
    zh: 任务没有写谁牵头（who.lead）也没有写机构（who.body），或牵头角色没有任何单位。
    en: A task has neither `lead` nor `body`, or no unit has the role that leads it.
Why
    zh: 实施方案四（组织领导）要求各司其职；没有人牵头的任务到期无人负责。
    en: The plan, 四, gives everybody a duty; of a task without a lead nobody is in charge.
Bad
    who: {with: [成员]}
Good
    who: {lead: [牵头], with: [成员]}
Mend
    zh: 照实施方案写 lead（单位角色）；方案没有写的，用实施主体，并在 source 注明。
    en: Write `lead` as the plan has it; where it is silent, the body that carries the pilot out.
Waive
    zh: 不宜豁免：任务会漏报。
    en: Better not: nobody would be told.
"""

from collections.abc import Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.model.unit import Unit


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield every task that nobody leads."""
    repository = appraisal.repository
    held = {role for unit in repository.living_units() for role in unit.roles}
    known = bool(repository.units) and Unit not in repository.incomplete
    for phase in repository.phases:
        for at, task in enumerate(phase.tasks):
            lead = task.who.lead
            if task.who.body or (lead and (not known or held & set(lead))):
                continue
            said = Sentence("没有写谁牵头", "nobody leads it")
            if lead:
                roles = "、".join(lead)
                said = Sentence(
                    f"牵头角色“{roles}”没有任何单位", f"no unit has the leading role {roles}"
                )
            yield Finding(
                phase.at("tasks", at, "who"),
                Sentence(f"任务 {task.id}“{task.title}”{said.zh}", f"task {task.id}: {said.en}"),
                Sentence("在 who 写 lead 或 body", "write `lead` or `body`"),
            )


RULE = Rule("PK706", "task-without-owner", Severity.WARNING, check)
