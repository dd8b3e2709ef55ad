"""目标（任务书）完成情况对照."""

from collections.abc import Iterator

from pilotkit.model.sentence import Sentence
from pilotkit.report.case import Case, document
from pilotkit.report.document import Block, Document, Heading, Note, Paragraph
from pilotkit.report.report import Report
from pilotkit.report.tables.plan import tasks_done, tasks_table
from pilotkit.report.tables.targets import reached, targets_table

_TITLE = Sentence("目标（任务书）完成情况对照", "Targets and tasks of the plan")
_PURPOSE = Sentence(
    "实施方案和任务书的目标、产出逐条对照完成情况",
    "the targets and outputs of the plan, one by one, and what is done of them",
)


def build(case: Case) -> Document:
    """Build the targets, then the tasks, each with what is missing."""
    return document(case, REPORT.name, _TITLE, _blocks(case), landscape=True)


def _blocks(case: Case) -> Iterator[Block]:
    targets = case.repository.targets
    yield Heading(1, case.say("目标完成情况", "Targets"))
    if targets:
        n, met = len(targets), reached(case)
        yield Paragraph(
            case.say(
                f"任务书共列目标{n}项，截至{case.on(case.day)}达到{met}项，未达到{n - met}项。",
                f"Of {n} targets {met} are reached on {case.on(case.day)}, {n - met} are not.",
            )
        )
        yield targets_table(case)
        yield Note(
            case.say(
                "没有给出数字的目标，以何为据是本工具的读法；目标一栏照录原文。",
                "For targets without a figure the proof is this tool's reading; the target itself"
                " is in the words of the plan.",
            )
        )
    else:
        yield Paragraph(case.say("任务书目标还没有登记。", "No target is on record yet."))
    yield Heading(1, case.say("任务完成情况", "Tasks"))
    done, total = tasks_done(case)
    if total:
        yield Paragraph(
            case.say(
                f"实施方案共安排任务{total}项，成果齐全的{done}项（{done}/{total}）。",
                f"Of {total} tasks of the plan {done} have all their outputs.",
            )
        )
        yield tasks_table(case)
    else:
        yield Paragraph(case.say("实施步骤还没有登记。", "No phase of the plan is on record yet."))


REPORT = Report("targets", _TITLE, _PURPOSE, build)
