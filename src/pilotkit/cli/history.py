"""`pilot history`: the score over what landed on the branch."""

from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import typer

from pilotkit.cli.options import (
    FORMAT,
    AsOfOption,
    FolderOption,
    LangOption,
    day,
    echo,
    workspace,
)
from pilotkit.cli.reading import PILOT, SHALLOW, Reading, Revisions, today
from pilotkit.disk.bundled import fingerprint
from pilotkit.disk.digests import memory_outside
from pilotkit.disk.keeping import key_of, recall, remember
from pilotkit.history.kept import understood, written
from pilotkit.history.trend import By, Figures, Moment, Point, chosen
from pilotkit.model.fault import Fault
from pilotkit.model.paths import Unsafe
from pilotkit.model.sentence import Lang, Sentence


class Form(StrEnum):
    """How a history is printed."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    SVG = "svg"


def history(
    tip: Annotated[
        str, typer.Argument(metavar="版本 / TIP", help="到哪个版本为止 / up to which revision")
    ] = "HEAD",
    folder: FolderOption = Path(),
    by: Annotated[By, typer.Option(help="取哪些点 / which points")] = By.MONTH,
    form: Annotated[Form, FORMAT] = Form.TEXT,
    as_of: AsOfOption = None,
    lang: LangOption = "zh",
) -> None:
    """得分随提交的变化 / the score over the commits that landed.

    每个提交算两次：先按现在的计分表和窗口期（工作区里的 scoring.yaml 和 pilot.yaml 的 windows），
    再按该提交自己的。其余都按该提交：单位、事项、标准、证据、试点起止。规则都是本程序的。

    Each commit is scored twice: by the table and the windows of the folder as it is now
    (scoring.yaml, and windows of pilot.yaml), and by its own. All else is the commit's own;
    the rules are always those of this program.
    """
    root = workspace(folder, lang)
    revisions = Revisions(root)
    begun: list[tuple[date, str]] = []
    if by is By.PHASE:
        from pilotkit.cli.hindsight import first_days  # noqa: PLC0415 - only where asked for

        begun = first_days(root)
    moments = chosen(revisions.moments(tip), by, begun)
    points = list(_Points(revisions, root).of(moments, day(as_of)))
    if not points:
        raise _no_history()
    _show(points, form, lang)
    if revisions.checkout.shallow:
        typer.echo(SHALLOW.to(lang), err=True)


class _Points:
    """Gives moments their figures; those of a known tree, day, table and program are recalled."""

    def __init__(self, revisions: Revisions, root: Path) -> None:
        self._revisions = revisions
        self._memory = memory_outside(root, "points")
        self._today = today(root)
        said = (sha256(one).hexdigest() if one is not None else "" for one in self._today)
        self._basis = fingerprint(), *said

    def of(self, moments: list[Moment], as_of: date | None) -> Iterator[Point]:
        """Yield a point for each moment that holds the pilot."""
        trees = self._revisions.data_of(moments)
        for moment in moments:
            tree = trees.get(moment.id)
            asked = f"as of {as_of}" if as_of else f"on {moment.date}"
            key = key_of((*self._basis, tree or "", asked))
            known = recall(self._memory, key) if tree else None
            figures = understood(known) if known else None
            if figures is None:
                reading = self._revisions.read_at(moment)
                if PILOT not in reading.files.texts:
                    continue
                figures = self._figures(reading, as_of)
                # What a clone lacks is no property of the tree.
                whole = all(one.code != Unsafe.NO_ACCESS.code for one in reading.files.refused)
                if whole and tree:
                    remember(self._memory, key, written(figures))
            yield Point(moment, figures)

    @cached_property
    def _figures(self) -> Callable[[Reading, date | None], Figures]:
        from pilotkit.cli.hindsight import Hindsight  # noqa: PLC0415 - not where all is recalled

        return Hindsight(self._today).figures


def _show(points: list[Point], form: Form, lang: Lang) -> None:
    if form is Form.JSON:
        from pilotkit.report.histories import json  # noqa: PLC0415 - the others need far more

        echo(json.render(points))
        return
    from pilotkit.report.histories import table  # noqa: PLC0415

    if form is Form.CSV:
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
