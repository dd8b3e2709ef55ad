"""For people at a terminal: what to do first, by whom, by when, for how many points.

Lines are rich texts: coloured on a terminal, plain elsewhere, never more than the width wide.
"""

from collections.abc import Iterator

from rich.text import Text

from pilotkit.model.diagnostic import Verdict
from pilotkit.model.points import points_text
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import COMMA, Lang, Sentence
from pilotkit.plan.action import Action
from pilotkit.plan.worklist import Worklist
from pilotkit.report.actions.figures import (
    begin_said,
    days_text,
    gain_said,
    goal_said,
    per_day,
)
from pilotkit.report.actions.notes import notes
from pilotkit.report.escape import visible
from pilotkit.report.layout import pad
from pilotkit.report.standing import as_of_said
from pilotkit.report.statuses.text import paragraph

_INDENT = 4
_CRITERION = 8
_GAIN = 12
_MOST_LATER = 5


def render(
    repository: Repository, listed: Worklist, verdict: Verdict, lang: Lang, shape: tuple[int, int]
) -> Iterator[Text]:
    """Yield the lines of a worklist; `shape` is the width in columns and how many actions."""
    width, limit = shape
    yield from _head(repository, listed, verdict, lang, width)
    yield Text()
    if not listed.actions and not (listed.goal and listed.goal.reached_already):
        none = Sentence("没有现在能着手的行动。", "Nothing can be done now.")
        yield Text(none.to(lang))
    for number, one in enumerate(listed.actions[:limit], start=1):
        yield from _action(number, one, lang, width)
    rest = len(listed.actions) - limit
    if rest > 0:
        more = Sentence(f"另有 {rest} 项，用 --limit 看更多", f"{rest} more, see --limit")
        yield Text(more.to(lang), "dim")
    yield from _later(listed, lang, width)
    yield Text()
    for note in notes(listed):
        yield from paragraph(note.to(lang), width, 0, "dim")


def _head(
    repository: Repository, listed: Worklist, verdict: Verdict, lang: Lang, width: int
) -> Iterator[Text]:
    pilot, score = repository.pilot, listed.score
    yield Text(visible(pilot.name if pilot else "—"), "bold")
    if pilot and pilot.invented:
        yield from paragraph(pilot.invented, width, 0, "yellow")
    standing = as_of_said(score.as_of, verdict.revision)
    total = f"{points_text(score.supported)} / {points_text(score.table.total)}"
    said = Sentence(f"{standing.zh}：有据得分 {total}", f"{standing.en}: supported {total}")
    yield from paragraph(said.to(lang), width, 0)
    for line in goal_said(listed.goal) if listed.goal else ():
        yield from paragraph(line.to(lang), width, 0, "bold")


def _action(number: int, one: Action, lang: Lang, width: int) -> Iterator[Text]:
    line = Text(pad(f"{number}.", _INDENT))
    line.append(pad(one.of.id, _CRITERION), "bold")
    gain = pad(gain_said(one).to(lang), _GAIN)
    line.append(gain, "green" if one.certain else "yellow")
    days, rate = days_text(one.days), per_day(one)
    line.append(Sentence(f"{days} 人日，每日 {rate} 分", f"{days} days, {rate} a day").to(lang))
    yield line
    begin = begin_said(one).to(lang)
    yield Text(" " * _INDENT + begin, "red" if one.late else "")
    name = one.of.marked_name
    # The steps say all that the title does, and more where something is lacking.
    steps = [] if _is_all(one) else [step.to(lang) for step in one.steps]
    title = Sentence(f"{name}：{one.title.zh}", f"{name}: {one.title.en}").to(lang)
    yield from paragraph(name if steps else title, width, _INDENT)
    for step in steps:
        yield from paragraph(f"· {step}", width, _INDENT)
    if one.concern:
        own = Sentence(f"本单位：{one.concern.said.zh}", f"this unit: {one.concern.said.en}")
        yield from paragraph(own.to(lang), width, _INDENT)
    owner = Sentence(f"责任：{one.owner.zh}", f"owner: {one.owner.en}").to(lang)
    yield from paragraph(owner, width, _INDENT, "dim")


def _is_all(one: Action) -> bool:
    """Say whether the title alone says every step."""
    return all(step.zh in one.title.zh for step in one.steps)


def _later(listed: Worklist, lang: Lang, width: int) -> Iterator[Text]:
    if not listed.later:
        return
    points = points_text(sum((one.gain for one in listed.later), start=listed.score.supported * 0))
    head = Sentence(
        f"要先有对象才能算工作量的（至多 {points} 分）",
        f"to be done once there is something to count (up to {points} points)",
    )
    yield Text()
    yield Text(head.to(lang), "bold")
    for one in listed.later[:_MOST_LATER]:
        title = f"{pad(one.of.id, _CRITERION)}{points_text(one.gain)}  {one.title.to(lang)}"
        yield from paragraph(title, width, _INDENT)
    rest = [one.of.id for one in listed.later[_MOST_LATER:]]
    if rest:
        zh, en = (comma.join(rest) for comma in COMMA)
        more = Sentence(f"还有 {zh}，见 pilot explain", f"also {en}, see pilot explain")
        yield from paragraph(more.to(lang), width, _INDENT, "dim")
