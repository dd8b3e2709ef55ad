"""The plan: its phases in time, its tasks with their outputs, and what serves a criterion."""

from collections.abc import Iterator, Sequence
from datetime import date

from pilotkit.appraise.outputs import Produced
from pilotkit.appraise.phases import last_day
from pilotkit.model.measurement import cut_percent
from pilotkit.model.ownership import leads, tasks_serving
from pilotkit.model.plan import Phase, Task
from pilotkit.model.sentence import Sentence
from pilotkit.plan.state import State
from pilotkit.plan.status import TaskStatus
from pilotkit.report.case import Case
from pilotkit.report.document import Cell, Column, Row, Table, cell, merged, row
from pilotkit.report.drawings.gantt import LateTask, Schedule, draw
from pilotkit.report.drawings.gantt import Phase as Bar
from pilotkit.report.tables.targets import proof_state

_MOST_UNITS = 5


def is_done(case: Case, task: Task) -> bool:
    """Say whether a task has all its outputs; one that names none cannot be shown to be done."""
    return task.id in case.appraisal.finished_tasks


def due(case: Case, phase: Phase) -> date:
    """Return the last day of a phase, at most that of the pilot."""
    return last_day(case.repository, phase)


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


def told_states(case: Case, tasks: Sequence[TaskStatus]) -> str:
    """Say how many tasks are how far: 已完成3项，逾期1项."""
    counts = [(state.said, sum(one.state is state for one in tasks)) for state in State]
    shown = (case.say(f"{said.zh}{n}项", f"{said.en} {n}") for said, n in counts if n)
    return case.say("，", ", ").join(shown)


def plan_drawing(case: Case) -> str:
    """Draw the phases in time with the day across."""
    bars = [_bar(case, phase) for phase in case.repository.phases]
    title = case.say("实施步骤与进度", "Phases and progress")
    return draw(Schedule(title, bars, case.day), case.lang)


def _bar(case: Case, phase: Phase) -> Bar:
    end = due(case, phase)
    open_ = [task for task in phase.tasks if not is_done(case, task)]
    late = [LateTask(f"{task.id} {task.title}", end) for task in open_ if end < case.day]
    done, name = len(phase.tasks) - len(open_), f"{phase.id} {phase.name}"
    return Bar(name, phase.from_.first_day, end, done, len(phase.tasks), late)


def tasks_table(case: Case) -> Table:
    """List the outputs of every task, merged by phase and task."""
    produced: dict[str, list[Produced | None]] = {}
    for one in case.appraisal.outputs:
        produced.setdefault(one.task.id, []).append(one)
    rows = [
        _row(case, phase, task, state)
        for phase in case.repository.phases
        for task in phase.tasks
        for state in produced.get(task.id) or [None]
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


def produced_rows(case: Case, task: Task) -> Iterator[tuple[str, Cell]]:
    """Yield the outputs of a task by name, each with how far it is."""
    for one in case.appraisal.outputs:
        if one.task.id == task.id:
            yield one.output.name, _state(case, one)


def tasks_judging(case: Case, body: str) -> list[tuple[Phase, Task]]:
    """Return the tasks of the plan that put out assessments by a body."""
    return [
        (phase, task)
        for phase, task in case.repository.tasks_by_id.values()
        if any(
            node.entity and node.entity.where.get("body") == body
            for output in task.outputs
            for _, node in output.proof.nodes()
        )
    ]


def plan_words(case: Case, phase: Phase, task: Task) -> str:
    """Quote what the plan says of a task."""
    inner = task.text.replace("“", "‘").replace("”", "’").rstrip("。")
    return case.say(
        f"实施方案“{phase.name}”的要求（{task.id}）：“{inner}。”",
        f"The plan ({task.id}, {phase.name}): “{inner}。”",
    )


def _row(case: Case, phase: Phase, task: Task, state: Produced | None) -> Row:
    return row(
        f"{phase.id} {phase.name}\n{phase.from_}—{phase.to}",
        f"{task.id} {task.title}",
        leads(case.repository, task).to(case.lang),
        due(case, phase),
        state.output.name if state else None,
        _state(case, state) if state else cell(None),
    )


def _state(case: Case, state: Produced) -> Cell:
    share = state.share
    if share == 1:
        return Cell(case.say("已完成", "done"), tone="good")
    if state.output.each:
        told = _lacking(case, state)
    else:
        _, result = state.results[0]
        told = proof_state(case, result)
    return Cell(told, tone="open" if share else "bad")


def _lacking(case: Case, state: Produced) -> str:
    """Say how far the units are on the mean, and which of them owe something."""
    n, percent = len(state.results), cut_percent(state.share)
    names = [case.unit_name(unit) for unit in state.lacking]
    some = case.joined(names[:_MOST_UNITS])
    rest = len(names) - _MOST_UNITS
    if rest > 0:
        some += case.say(f"等{len(names)}个单位", f" and {rest} more")
    return case.say(f"{n}个单位平均{percent}；未齐：{some}", f"{percent} over {n}; owing: {some}")


def deadline(case: Case, criterion: str) -> date | None:
    """Return by when the plan wants what a criterion asks: the last end of the tasks to be done.

    Where all of them are done it is the end of the pilot; None where no task serves it.
    """
    serving = tasks_serving(case.repository, criterion)
    open_ = [due(case, phase) for phase, task in serving if not is_done(case, task)]
    if open_ or not serving:
        return max(open_, default=None)
    return case.pilot.period.until if case.pilot else None


def arranged(case: Case, criteria: tuple[str, ...]) -> str:
    """Say which tasks of the plan will bring what these lost criteria ask, and which have none."""
    serving = {id_: tasks_serving(case.repository, id_) for id_ in criteria}
    waiting = {
        id_: [(phase, task) for phase, task in pairs if not is_done(case, task)]
        for id_, pairs in serving.items()
    }
    join = case.joined
    said = []
    if coming := [id_ for id_ in criteria if waiting[id_]]:
        found = [pair for id_ in coming for pair in waiting[id_]]
        listed = case.say("；", "; ").join(_by_date(case, found))
        zh = f"{join(coming)}的失分，按实施方案补齐：{listed}。"
        said.append(case.say(zh, f"What is lost in {join(coming)} comes by the plan: {listed}."))
    if done := [id_ for id_ in criteria if serving[id_] and not waiting[id_]]:
        zh = f"{join(done)}的失分，方案安排的任务成果已齐，须对照失分原因继续整改。"
        en = f"For {join(done)} the tasks of the plan are done; what is lost is still to be mended."
        said.append(case.say(zh, en))
    if orphans := [id_ for id_ in criteria if not serving[id_]]:
        zh = f"{join(orphans)}的失分，实施方案没有安排任务，须补列任务，明确责任和期限。"
        en = f"For {join(orphans)} the plan has no task; one has to be added, with owner and date."
        said.append(case.say(zh, en))
    return case.say("", " ").join(said)


def _by_date(case: Case, found: list[tuple[Phase, Task]]) -> Iterator[str]:
    """Yield the tasks that have an end and a lead in common, the earliest first."""
    grouped: dict[tuple[date, Sentence], dict[str, Task]] = {}
    for phase, task in found:
        key = (due(case, phase), leads(case.repository, task))
        grouped.setdefault(key, {})[task.id] = task
    for (end, lead), tasks in sorted(grouped.items()):
        late = end < case.day
        zh = "、".join(f"“{task.title}”（{task.id}）" for task in tasks.values())
        en = ", ".join(f"{task.id} {task.title}" for task in tasks.values())
        yield case.say(
            f"{lead.zh}于{case.on(end)}前完成{zh}{'，现已过期，须尽快补办' if late else ''}",
            f"{en} by {end} ({lead.en}){', overdue' if late else ''}",
        )
