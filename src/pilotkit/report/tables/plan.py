"""The plan: its phases in time, its tasks with their outputs, and what serves a criterion."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from pilotkit.model.measurement import cut_percent
from pilotkit.model.ownership import leads, tasks_serving
from pilotkit.model.plan import Output, Phase, Task
from pilotkit.model.sentence import Sentence
from pilotkit.report.case import Case
from pilotkit.report.document import Cell, Column, Row, Table, cell, merged, row
from pilotkit.report.drawings.gantt import LateTask, Schedule, draw
from pilotkit.report.drawings.gantt import Phase as Bar
from pilotkit.report.tables.targets import proof_state


def share_of(case: Case, output: Output) -> Fraction:
    """Return how far an output is there; with `each` the mean over the units of these roles."""
    prover = case.appraisal.prover
    if not output.each:
        return prover.prove(output.proof).share
    units = list(case.repository.units_in_roles(output.each))
    shares = [prover.prove(output.proof, unit.id).share for unit in units]
    return sum(shares, Fraction(0)) / len(shares) if shares else Fraction(0)


def is_done(case: Case, task: Task) -> bool:
    """Say whether a task has all its outputs; one that names none cannot be shown to be done."""
    return bool(task.outputs) and all(share_of(case, one) == 1 for one in task.outputs)


def last_day(case: Case, phase: Phase) -> date:
    """Return the last day of a phase, at most that of the pilot."""
    last = phase.to.last_day
    return min(last, case.pilot.period.until) if case.pilot else last


def phases_done(case: Case) -> list[tuple[Phase, int, int]]:
    """Return the phases with how many of their tasks are done, of how many."""
    return [
        (phase, sum(is_done(case, task) for task in phase.tasks), len(phase.tasks))
        for phase in case.repository.phases
    ]


def tasks_done(case: Case) -> tuple[int, int]:
    """Return how many tasks are done, of how many."""
    counts = phases_done(case)
    return sum(done for _, done, _ in counts), sum(total for _, _, total in counts)


def plan_drawing(case: Case) -> str:
    """Draw the phases in time with the day across."""
    bars = [_bar(case, phase) for phase in case.repository.phases]
    title = case.say("实施步骤与进度", "Phases and progress")
    return draw(Schedule(title, bars, case.day), case.lang)


def _bar(case: Case, phase: Phase) -> Bar:
    due = last_day(case, phase)
    open_ = [task for task in phase.tasks if not is_done(case, task)]
    late = [LateTask(f"{task.id} {task.title}", due) for task in open_ if due < case.day]
    done, name = len(phase.tasks) - len(open_), f"{phase.id} {phase.name}"
    return Bar(name, phase.from_.first_day, due, done, len(phase.tasks), late)


def tasks_table(case: Case) -> Table:
    """List the outputs of every task, merged by phase and task."""
    rows = [
        _row(case, phase, task, output)
        for phase in case.repository.phases
        for task in phase.tasks
        for output in task.outputs or (None,)
    ]
    columns = (
        Column(case.say("阶段", "Phase"), width=14),
        Column(case.say("任务", "Task"), width=22),
        Column(case.say("责任", "Lead"), width=14),
        Column(case.say("期限", "Due"), "day", 9),
        Column(case.say("成果", "Output"), width=16),
        Column(case.say("完成情况", "How far"), width=25),
    )
    return Table(case.say("任务与成果", "Tasks and outputs"), columns, merged(rows, 4))


def _row(case: Case, phase: Phase, task: Task, output: Output | None) -> Row:
    span = f"{phase.id} {phase.name}\n{phase.from_}—{phase.to}"
    return row(
        span,
        f"{task.id} {task.title}",
        leads(case.repository, task).to(case.lang),
        last_day(case, phase),
        output.name if output else None,
        _state(case, output) if output else cell(None),
    )


def _state(case: Case, output: Output) -> Cell:
    share = share_of(case, output)
    if share == 1:
        return Cell(case.say("已完成", "done"), tone="good")
    if output.each:
        count = len(list(case.repository.units_in_roles(output.each)))
        percent = cut_percent(share)
        told = case.say(f"{count}个单位平均{percent}", f"{percent} over {count} units")
        return Cell(told, tone="open" if share else "bad")
    result = case.appraisal.prover.prove(output.proof)
    return Cell(proof_state(case, result), tone="open" if share else "bad")


def deadline(case: Case, criterion: str) -> date | None:
    """Return by when the plan wants what a criterion asks: the end of the last phase serving it."""
    ends = [last_day(case, phase) for phase, _ in tasks_serving(case.repository, criterion)]
    return max(ends, default=None)


def arranged(case: Case, criteria: tuple[str, ...]) -> str:
    """Say which tasks of the plan will bring what these lost criteria ask, and which have none."""
    repository = case.repository
    found = [pair for id_ in criteria for pair in tasks_serving(repository, id_)]
    orphans = [id_ for id_ in criteria if not tasks_serving(repository, id_)]
    said = []
    if found:
        listed = case.say("；", "; ").join(_by_date(case, found))
        missing = case.say("、", ", ").join(id_ for id_ in criteria if id_ not in orphans)
        said.append(
            case.say(
                f"{missing}的失分，按实施方案补齐：{listed}。",
                f"What is lost in {missing} comes by the plan: {listed}.",
            )
        )
    if orphans:
        listed = case.say("、", ", ").join(orphans)
        said.append(
            case.say(
                f"{listed}的失分，实施方案没有安排任务，须补列任务，明确责任和期限。",
                f"For {listed} the plan has no task; one has to be added, with owner and date.",
            )
        )
    return case.say("", " ").join(said)


def _by_date(case: Case, found: list[tuple[Phase, Task]]) -> Iterator[str]:
    """Yield the tasks that have an end and a lead in common, the earliest first."""
    grouped: dict[tuple[date, Sentence], dict[str, Task]] = {}
    for phase, task in found:
        key = (last_day(case, phase), leads(case.repository, task))
        grouped.setdefault(key, {})[task.id] = task
    for (due, lead), tasks in sorted(grouped.items()):
        late = due < case.day
        zh = "、".join(f"“{task.title}”（{task.id}）" for task in tasks.values())
        en = ", ".join(f"{task.id} {task.title}" for task in tasks.values())
        yield case.say(
            f"{lead.zh}于{case.on(due)}前完成{zh}{'，现已过期，须尽快补办' if late else ''}",
            f"{en} by {due} ({lead.en}){', overdue' if late else ''}",
        )
