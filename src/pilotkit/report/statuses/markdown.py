"""For a pull request or a chat: the phases, what is late, and the lights of the units."""

from collections.abc import Iterator

from pilotkit.model.sentence import COMMA, SEMICOLON, Lang, Sentence
from pilotkit.plan.lights import Light, UnitLight
from pilotkit.plan.status import Status, TaskStatus
from pilotkit.report.escape import markdown_text
from pilotkit.report.standing import markdown_head
from pilotkit.report.statuses.text import SHAPES


def render(status: Status, lang: Lang, unit: str | None = None) -> str:
    """Render a status as Markdown; with `unit` only its tasks and its light."""
    lines = markdown_head(status.duties.repository, lang)
    if unit is None:
        lines += [*_phases(status, lang), ""]
    wanted = [one for one in status.tasks if unit is None or one.is_of(unit)]
    lines += [*_tasks(wanted, lang), ""]
    lines += _units([one for one in status.units if unit in {None, one.unit.id}], lang)
    return "\n".join([*lines, ""])


def _phases(status: Status, lang: Lang) -> Iterator[str]:
    head = Sentence("| 阶段 | 起止 | 任务 | 状态 |", "| phase | months | tasks | state |")
    yield head.to(lang)
    yield "| --- | --- | ---: | --- |"
    for one in status.phases:
        name = markdown_text(f"{one.phase.id} {one.phase.name}")
        months = f"{one.phase.from_}—{one.phase.to}"
        state = one.state.said.to(lang)
        yield f"| {name} | {months} | {one.done}/{len(one.tasks)} | {state} |"


def _tasks(tasks: list[TaskStatus], lang: Lang) -> Iterator[str]:
    yield Sentence(
        "| 任务 | 责任 | 期限 | 状态 | 完成日 | 还缺 |",
        "| task | lead | due | state | done on | lacks |",
    ).to(lang)
    yield "| --- | --- | --- | --- | --- | --- |"
    for one in tasks:
        title = markdown_text(f"{one.id} {one.task.title}")
        lead = markdown_text(one.lead.to(lang))
        lacks = markdown_text(COMMA.to(lang).join(one.lacking)) or "—"
        done = one.done_on or "—"
        state = one.state.said.to(lang)
        yield f"| {title} | {lead} | {one.due} | {state} | {done} | {lacks} |"


def _units(units: list[UnitLight], lang: Lang) -> Iterator[str]:
    yield Sentence("| 单位 | 灯 | 原因 |", "| unit | light | why |").to(lang)
    yield "| --- | --- | --- |"
    for light in Light:
        for one in units:
            if one.light is light:
                why = markdown_text(SEMICOLON.join(reason.said for reason in one.reasons).to(lang))
                shown = f"{SHAPES[light]} {light.word.to(lang)}"
                yield f"| {markdown_text(one.unit.name)} | {shown} | {why} |"
