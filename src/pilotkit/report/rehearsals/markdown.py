"""To be printed or shared: the check sheet as Markdown."""

from collections.abc import Iterator

from pilotkit.model.sentence import Lang, Sentence
from pilotkit.plan.questions import Question
from pilotkit.plan.rehearsal import Rehearsal
from pilotkit.report.escape import markdown_text
from pilotkit.report.rehearsals.text import blanks, seeded
from pilotkit.report.standing import markdown_head


def render(rehearsal: Rehearsal, lang: Lang) -> str:
    """Render a check sheet as Markdown; text of files is escaped."""
    title = Sentence("现场评估演练检查表", "Check sheet of a rehearsed inspection")
    lines = markdown_head(rehearsal.appraisal.repository, lang, title)
    lines += [f"- {markdown_text(said.to(lang))}" for said in seeded(rehearsal)]
    for step in rehearsal.steps:
        lines += ["", f"## {step.number} {step.title.to(lang)}", ""]
        for question in step.questions:
            lines += _question(question, lang)
    return "\n".join([*lines, ""])


def _question(one: Question, lang: Lang) -> Iterator[str]:
    yield f"- [ ] {markdown_text(one.asked.to(lang))}"
    for answer in one.answers:
        mark = "✓" if answer.is_there else "✗"
        where = f" ({markdown_text(str(answer.location))})" if answer.location else ""
        yield f"  - {mark} {markdown_text(answer.said.to(lang))}{where}"
    if one.blanks:
        yield f"  - {blanks(one, lang)}"
