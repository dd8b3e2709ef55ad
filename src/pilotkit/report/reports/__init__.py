"""The one list of reports. A report is a file of this folder and a line here."""

from pilotkit.report.report import Report
from pilotkit.report.reports import (
    coverage_matrix,
    duty_card,
    framework,
    inspection,
    inventory,
    nonconformities,
    progress,
    score_sheet,
    self_evaluation,
    standards_list,
    standards_summary,
    targets,
    training,
    unit_tasks,
)

REPORTS: tuple[Report, ...] = (
    self_evaluation.REPORT,
    score_sheet.REPORT,
    standards_list.REPORT,
    standards_summary.REPORT,
    framework.REPORT,
    coverage_matrix.REPORT,
    inventory.REPORT,
    targets.REPORT,
    progress.REPORT,
    unit_tasks.REPORT,
    inspection.REPORT,
    nonconformities.REPORT,
    training.REPORT,
    duty_card.REPORT,
)
