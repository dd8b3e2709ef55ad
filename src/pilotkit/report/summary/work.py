"""Section 1: what was done, phase by phase."""

from collections import Counter
from collections.abc import Iterator

from pilotkit.report.case import Case
from pilotkit.report.document import Block, Column, Figure, Heading, Paragraph, Table, row
from pilotkit.report.evaluation.profile import introduction
from pilotkit.report.tables.papers import tasks_asking
from pilotkit.report.tables.plan import is_done, phases_done, plan_drawing, plan_words, tasks_done


def work(case: Case) -> Iterator[Block]:
    """Say what the pilot is, and how far each phase is."""
    yield Heading(1, case.say("工作开展情况", "What was done"))
    yield Paragraph(introduction(case))
    for phase, task in tasks_asking(case, "工作总结"):
        yield Paragraph(plan_words(case, phase, task))
    done, total = tasks_done(case)
    if not total:
        yield Paragraph(
            case.say("实施步骤还没有登记。", "The phases of the plan are not on record.")
        )
    else:
        phases = phases_done(case)
        yield Paragraph(
            case.say(
                f"实施方案分{len(phases)}个阶段安排任务{total}项，成果齐全的{done}项（{done}/{total}），"
                "各阶段完成情况如下。",
                f"{len(phases)} phases, {total} tasks, {done} of {total} with all their outputs.",
            )
        )
        yield _phases_table(case)
    yield Paragraph(_records(case))
    if total:
        yield Figure(case.say("实施步骤与进度", "Phases and progress"), plan_drawing(case))


def _phases_table(case: Case) -> Table:
    columns = (
        Column(case.say("阶段", "Phase"), width=24),
        Column(case.say("起止", "Months"), "code", 20),
        Column(case.say("完成", "Done"), "code", 10),
        Column(case.say("成果未齐的任务", "Tasks still open"), width=46),
    )
    rows = tuple(
        row(
            f"{phase.id} {phase.name}",
            f"{phase.from_}—{phase.to}",
            f"{done}/{total}",
            case.joined(
                [f"{one.id} {one.title}" for one in phase.tasks if not is_done(case, one)],
            ),
        )
        for phase, done, total in phases_done(case)
    )
    return Table(case.say("各阶段完成情况", "Phases"), columns, rows)


def _records(case: Case) -> str:
    counting = case.appraisal.basis.counting
    if not counting:
        return case.say("截至目前没有计入的工作记录。", "No record of the work counts yet.")
    kinds = Counter(one.kind for one in counting)
    listed = case.joined([f"{kind} {n}" for kind, n in sorted(kinds.items())])
    units = len({case.repository.unit_id(one.unit) for one in counting})
    return case.say(
        f"试点期内留下并计入的工作记录{len(counting)}份，来自{units}个单位，按种类为：{listed}。",
        f"Records that count: {len(counting)}, from {units} units, by kind: {listed}.",
    )
