"""`pilot gaps`: what each unit has and lacks, as a matrix, and the lists behind it."""

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
    refuse,
    workspace,
)
from pilotkit.cli.pipeline import examine
from pilotkit.cli.reading import read
from pilotkit.cli.screen import show, width
from pilotkit.cli.status import UnitOption
from pilotkit.model.sentence import Lang, Sentence
from pilotkit.plan.gaps import COLUMNS, gaps_of
from pilotkit.report.gaps import json, markdown, text

_BY_NAME = {
    name: column
    for column in COLUMNS
    for name in (column.name, column.head.zh, column.title.zh, column.head.en)
}


def gaps(
    folder: FolderOption = Path(),
    form: FormOption = Form.TEXT,
    unit: UnitOption = None,
    column: Annotated[
        str | None, typer.Option("--column", help="只看一栏，如 培训、records / one column")
    ] = None,
    as_of: AsOfOption = None,
    at: AtOption = None,
    lang: LangOption = "zh",
) -> None:
    """单位×要素：文件、标准、岗位、培训、考核、记录、检查、证据还缺什么 / what units lack."""
    wanted = _column(column, lang) if column else None
    examined = examine(read(workspace(folder, lang), at), day(as_of))
    repository = examined.repository
    only = unit_named(repository, unit, lang) if unit else None
    found = gaps_of(examined.appraisal)
    cells = [
        cell
        for cell in found.cells
        if (not only or cell.unit.id == only.id) and (not wanted or cell.column.name == wanted)
    ]
    narrowed = only is not None or wanted is not None
    if form is Form.JSON:
        echo(json.render(found, cells, lang))
    elif form is Form.MARKDOWN:
        whole = markdown.render(found, repository, lang)
        echo(markdown.drill_down(cells, repository, lang) if narrowed else whole)
    elif narrowed:
        show(text.drill_down(cells, repository, lang, width()))
    else:
        show(text.render(found, repository, lang, width()))


def _column(name: str, lang: Lang) -> str:
    if name not in _BY_NAME:
        unknown = Sentence(f"没有栏目“{name}”", f"no column {name!r}").to(lang)
        listed = "、".join(f"{one.head.zh} {one.name}" for one in COLUMNS)
        known = Sentence(f"可用：{listed}", f"known: {', '.join(one.name for one in COLUMNS)}")
        refuse(unknown, known.to(lang))
    return _BY_NAME[name].name
