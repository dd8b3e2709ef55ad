"""`pilot history`: the score over what landed on the branch."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import typer

from pilotkit.cli.options import AsOfOption, FolderOption, LangOption, day, echo, workspace
from pilotkit.cli.pipeline import Reading, Revisions, read, scored
from pilotkit.disk.bundled import fingerprint
from pilotkit.disk.digests import memory_outside
from pilotkit.disk.keeping import key_of, recall, remember
from pilotkit.disk.worktree import read_record
from pilotkit.history.kept import understood, written
from pilotkit.history.trend import By, Figures, Moment, Point, chosen, figures_of
from pilotkit.load.loader import load
from pilotkit.model.fault import Fault
from pilotkit.model.paths import Unsafe
from pilotkit.model.plan import Phase
from pilotkit.model.repository import Repository
from pilotkit.model.score import Score
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
    phases: tuple[Phase, ...] = ()
    if by is By.PHASE:
        now = read(root)
        phases = load(now.files, None, now.otherwise)[0].phases
    moments = chosen(revisions.moments(tip), by, phases)
    points = list(_points(revisions, moments, day(as_of), root))
    if not points:
        raise _no_history()
    _show(points, form, lang)


def _points(
    revisions: Revisions, moments: list[Moment], as_of: date | None, root: Path
) -> Iterator[Point]:
    """Give each moment its figures; those of a known tree, day, table and program are recalled."""
    table = read_record(root, _TABLE)
    memory, program = memory_outside(root, "points"), fingerprint()
    trees = revisions.data_of(moments)
    for moment in moments:
        asked = as_of or moment.date
        said = sha256(table).hexdigest() if table is not None else ""
        key = key_of((program, trees.get(moment.id, ""), asked.isoformat(), said))
        known = recall(memory, key) if moment.id in trees else None
        figures = understood(known) if known else None
        if figures is None:
            reading = revisions.read(moment.id)
            if "data/pilot.yaml" not in reading.files.texts:
                continue
            figures = _figures(revisions, reading, table, asked)
            # What a clone lacks is no property of the tree.
            whole = all(one.code != Unsafe.NO_ACCESS.code for one in reading.files.refused)
            if whole and moment.id in trees:
                remember(memory, key, written(figures))
        yield Point(moment, figures)


def _figures(revisions: Revisions, reading: Reading, table: bytes | None, asked: date) -> Figures:
    repository, now = _scored(revisions, _with_table(reading, table), asked)
    is_own = reading.files.texts.get(_TABLE) != table
    then = _scored(revisions, reading, asked)[1] if is_own else now
    return figures_of(repository, now, then)


def scores_of(
    revisions: Revisions, moments: list[Moment], as_of: date | None, root: Path
) -> Iterator[tuple[Moment, Score]]:
    """Score each moment as of its day, at most the pilot's end, by today's table.

    A pinned `as_of` of the pilot is not followed: every point would be of one day.
    """
    table = read_record(root, _TABLE)
    for moment in moments:
        reading = revisions.read(moment.id)
        if "data/pilot.yaml" in reading.files.texts:
            today = _with_table(reading, table)
            yield moment, _scored(revisions, today, as_of or moment.date)[1]


def _scored(revisions: Revisions, reading: Reading, asked: date) -> tuple[Repository, Score]:
    found = scored(reading, asked, revisions.memory)
    pilot = found[0].pilot
    if pilot and asked > pilot.period.until:
        return scored(reading, pilot.period.until, revisions.memory)
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
