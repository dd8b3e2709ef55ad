"""For a meeting or a chat: a table of actions, then what waits."""

from pilotkit.model.diagnostic import Verdict
from pilotkit.model.points import points_text
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Lang, Sentence
from pilotkit.plan.action import Action
from pilotkit.plan.concern import Concern
from pilotkit.plan.worklist import Worklist
from pilotkit.report.actions.figures import (
    begin_said,
    days_text,
    gain_said,
    goal_said,
)
from pilotkit.report.actions.notes import notes
from pilotkit.report.escape import markdown_text
from pilotkit.report.standing import markdown_head


def render(repository: Repository, listed: Worklist, verdict: Verdict, lang: Lang) -> str:
    """Render a worklist as Markdown; text of files is escaped."""
    score = listed.score
    total = f"{points_text(score.supported)} / {points_text(score.table.total)}"
    said = Sentence(f"有据得分 **{total}**", f"Supported **{total}**")
    head = Sentence("下一步", "What to do next")
    lines = [*markdown_head(repository, lang, head, verdict.revision), said.to(lang), ""]
    lines += [f"- {line.to(lang)}" for line in (goal_said(listed.goal) if listed.goal else ())]
    lines += [""] if listed.goal else []
    lines += _table(listed.actions, lang)
    lines += _later(listed.later, lang)
    lines += [f"- {markdown_text(note.to(lang))}" for note in notes(listed)]
    return "\n".join([*lines, ""])


def _table(actions: tuple[Action, ...], lang: Lang) -> list[str]:
    head = Sentence(
        "| 条目 | 做什么 | 得分 | 人日 | 何时开始 | 责任 |",
        "| criterion | what | points | days | begin | owner |",
    )
    return [
        head.to(lang),
        "| --- | --- | ---: | ---: | --- | --- |",
        *(_row(a, lang) for a in actions),
        "",
    ]


def _row(one: Action, lang: Lang) -> str:
    star = r" \*" if one.of.is_reconstructed else ""
    said = [*one.steps, *([_own(one.concern)] if one.concern else [])]
    steps = "<br>".join(markdown_text(step.to(lang)) for step in said)
    owner, days = markdown_text(one.owner.to(lang)), days_text(one.days)
    gain, begin = gain_said(one).to(lang), begin_said(one).to(lang)
    return f"| {one.of.id}{star} | {steps} | {gain} | {days} | {begin} | {owner} |"


def _own(concern: Concern) -> Sentence:
    return Sentence(f"本单位：{concern.said.zh}", f"this unit: {concern.said.en}")


def _later(later: tuple[Action, ...], lang: Lang) -> list[str]:
    if not later:
        return []
    head = Sentence("要先有对象才能算工作量的", "Once there is something to count")
    rows = [
        f"- {one.of.id} ({points_text(one.gain)}) {markdown_text(one.title.to(lang))}"
        for one in later
    ]
    return [f"## {head.to(lang)}", "", *rows, ""]
