"""PK707 task-without-output.

What
    zh: 任务没有写产出（outputs），做没做完无从核对。
    en: A task names no outputs; nobody can tell whether it is done.
Why
    zh: 实施方案五的每项任务都要留下看得见的成果，验收时逐项核对佐证材料。
    en: The acceptance looks for what every task of the plan, 五, has left behind.
Bad
    outputs: []
Good
    outputs: [{name: 工作总结, proof: {evidence: {kind: 文件, where: {doc_types: 工作总结}}}}]
Mend
    zh: 写明这项任务留下什么材料，用与计分表相同的依据语言。
    en: Say what the task leaves behind, in the language of proofs.
Waive
    zh: 确实只是过程性工作的，写明理由。
    en: Where the task really leaves nothing, say why.
"""

from collections.abc import Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield every task without outputs."""
    for phase in appraisal.repository.phases:
        for at, task in enumerate(phase.tasks):
            if not task.outputs:
                yield Finding(
                    phase.at("tasks", at, "id"),
                    Sentence(
                        f"任务 {task.id}“{task.title}”没有写产出", f"task {task.id} has no outputs"
                    ),
                    Sentence(
                        "在 outputs 写明留下什么材料", "say in `outputs` what it leaves behind"
                    ),
                )


RULE = Rule("PK707", "task-without-output", Severity.WARNING, check)
