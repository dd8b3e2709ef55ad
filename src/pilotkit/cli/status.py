"""`pilot status`: phases, tasks and units, and what one unit has to hand in."""

from pathlib import Path
from typing import Annotated

import typer

from pilotkit.cli.naming import unit_named
from pilotkit.cli.options import (
    AsOfOption,
    AtOption,
    FolderOption,
    Form,
    FormOption,
    LangOption,
    day,
    echo,
    workspace,
)
from pilotkit.cli.pipeline import examine
from pilotkit.cli.reading import read
from pilotkit.cli.screen import show, width
from pilotkit.plan.status import status_of
from pilotkit.plan.todo import todo_of
from pilotkit.report.statuses import json, markdown, text
from pilotkit.report.statuses import unit as of_unit

UnitOption = Annotated[
    str | None, typer.Option("--unit", help="只看一个单位（编号、名称或别名）/ one unit")
]


def status(
    folder: FolderOption = Path(),
    form: FormOption = Form.TEXT,
    unit: UnitOption = None,
    as_of: AsOfOption = None,
    at: AtOption = None,
    lang: LangOption = "zh",
) -> None:
    """各阶段、任务进度和单位红黄绿灯；--unit 看本单位要交什么 / where plan and units stand."""
    examined = examine(read(workspace(folder, lang), at), day(as_of))
    only = unit_named(examined.repository, unit, lang) if unit else None
    found = status_of(examined.appraisal, examined.verdict.diagnostics)
    if form is Form.JSON:
        echo(json.render(found, lang, only.id if only else None))
    elif form is Form.MARKDOWN:
        echo(markdown.render(found, lang, only.id if only else None))
    elif only:
        todo = todo_of(found, only, examined.verdict.diagnostics)
        show(of_unit.render(found, todo, lang, width()))
    else:
        show(text.render(found, lang, width()))
