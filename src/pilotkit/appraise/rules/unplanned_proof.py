"""PK711 unplanned-proof.

What
    zh: 评分依据要的材料，方案里没有任何任务的产出会留下：逐条列出没有安排的材料和指标。
    en: The proof of a criterion asks for records that no output of any task would leave behind.
Why
    zh: 把计分表与实施方案五对照：经费、投诉、第三方、公开、学时等在方案里一次也没有出现。
    en: Held against the table, the plan, 五, never speaks of funds, complaints, a third party …
Bad
    - {name: 经费文件, proof: {evidence: {kind: 文件, where: {doc_types: 经费保障}}}}
Good
    - {name: 经费文件, proof: {evidence: {kind: 文件, each: {doc_types: [经费保障, 经费长效机制]}}}}
Mend
    zh: 在任务里补上会留下这些材料的产出，写明谁做、什么时候做。
    en: Add outputs that leave these records to a task, with who does it and by when.
Waive
    zh: 决定放弃这一条的，写明理由和到期日；不影响计分。
    en: Where the pilot gives these points up, say why; the score does not change.
"""

from collections.abc import Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.appraise.asks import planned_by, unplanned
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.plan import Phase, UnitTask
from pilotkit.model.points import points_text
from pilotkit.model.scoring import Criterion, Indicator
from pilotkit.model.sentence import COMMA, Sentence


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield every criterion with what no task is to leave behind."""
    repository = appraisal.repository
    if not repository.phases:
        return
    lists = [task.outputs for phase in repository.phases for task in phase.tasks]
    lists += [task.outputs for task in repository.tasks]
    planned = planned_by(output.proof for outputs in lists for output in outputs)
    for indicator in repository.table.every_indicator():
        gaps = {one.id: unplanned(one.proof, planned) for one in indicator.criteria}
        for criterion in indicator.criteria:
            if gaps[criterion.id] and not _is_replaced(criterion, indicator, gaps):
                yield _finding(appraisal, indicator, criterion, gaps[criterion.id])


def _is_replaced(
    criterion: Criterion, indicator: Indicator, gaps: dict[str, tuple[Sentence, ...]]
) -> bool:
    """Say whether an alternative that is worth as much is planned in full."""
    return criterion.group is not None and any(
        other.group == criterion.group and other.points >= criterion.points and not gaps[other.id]
        for other in indicator.criteria
    )


def _finding(
    appraisal: Appraisal, indicator: Indicator, criterion: Criterion, gaps: tuple[Sentence, ...]
) -> Finding:
    points = points_text(criterion.points)
    zh, en = COMMA.join(gaps)
    return Finding(
        appraisal.place_of(criterion.id),
        Sentence(
            f"{criterion.id} {indicator.name}（{points} 分）要的材料，方案没有安排：{zh}",
            f"no task leaves what {criterion.id} ({points} points) asks for: {en}",
        ),
        Sentence(
            "在任务的 outputs 里补上，写明谁做", "add it to the outputs of a task, with its lead"
        ),
    )


RULE = Rule("PK711", "unplanned-proof", Severity.WARNING, check, needs=(Phase, UnitTask))
