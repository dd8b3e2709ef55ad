"""`pilot next`: what raises the score, ranked by points a day, or the plan that reaches a score."""

import re
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pilotkit.cli.naming import unit_named
from pilotkit.cli.options import (
    FORMAT,
    AsOfOption,
    AtOption,
    FolderOption,
    LangOption,
    day,
    echo,
    refuse,
    workspace,
)
from pilotkit.cli.pipeline import Examination, examine
from pilotkit.cli.reading import read
from pilotkit.cli.screen import show, width
from pilotkit.model.sentence import Lang, Sentence
from pilotkit.plan.worklist import Wish, Worklist, worklist_of
from pilotkit.report.actions import csv, json, markdown, text

_SHOWN = 10
_POINTS = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6})?")


class Form(StrEnum):
    """How the list is printed."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    CSV = "csv"


def _points(written: str) -> Decimal:
    if not _POINTS.fullmatch(written):
        raise typer.BadParameter(written)
    return Decimal(written)


TargetOption = Annotated[
    Decimal | None,
    typer.Option(
        "--target", parser=_points, metavar="N", help="达到 N 分的最省方案 / the least work for N"
    ),
]
ByOption = Annotated[
    datetime | None,
    typer.Option("--by", formats=["%Y-%m-%d"], help="办结日期 / to be done by this day"),
]


def next(  # noqa: A001 - the command is called so
    folder: FolderOption = Path(),
    form: Annotated[Form, FORMAT] = Form.TEXT,
    target: TargetOption = None,
    by: ByOption = None,
    unit: Annotated[
        str | None,
        typer.Option(
            "--unit", help="只看一个单位牵头、参加或缺的 / what one unit leads, joins or lacks"
        ),
    ] = None,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, help="最多列几项 / how many at most")
    ] = None,
    as_of: AsOfOption = None,
    at: AtOption = None,
    lang: LangOption = "zh",
) -> None:
    """下一步做什么最划算：得分、工作量、责任、最迟开始 / what raises the score, best first."""
    root = workspace(folder, lang)
    examined = examine(read(root, at), day(as_of), attachments=False)
    repository = examined.repository
    pilot = repository.pilot
    until = day(by) or (pilot.period.until if pilot else None)
    if by and by.date() < repository.day:
        past = Sentence(
            f"办结日期早于截至日期 {repository.day}", f"--by lies before {repository.day}, the day"
        )
        refuse(past.to(lang))
    most = examined.score.table.total
    if target is not None and target > most:
        beyond = Sentence(f"--target 最多 {most}", f"--target is {most} at most")
        refuse(beyond.to(lang))
    wish = Wish(until, unit_named(repository, unit, lang) if unit else None, target)
    listed = worklist_of(repository, examined.score, wish, examined.found)
    _show(examined, listed, form, limit, lang)


def _show(
    examined: Examination, listed: Worklist, form: Form, limit: int | None, lang: Lang
) -> None:
    repository, verdict = examined.repository, examined.verdict
    if form is Form.TEXT:
        shown = limit or (len(listed.actions) if listed.goal else _SHOWN)
        show(text.render(repository, listed, verdict, lang, (width(), shown)))
        return
    listed = listed.first(limit) if limit else listed
    if form is Form.JSON:
        echo(json.render(listed, verdict, lang))
    elif form is Form.MARKDOWN:
        echo(markdown.render(repository, listed, verdict, lang))
    else:
        echo(csv.render(listed, lang))
