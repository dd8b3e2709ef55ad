"""`pilot history`: the score over what landed on the branch."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pilotkit.cli.options import AsOfOption, FolderOption, LangOption, day, echo, workspace
from pilotkit.cli.pipeline import Examination, Reading, Revisions, examine, read
from pilotkit.history.trend import By, Moment, Point, chosen
from pilotkit.model.fault import Fault
from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.histories import json, table

_TABLE = "data/scoring.yaml"


class Form(StrEnum):
    """How a history is printed."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    SVG = "svg"


def history(
    tip: Annotated[str, typer.Argument(help="到哪个版本为止 / up to which revision")] = "HEAD",
    folder: FolderOption = Path(),
    by: Annotated[By, typer.Option(help="取哪些点 / which points")] = By.MONTH,
    form: Annotated[Form, typer.Option("--format", help="输出格式 / form")] = Form.TEXT,
    as_of: AsOfOption = None,
    lang: LangOption = "zh",
) -> None:
    """得分随提交的变化 / the score over the commits that landed."""
    root = workspace(folder, lang)
    revisions = Revisions(root)
    phases = examine(read(root), None, showing=False).repository.phases
    moments = chosen(revisions.moments(tip), by, phases)
    points = list(points_of(revisions, moments, day(as_of), root))
    if not points:
        raise _no_history()
    _show(points, form, lang)


def points_of(
    revisions: Revisions, moments: list[Moment], as_of: date | None, root: Path
) -> Iterator[Point]:
    """Score each moment as of its day, at most the pilot's end, by today's table and by its own.

    A pinned `as_of` of the pilot is not followed: every point would be of one day.
    """
    today = read(root).files.texts.get(_TABLE)
    for moment in moments:
        reading = revisions.read(moment.id)
        if "data/pilot.yaml" not in reading.files.texts:
            continue
        asked = as_of or moment.date
        own = reading.files.texts.get(_TABLE)
        now = _examined(revisions, _with_table(reading, today), asked)
        then = _examined(revisions, reading, asked).score if own != today else None
        yield Point(moment, now.repository, now.score, then)


def _examined(revisions: Revisions, reading: Reading, asked: date) -> Examination:
    found = examine(reading, asked, revisions.memory, showing=False)
    pilot = found.repository.pilot
    if pilot and asked > pilot.period.until:
        return examine(reading, pilot.period.until, revisions.memory, showing=False)
    return found


def _with_table(reading: Reading, table_today: bytes | None) -> Reading:
    texts = {path: text for path, text in reading.files.texts.items() if path != _TABLE}
    if table_today is not None:
        texts[_TABLE] = table_today
    return replace(reading, files=replace(reading.files, texts=dict(sorted(texts.items()))))


def _show(points: list[Point], form: Form, lang: Lang) -> None:
    if form is Form.JSON:
        echo(json.render(points))
    elif form is Form.CSV:
        echo(table.comma_separated(points))
    elif form is Form.SVG:
        echo(table.svg(points, lang) + "\n")
    else:
        echo(table.text(points, lang))


def _no_history() -> Fault:
    return Fault(
        Sentence("历史里没有这个试点的提交", "no commit of the history holds this pilot"),
        Sentence("先提交 data/，再看历史", "commit data/ first"),
    )
