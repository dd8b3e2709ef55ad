"""The one list of rules of this layer. A rule is a file of this folder and a line here."""

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.appraise.rules import (
    criterion_without_task,
    leader_not_principal,
    output_missing,
    output_unrecorded,
    phase_gap,
    phase_order,
    phase_outside_pilot,
    phase_overlap,
    plan_after_phase,
    subtask_missing,
    target_missed,
    task_after_phase,
    task_overdue,
    task_person_unknown,
    task_without_output,
    task_without_owner,
    unplanned_proof,
)
from pilotkit.check.rule import Rule

RULES: tuple[Rule[Appraisal], ...] = (
    phase_order.RULE,
    phase_overlap.RULE,
    phase_gap.RULE,
    phase_outside_pilot.RULE,
    plan_after_phase.RULE,
    task_without_owner.RULE,
    task_without_output.RULE,
    output_missing.RULE,
    output_unrecorded.RULE,
    criterion_without_task.RULE,
    unplanned_proof.RULE,
    leader_not_principal.RULE,
    task_after_phase.RULE,
    task_overdue.RULE,
    task_person_unknown.RULE,
    subtask_missing.RULE,
    target_missed.RULE,
)
