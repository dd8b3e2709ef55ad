"""`pilot review`: the sheet for the experts, and what they filled in."""

import os
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pilotkit import __version__
from pilotkit.cli.adding import Adding, refuse_equal_names
from pilotkit.cli.asking import Asking
from pilotkit.cli.options import (
    AsOfOption,
    AtOption,
    DryRunOption,
    FolderOption,
    LangOption,
    day,
    echo,
    refuse,
    workspace,
)
from pilotkit.cli.pipeline import Examination, examine
from pilotkit.cli.reading import read
from pilotkit.cli.trial import say
from pilotkit.disk.failure import cannot_read, cannot_write
from pilotkit.disk.intake import take_in
from pilotkit.disk.regular import read_regular
from pilotkit.disk.writing import write_new
from pilotkit.edit.new_evidence import Draft
from pilotkit.edit.review_record import (
    MAX_SHEET_BYTES,
    FilledSheet,
    differs_from_draw,
    read_sheet,
)
from pilotkit.model.evidence.review import Reviewer
from pilotkit.model.review_sheet import ReviewSheet, review_sheet
from pilotkit.model.scoring import Scoring
from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.case import Case
from pilotkit.report.format import SHIPPED
from pilotkit.report.formats import FORMATS
from pilotkit.report.review_sheet import build, table

_TITLE = "标准体系和标准文本专家评审"

review = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="专家评审：出表、收表 / the experts' sheet, and reading it back",
)


class Form(StrEnum):
    """What a sheet is written as; `csv` is the one that is filled in and read back."""

    MARKDOWN = "md"
    HTML = "html"
    CSV = "csv"


@review.command("sheet")
def sheet(
    seed: Annotated[int, typer.Option(min=0, help="抽样种子，印在表上 / the printed seed")],
    reviewers: Annotated[
        list[str] | None, typer.Option("--reviewer", help="姓名@单位，可多次 / name@unit")
    ] = None,
    count: Annotated[
        int | None, typer.Option(min=1, help="抽几项，至少为规定数 / how many to draw")
    ] = None,
    form: Annotated[
        Form | None, typer.Option("--format", help="默认看 -o 的后缀，否则 md / form")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="写到哪个新文件 / a new file")
    ] = None,
    folder: FolderOption = Path(),
    as_of: AsOfOption = None,
    at: AtOption = None,
    lang: LangOption = "zh",
) -> None:
    """出一份评审表：抽样、问题、空格 / make a sheet: a sample, the questions, blanks."""
    root = workspace(folder, lang)
    examined = examine(read(root, at), day(as_of))
    named = tuple(_reviewer(one, lang) for one in reviewers or ())
    made = review_sheet(examined.repository, str(seed), named, count)
    content = _rendered(made, examined, form or _form_of(output), lang)
    if output is None:
        echo(content.decode().removeprefix("\ufeff"))
        return
    place = output.absolute()
    if place.resolve().is_relative_to((root / "data").resolve()):
        refuse(Sentence("评审表不写进 data/", "a sheet is not written into data/").to(lang))
    try:
        write_new(place.parent, place.name, content)
    except FileExistsError:
        there = Sentence(f"{output} 已有，不覆盖", f"{output} is there and stays").to(lang)
        refuse(there)
    except OSError as error:
        refuse(cannot_write(output, error).to(lang))
    say(str(output))


def _reviewer(written: str, lang: Lang) -> Reviewer:
    person, _, unit = (part.strip() for part in written.partition("@"))
    if not person:
        refuse(Sentence("写法：--reviewer 姓名@单位", "write --reviewer name@unit").to(lang))
    return Reviewer(person=person, unit=unit or None)


def _form_of(output: Path | None) -> Form:
    ending = output.suffix.removeprefix(".").lower() if output else ""
    return Form(ending) if ending in set(Form) else Form.MARKDOWN


def _rendered(made: ReviewSheet, examined: Examination, form: Form, lang: Lang) -> bytes:
    if form is Form.CSV:
        return table(made)
    verdict = examined.verdict
    case = Case(examined.appraisal, verdict, lang, __version__, verdict.revision)
    return FORMATS[form.value].render(build(case, made), SHIPPED)


@review.command("record")
def record(
    filled: Annotated[
        Path,
        typer.Argument(metavar="文件 / FILE", help="填好的评审表 / the filled-in sheet"),
    ],
    attach: Annotated[
        list[Path] | None, typer.Option(help="签字的评审表，可多次 / the signed sheet")
    ] = None,
    when: Annotated[
        datetime | None,
        typer.Option("--date", formats=["%Y-%m-%d"], help="评审和签字日期 / when it was signed"),
    ] = None,
    unit: Annotated[str, typer.Option(help="归哪个单位，默认承担单位 / whose record")] = "",
    title: Annotated[str, typer.Option(help="标题 / the title")] = _TITLE,
    id_: Annotated[str, typer.Option("--id", help="编号，默认自动 / its id, else made")] = "",
    dry_run: DryRunOption = False,
    folder: FolderOption = Path(),
    as_of: AsOfOption = None,
    lang: LangOption = "zh",
) -> None:
    """收表：打分记成一份专家评审 / record the ratings as a 专家评审."""
    root = workspace(folder, lang)
    asking = Asking(lang)
    signed_on = asking.day("--date", when)
    signed = attach or [Path(asking.ask("--attach", Sentence("签字的评审表", "signed sheet")))]
    asking.refuse_if_lacking()
    incoming = [take_in(place) for place in signed]
    refuse_equal_names(incoming, lang)
    answers = read_sheet(filled.name, _content(filled, lang))
    reading = read(root)
    repository = examine(reading, day(as_of)).repository
    if differs_from_draw(answers, repository):
        other = Sentence(
            f"注意：种子 {answers.seed} 现在抽出的不是表上这些标准",
            f"note: the seed {answers.seed} now draws other standards than the sheet has",
        )
        typer.echo(other.to(lang), err=True)
    draft = Draft(
        kind="专家评审",
        title=title,
        date=signed_on,
        unit=unit or repository.undertaker or "",
        files={one.name: one.sha256 for one in incoming},
        criteria=_criteria(answers, repository.table),
        fields=answers.fields(signed_on),
        id=id_ or None,
    )
    Adding(root, day(as_of), lang, dry_run).add(draft, incoming)


def _criteria(answers: FilledSheet, table_: Scoring) -> list[str]:
    """Return the criteria of which a question is answered."""
    answered = {question for question, _, _ in answers.ratings}
    return [
        one.id for _, one in table_.criteria() if answered & {asked.id for asked in one.questions}
    ]


def _content(place: Path, lang: Lang) -> bytes:
    try:
        content = read_regular(os.fspath(place), MAX_SHEET_BYTES + 1)
    except OSError as error:
        refuse(cannot_read(place, error).to(lang))
    if len(content) > MAX_SHEET_BYTES:
        refuse(Sentence(f"{place} 太大，不是评审表", f"{place} is too large for a sheet").to(lang))
    return content
