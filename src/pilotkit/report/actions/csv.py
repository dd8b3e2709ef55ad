"""For a spreadsheet: a line an action, with the mark by which Excel knows UTF-8."""

import csv
from io import StringIO

from pilotkit.model.csv_cell import guarded
from pilotkit.model.points import points_text
from pilotkit.model.sentence import Lang, Sentence
from pilotkit.plan.action import Action
from pilotkit.plan.worklist import Worklist
from pilotkit.report.actions.figures import days_text
from pilotkit.report.escape import visible

_MARK = "\ufeff"
_HEAD = (
    Sentence("条目", "criterion"),
    Sentence("三级指标", "indicator"),
    Sentence("做什么", "what"),
    Sentence("得分", "points"),
    Sentence("人日", "days"),
    Sentence("责任", "owner"),
    Sentence("最迟开始", "begin by"),
    Sentence("是否确定", "certain"),
    Sentence("步骤", "steps"),
    Sentence("本单位", "this unit"),
)


def render(listed: Worklist, lang: Lang) -> str:
    """Render the actions as CSV; no cell is a formula."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow([cell.to(lang) for cell in _HEAD])
    for one in listed.actions:
        writer.writerow([guarded(visible(cell)) for cell in _cells(one, lang)])
    return _MARK + out.getvalue()


def _cells(one: Action, lang: Lang) -> list[str]:
    sure = Sentence("是", "yes") if one.certain else Sentence("否", "no")
    return [
        one.of.id,
        one.of.indicator.name,
        one.title.to(lang),
        points_text(one.gain),
        days_text(one.days),
        one.owner.to(lang),
        one.start_by.isoformat() if one.start_by else "",
        sure.to(lang),
        " / ".join(step.to(lang) for step in one.steps),
        one.concern.said.to(lang) if one.concern else "",
    ]
