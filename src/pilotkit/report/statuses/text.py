"""For people at a terminal: phases with their tasks, then the lights of the units."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from pilotkit.model.repository import Repository
from pilotkit.model.sentence import COMMA, Lang, Sentence
from pilotkit.plan.lights import Light, UnitLight
from pilotkit.plan.state import State
from pilotkit.plan.status import PhaseStatus, Status, TaskStatus
from pilotkit.report.escape import visible
from pilotkit.report.layout import pad, wrap
from pilotkit.report.standing import as_of_said

_ID, _STATE, _DAY, _INDENT = 6, {"zh": 15, "en": 22}, 12, 4
_COLOURS = {
    State.DONE: "green",
    State.DONE_LATE: "yellow",
    State.LAPSED: "yellow",
    State.DUE_SOON: "yellow",
    State.LATE: "red",
    State.MADE_UP: "dim",
    State.UNTRACED: "dim",
    State.UNPROVED: "dim",
    State.NOT_STARTED: "dim",
}
# A shape a light, for those who do not see its colour.
SHAPES = {Light.RED: "■", Light.YELLOW: "▲", Light.GREEN: "●", Light.GREY: "○"}
STYLES = {Light.RED: "red", Light.YELLOW: "yellow", Light.GREEN: "green", Light.GREY: "dim"}
_MOST_REASONS = 5


def render(status: Status, lang: Lang, width: int) -> Iterator[Text]:
    """Yield the lines of a status, never wider than `width` columns."""
    yield from head(status.duties.repository, lang, width)
    dates = Sentence(
        "日期：已完成的是完成日，其余是期限",
        "dates: of what is done the day it was, else the last day",
    )
    none = Sentence(
        "还没有阶段和任务：写在 data/phases.yaml",
        "no phases and tasks yet: write them to data/phases.yaml",
    )
    yield from paragraph((dates if status.phases else none).to(lang), width, 0, "dim")
    for phase in status.phases:
        yield Text()
        yield from _phase(phase, lang, width)
    if status.own:
        yield Text()
        yield from _own(status.own, lang, width)
    yield Text()
    yield from _lights(status.units, lang, width)


def head(
    repository: Repository, lang: Lang, width: int, revision: str | None = None
) -> Iterator[Text]:
    """Yield whose figures these are, and of which day and revision."""
    pilot = repository.pilot
    name = pilot.name if pilot else "—"
    for line in wrap(visible(name), width):
        yield Text(line, "bold")
    if pilot and pilot.invented:
        yield from paragraph(pilot.invented, width, 0, "yellow")
    said = as_of_said(repository.as_of, revision)
    yield from paragraph(said.to(lang), width, 0, "dim")


def paragraph(text: str, width: int, indent: int, style: str = "") -> Iterator[Text]:
    """Yield a text in lines, all of them indented."""
    for line in wrap(visible(text), max(20, width - indent)):
        yield Text(" " * indent + line, style)


def counted(states: Sequence[State], lang: Lang) -> str:
    """Write how many are how far: 已完成 13，逾期 9."""
    shares = [(state, states.count(state)) for state in State if state in states]
    return Sentence(
        "，".join(f"{state.said.zh} {n}" for state, n in shares),
        ", ".join(f"{state.said.en} {n}" for state, n in shares),
    ).to(lang)


def _phase(one: PhaseStatus, lang: Lang, width: int) -> Iterator[Text]:
    phase = one.phase
    title = Sentence(
        f"{phase.id} {phase.name}（{phase.from_}—{phase.to}）",
        f"{phase.id} {phase.name} ({phase.from_}—{phase.to})",
    ).to(lang)
    lines = wrap(visible(title), width - _STATE[lang] - 8)
    for line in lines[:-1]:
        yield Text(line, "bold")
    last = Text(lines[-1], "bold")
    last.append(f"  {one.done}/{len(one.tasks)} ")
    last.append(one.state.said.to(lang), _COLOURS.get(one.state, ""))
    yield last
    for task in one.tasks:
        yield from _task(task, lang, width)


def _task(one: TaskStatus, lang: Lang, width: int) -> Iterator[Text]:
    lead = f"  {pad(visible(one.id), _ID)}"
    told = pad(one.state.said.to(lang), _STATE[lang])
    when = pad((one.done_on or one.due).isoformat(), _DAY)
    left = 2 + _ID + _STATE[lang] + _DAY
    for number, line in enumerate(wrap(visible(one.task.title), max(20, width - left))):
        text = Text(lead if number == 0 else " " * left)
        if number == 0:
            text.append(told, _COLOURS.get(one.state, ""))
            text.append(when, "" if one.done_on else "dim")
        text.append(line)
        yield text
    if one.lacking and one.state is not State.NOT_STARTED:
        yield from paragraph(_lacks(one, lang), width, left, "dim")


def _lacks(one: TaskStatus, lang: Lang) -> str:
    if one.state is State.UNPROVED:
        zh, en = (comma.join(one.lacking) for comma in COMMA)
        return Sentence(f"规则尚未实现：{zh}", f"no rule yet for: {en}").to(lang)
    zh, en = COMMA.join(_lacking(one, name) for name in one.lacking)
    return Sentence(f"缺：{zh}；责任：{one.lead.zh}", f"lacks: {en}; lead: {one.lead.en}").to(lang)


def _lacking(one: TaskStatus, name: str) -> Sentence:
    """Name an output, and of how many units it is missing where each of them owes it."""
    mine = [duty for duty in one.duties if duty.output.name == name and duty.output.each]
    if not mine:
        return Sentence(name, name)
    n, total = sum(not duty.progress.is_full for duty in mine), len(mine)
    return Sentence(f"{name}（{total} 个单位缺 {n} 个）", f"{name} (of {n} of {total} units)")


def _own(own: Sequence[TaskStatus], lang: Lang, width: int) -> Iterator[Text]:
    yield Text(Sentence("各单位分解任务", "Tasks of the units' own").to(lang), "bold")
    yield from paragraph(counted([one.state for one in own], lang), width, 2)
    for one in own:
        if one.state in {State.LATE, State.LAPSED, State.DUE_SOON}:
            state = one.state.said
            told = Sentence(
                f"{state.zh}  {one.due}  {one.task.title}（{one.lead.zh}）",
                f"{state.en}  {one.due}  {one.task.title} ({one.lead.en})",
            ).to(lang)
            yield from paragraph(told, width, 2, _COLOURS[one.state])


def _lights(units: Sequence[UnitLight], lang: Lang, width: int) -> Iterator[Text]:
    counts = {light: sum(one.light is light for one in units) for light in Light}
    listed = [f"{light.word.to(lang)} {n}" for light, n in counts.items()]
    told = Sentence(
        f"单位 {len(units)} 个：{'，'.join(listed)}", f"{len(units)} units: {', '.join(listed)}"
    )
    yield Text(told.to(lang), "bold")
    for light in Light:
        mine = [one for one in units if one.light is light]
        if light is Light.GREY and mine:
            yield from _grey(mine, lang, width)
        else:
            for one in mine:
                yield from unit_light(one, lang, width)


def _grey(units: Sequence[UnitLight], lang: Lang, width: int) -> Iterator[Text]:
    """Name those of whom nothing is asked together: there is nothing to say of each."""
    names = COMMA.to(lang).join(one.unit.name for one in units)
    said = Sentence(
        f"{SHAPES[Light.GREY]} 灰  目前没有要交的：{names}",
        f"{SHAPES[Light.GREY]} grey  nothing is asked yet of: {names}",
    )
    lines = wrap(visible(said.to(lang)), width - _INDENT)
    for number, line in enumerate(lines):
        yield Text(line if number == 0 else " " * _INDENT + line, "dim")


def unit_light(
    one: UnitLight, lang: Lang, width: int, most: int | None = _MOST_REASONS
) -> Iterator[Text]:
    """Yield a unit with its light, and the reasons that it has, the worst first."""
    line = Text(f"{SHAPES[one.light]} {one.light.word.to(lang)}  ", STYLES[one.light])
    line.append(visible(one.unit.name))
    line.append(f"  {visible(one.unit.id)}", "dim")
    yield line
    for reason in one.reasons[:most]:
        yield from _hanging(f"{reason.light.word.to(lang)} ", reason.said.to(lang), width)
    rest = len(one.reasons) - (most or len(one.reasons))
    if rest > 0:
        more = Sentence(
            f"还有 {rest} 条，见 pilot status --unit {one.unit.id}",
            f"{rest} more: pilot status --unit {one.unit.id}",
        )
        yield from paragraph(more.to(lang), width, _INDENT + 3, "dim")


def _hanging(mark: str, text: str, width: int) -> Iterator[Text]:
    left = " " * (_INDENT + cell_len(mark))
    for number, line in enumerate(wrap(visible(text), max(20, width - len(left)))):
        yield Text(" " * _INDENT + mark + line if number == 0 else left + line)
