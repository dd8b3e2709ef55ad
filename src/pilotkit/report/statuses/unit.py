"""What one unit has to hand in, for its people at a terminal."""

from collections.abc import Iterable, Iterator

from rich.text import Text

from pilotkit.model.points import points_text
from pilotkit.model.score import CriterionScore
from pilotkit.model.sentence import COMMA, Lang, Sentence
from pilotkit.plan.state import SOON, State
from pilotkit.plan.status import Status
from pilotkit.plan.todo import Owed, Stake, Todo
from pilotkit.report.escape import visible
from pilotkit.report.standing import RECONSTRUCTED
from pilotkit.report.statuses.text import head, paragraph, unit_light

_STYLES = {State.LATE: "red", State.DUE_SOON: "yellow", State.LAPSED: "yellow"}
_MOST_LISTED = 20


def render(status: Status, todo: Todo, lang: Lang, width: int) -> Iterator[Text]:
    """Yield the lines, none wider than `width` columns."""
    yield from head(status.duties.repository, lang, width)
    yield Text()
    if todo.light:
        yield from unit_light(todo.light, lang, width, None)
        yield from paragraph(_timely(todo, lang), width, 4, "dim")
    for title, lines in _sections(todo, lang, width):
        listed = list(lines)
        if listed:
            yield Text()
            yield Text(title.to(lang), "bold")
            yield from listed


def _sections(todo: Todo, lang: Lang, width: int) -> Iterator[tuple[Sentence, Iterable[Text]]]:
    owed = (line for one in todo.owed for line in _owed(one, lang, width))
    yield Sentence(f"要交的产出 {len(todo.owed)} 项", f"{len(todo.owed)} outputs to hand in"), owed
    for title, lines in _listed(todo):
        yield title, _list(lines, lang, width)
    stakes = [line for one in todo.stakes for line in _stake(one, lang, width)]
    if any(one.criterion.is_reconstructed for one in todo.stakes):
        stakes += paragraph(RECONSTRUCTED.to(lang), width, 2, "dim")
    points = points_text(todo.lost)
    yield (
        Sentence(
            f"本单位的任务关系到的失分 {points} 分（其他单位的任务也关系到）",
            f"{points} points lost that its tasks serve (tasks of others serve them too)",
        ),
        stakes,
    )


def _listed(todo: Todo) -> Iterator[tuple[Sentence, list[Sentence]]]:
    """Yield what is missing in lists that are all alike."""
    if todo.staff:
        yield Sentence("专兼职人员", "Staff"), [todo.staff]
    yield (
        Sentence(f"缺的标准 {len(todo.cells)} 项", f"{len(todo.cells)} standards missing"),
        [_placed(one.id, one.reason, str(one.location)) for one in todo.cells],
    )
    yield (
        Sentence(
            f"待确认的事项 {len(todo.unconfirmed)} 项", f"{len(todo.unconfirmed)} unconfirmed"
        ),
        [_placed(one.name, None, str(one.at("confirmed"))) for one in todo.unconfirmed],
    )
    yield (
        Sentence(f"未整改的问题 {len(todo.troubles)} 处", f"{len(todo.troubles)} not mended"),
        [
            _placed(
                one.record.id,
                Sentence(
                    f"{one.facts}（{one.kind}，限期 {one.due or '未定'}）",
                    f"{one.facts} ({one.kind}, due {one.due or 'on no date'})",
                ),
                str(one.place.location),
            )
            for one in todo.troubles
        ],
    )
    yield (
        Sentence(
            f"{SOON.days} 天内到期的材料 {len(todo.expiring)} 份", f"{len(todo.expiring)} expiring"
        ),
        [
            _placed(
                one.id,
                Sentence(f"{one.title}，{one.valid_until} 到期", f"expires on {one.valid_until}"),
                str(one.at("valid_until")),
            )
            for one in todo.expiring
        ],
    )
    yield (
        Sentence(f"检查出的问题 {len(todo.findings)} 处", f"{len(todo.findings)} findings"),
        [_placed(one.code, one.message, str(one.location)) for one in todo.findings],
    )


def _placed(name: str, said: Sentence | None, where: str) -> Sentence:
    if said is None:
        return Sentence(f"{name}  {where}", f"{name}  {where}")
    return Sentence(f"{name}：{said.zh}  {where}", f"{name}: {said.en}  {where}")


def _list(lines: list[Sentence], lang: Lang, width: int) -> Iterator[Text]:
    for one in lines[:_MOST_LISTED]:
        for number, line in enumerate(paragraph(one.to(lang), width, 4)):
            yield Text("  · ") + line[4:] if number == 0 else line
    if (rest := len(lines) - _MOST_LISTED) > 0:
        more = Sentence(f"还有 {rest} 项", f"{rest} more")
        yield from paragraph(more.to(lang), width, 4, "dim")


def _owed(one: Owed, lang: Lang, width: int) -> Iterator[Text]:
    duty = one.duty
    said = Sentence(
        f"{duty.due}  {duty.state.said.zh}  {duty.task.id} {duty.output.name}",
        f"{duty.due}  {duty.state.said.en}  {duty.task.id} {duty.output.name}",
    )
    yield from paragraph(said.to(lang), width, 2, _STYLES.get(duty.state, ""))
    for reason in one.lacks:
        yield from paragraph(reason.to(lang), width, 6)
    if one.criteria:
        listed = COMMA.to(lang).join(map(_points, one.criteria))
        told = Sentence(f"关系到的失分：{listed}", f"serves: {listed}")
        yield from paragraph(told.to(lang), width, 6, "dim")


def _points(one: CriterionScore) -> str:
    return f"{one.id} -{points_text(one.lost)}"


def _stake(one: Stake, lang: Lang, width: int) -> Iterator[Text]:
    leads, helps = Sentence("牵头", "leads"), Sentence("配合", "helps")
    tasks = [f"{task.id} {(leads if is_lead else helps).to(lang)}" for task, is_lead in one.tasks]
    text = f"{_points(one.criterion)}  {one.criterion.marked_name}"
    joined = COMMA.to(lang).join(tasks)
    told = Sentence(f"{text}（{joined}）", f"{text} ({joined})").to(lang)
    yield from paragraph(visible(told), width, 2)


def _timely(todo: Todo, lang: Lang) -> str:
    found = todo.light.timeliness if todo.light else None
    if not found or not found.due:
        return Sentence("还没有到期的产出", "nothing was due yet").to(lang)
    return Sentence(
        f"已到期的产出 {found.due} 项，按期且至今齐全 {found.on_time} 项",
        f"of {found.due} outputs due, {found.on_time} came in time and are still there",
    ).to(lang)
