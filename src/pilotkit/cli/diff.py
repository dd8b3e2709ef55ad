"""`pilot diff`: what a change does, in the field's words and criterion by criterion."""

import re
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from urllib.parse import quote

import typer

from pilotkit.cli.options import (
    AsOfOption,
    Exit,
    FolderOption,
    Form,
    FormOption,
    LangOption,
    day,
    echo,
    refuse,
    workspace,
)
from pilotkit.cli.pipeline import Examination, examine, scored
from pilotkit.cli.reading import Reading, Revisions, merge_base, read
from pilotkit.disk.worktree import below_repository
from pilotkit.history.diff import Diff, Side
from pilotkit.history.diff import diff as compare
from pilotkit.load.loader import Memory
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.files import Files
from pilotkit.model.pilot import Pilot
from pilotkit.model.score import Score
from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.diffs import json, markdown, text


class Failing(StrEnum):
    """What makes the exit code 1."""

    LOST_POINTS = "lost-points"
    NEW_ERRORS = "new-errors"


FailOption = Annotated[
    list[Failing] | None, typer.Option("--fail-on", help="出现时退出码为 1 / exit 1 on it")
]
_ADDRESS = re.compile(r"https?://[A-Za-z0-9._~:/@%+-]+")


def diff(
    base: Annotated[
        str, typer.Argument(metavar="旧版本 / BASE", help="与哪个版本比较 / the old revision")
    ],
    head: Annotated[
        str | None,
        typer.Argument(
            metavar="新版本 / HEAD", help="新版本，默认为工作区 / the new one, else the folder"
        ),
    ] = None,
    folder: FolderOption = Path(),
    form: FormOption = Form.TEXT,
    fail_on: FailOption = None,
    links: Annotated[
        str | None,
        typer.Option(
            help="markdown 里问题所在行的网址前缀（仓库根目录在该版本的网址）"
            " / where the server shows the repository, for links to lines"
        ),
    ] = None,
    as_of: AsOfOption = None,
    lang: LangOption = "zh",
) -> None:
    """两个版本之间改了什么、得失了哪些分 / what changed and which points moved."""
    root = workspace(folder, lang)
    if links is not None:
        if not _ADDRESS.fullmatch(links):
            wrong = Sentence(
                "--links 要写网址，如 https://…", "--links takes an address: https://…"
            )
            refuse(wrong.to(lang))
        links = f"{links.rstrip('/')}/{quote(below_repository(root))}"
    found = difference(root, base, head, day(as_of))
    show(found, form, lang, links)
    failing = {
        Failing.LOST_POINTS: found.loses_points,
        Failing.NEW_ERRORS: found.brings_errors,
    }
    if any(failing[one] for one in fail_on or ()):
        raise typer.Exit(Exit.FINDINGS)


def difference(root: Path, base: str, head: str | None, as_of: date | None) -> Diff:
    """Compare a revision (from where the head left it) with another or with the folder.

    Both are judged by the severities and waivers of the old one: a change cannot excuse itself.
    """
    revisions = Revisions(root)
    memory = Memory()  # what both sides share is parsed once
    new = read(root) if head is None else revisions.read(head)
    old = revisions.read(merge_base(root, base, head))
    before, after = examine(old, as_of, memory), examine(new, as_of, memory)

    def restored(record: Evidence) -> Score:
        return scored(put_back(old, new, record), after.repository.day, memory)[1]

    policy = before.repository.pilot
    return compare(_side(before, policy), _side(after, policy), restored)


def show(found: Diff, form: Form, lang: Lang, links: str | None = None) -> None:
    """Print a diff; `links` serves the form that can link."""
    if form is Form.MARKDOWN:
        echo(markdown.render(found, lang, links))
    else:
        echo((json if form is Form.JSON else text).render(found, lang))


def _side(examined: Examination, policy: Pilot | None) -> Side:
    finished = examined.appraisal.finished_tasks
    return Side(examined.repository, examined.score, examined.judged_by(policy), finished)


def put_back(old: Reading, new: Reading, record: Evidence) -> Reading:
    """Add a removed record and its attachments to what is read."""
    own = f"{record.attachments_folder}/"
    texts = dict(new.files.texts) | {record.path: old.files.texts[record.path]}
    attachments = dict(new.files.attachments)
    for path, attachment in old.files.attachments.items():
        if path.startswith(own):
            attachments.setdefault(path, attachment)
    files: Files = replace(new.files, texts=dict(sorted(texts.items())), attachments=attachments)
    return replace(new, files=files)
