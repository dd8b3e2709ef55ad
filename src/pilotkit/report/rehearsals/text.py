"""For people at a terminal: step by step what is asked, what the records answer, and blanks."""

from collections.abc import Iterator

from rich.cells import cell_len
from rich.text import Text

from pilotkit.model.sentence import Lang, Sentence
from pilotkit.plan.questions import Answer, Question
from pilotkit.plan.rehearsal import ORDER, Rehearsal
from pilotkit.report.statuses.text import head, paragraph

_BLANK = "＿＿＿＿"


def render(rehearsal: Rehearsal, lang: Lang, width: int) -> Iterator[Text]:
    """Yield the lines of a check sheet, none wider than `width` columns."""
    yield from head(rehearsal.appraisal.repository, lang, width)
    for said in seeded(rehearsal):
        yield from paragraph(said.to(lang), width, 0, "dim")
    for step in rehearsal.steps:
        yield Text()
        yield from paragraph(f"{step.number} {step.title.to(lang)}", width, 0, "bold")
        for question in step.questions:
            yield from _question(question, lang, width)


def seeded(rehearsal: Rehearsal) -> Iterator[Sentence]:
    """Say by which seed it was drawn, where the order is from, and what * means."""
    seed = rehearsal.seed
    yield Sentence(
        f"抽样种子 {seed}；同样的材料和种子抽到的相同：pilot rehearse --seed {seed}",
        f"seed {seed}; the same records and seed draw the same: pilot rehearse --seed {seed}",
    )
    yield ORDER
    yield Sentence("* 为推定的文字，附件原文残缺", "* reconstructed, not official words")


def blanks(question: Question, lang: Lang) -> str:
    """Write what is to be filled in: 现场所见：＿＿＿＿."""
    colon = Sentence("：", ": ").to(lang)
    return "  ".join(f"{one.to(lang)}{colon}{_BLANK}" for one in question.blanks)


def _question(one: Question, lang: Lang, width: int) -> Iterator[Text]:
    asked, filled = one.asked.to(lang), blanks(one, lang)
    if not one.answers and cell_len(f"{asked}  {filled}") <= width - 4:
        asked, filled = f"{asked}  {filled}", ""
    for number, line in enumerate(paragraph(asked, width, 4)):
        yield Text("  □ ").append(line[4:]) if number == 0 else line
    for answer in one.answers:
        yield from _answer(answer, lang, width)
    if filled:
        yield from paragraph(filled, width, 6, "dim")


def _answer(one: Answer, lang: Lang, width: int) -> Iterator[Text]:
    mark, style = ("✓ ", "green") if one.is_there else ("✗ ", "red")
    where = f"  {one.location}" if one.location else ""
    for number, line in enumerate(paragraph(f"{one.said.to(lang)}{where}", width, 8)):
        yield Text("      ").append(mark, style).append(line[8:]) if number == 0 else line
