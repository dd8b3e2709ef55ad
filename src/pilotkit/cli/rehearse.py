"""`pilot rehearse`: an inspection drawn by a seed, with the answers that the records hold."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pilotkit.cli.options import (
    FORMAT,
    AsOfOption,
    AtOption,
    FolderOption,
    LangOption,
    day,
    echo,
    workspace,
)
from pilotkit.cli.pipeline import examine
from pilotkit.cli.reading import read
from pilotkit.cli.screen import show, width
from pilotkit.plan.rehearsal import default_seed
from pilotkit.plan.rehearsal import rehearse as draw
from pilotkit.report.rehearsals import markdown, text


class Form(StrEnum):
    """How the check sheet is printed."""

    TEXT = "text"
    MARKDOWN = "markdown"


def rehearse(
    folder: FolderOption = Path(),
    seed: Annotated[
        int | None, typer.Option("--seed", help="抽样种子，默认为截至日期 / the seed")
    ] = None,
    form: Annotated[Form, FORMAT] = Form.TEXT,
    as_of: AsOfOption = None,
    at: AtOption = None,
    lang: LangOption = "zh",
) -> None:
    """按现场程序抽查一遍：问什么、材料怎么答、还空着什么 / rehearse a drawn inspection."""
    examined = examine(read(workspace(folder, lang), at), day(as_of))
    chosen = default_seed(examined.repository.day) if seed is None else seed
    drawn = draw(examined.appraisal, chosen)
    if form is Form.MARKDOWN:
        echo(markdown.render(drawn, lang))
    else:
        show(text.render(drawn, lang, width()))
