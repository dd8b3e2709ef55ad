"""`pilot score`: the filled table, the measures, and what is lost."""

from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer

from pilotkit.cli.options import (
    AsOfOption,
    AtOption,
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
from pilotkit.cli.pipeline import Examination, examine
from pilotkit.cli.reading import read
from pilotkit.cli.screen import show, width
from pilotkit.disk.failure import cannot_write
from pilotkit.disk.writing import write_named
from pilotkit.model.score import Score
from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.scores import badge, json, markdown, text


def score(
    folder: FolderOption = Path(),
    form: FormOption = Form.TEXT,
    topic: Annotated[
        str | None, typer.Option("--explain", help="说明一条或一个指标 / explain C14 or C14-1")
    ] = None,
    fail_under: Annotated[
        float | None, typer.Option("--fail-under", help="低于此分退出码为 1 / exit 1 below it")
    ] = None,
    against: Annotated[
        str | None,
        typer.Option("--against", help="与此版本比较，同 pilot diff / as pilot diff"),
    ] = None,
    sign: Annotated[
        Path | None, typer.Option("--badge", help="另存一个小图标（SVG）/ save a badge (SVG)")
    ] = None,
    as_of: AsOfOption = None,
    at: AtOption = None,
    lang: LangOption = "zh",
) -> None:
    """按计分表评分，逐条列出失分原因 / score the table and say why points are lost."""
    root = workspace(folder, lang)
    if against is not None:
        if topic is not None:
            both = Sentence("--against 与 --explain 只能取一个", "--against or --explain, not both")
            refuse(both.to(lang))
        from pilotkit.cli.diff import difference, show  # noqa: PLC0415 - only where asked for

        found = difference(root, against, at, day(as_of))
        show(found, form, lang)
        _hold(found.head.score, fail_under)
        return
    examined = examine(read(root, at), day(as_of), attachments=False, showing=topic is not None)
    if topic is not None:
        from pilotkit.cli.explain import explain_topic  # noqa: PLC0415 - only where it is asked for

        explain_topic(topic, examined, lang)
    else:
        _show(examined, form, lang)
    if sign is not None:
        _save(sign, badge.render(examined.repository, examined.score, lang), lang)
    _hold(examined.score, fail_under)


def _save(sign: Path, drawn: str, lang: Lang) -> None:
    try:
        write_named(sign, drawn.encode())
    except OSError as error:
        refuse(cannot_write(sign, error).to(lang))


def _hold(scored: Score, fail_under: float | None) -> None:
    if fail_under is not None and scored.supported < Decimal(str(fail_under)):
        raise typer.Exit(Exit.FINDINGS)


def _show(examined: Examination, form: Form, lang: Lang) -> None:
    told = examined.repository, examined.score, examined.verdict, lang
    if form is Form.JSON:
        echo(json.render(*told))
    elif form is Form.MARKDOWN:
        echo(markdown.render(*told))
    else:
        show(text.render(*told, width()))
