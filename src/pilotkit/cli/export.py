"""`pilot export`: lists of the workspace for Excel, made to come back."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pilotkit import __version__
from pilotkit.cli.naming import unit_named
from pilotkit.cli.options import AtOption, FolderOption, LangOption, refuse, workspace
from pilotkit.cli.outputs import Outputs, output_folder, tell
from pilotkit.cli.reading import read
from pilotkit.load.loader import load
from pilotkit.model.sentence import Lang, Sentence
from pilotkit.model.sheet import BOOKS
from pilotkit.report.lists import Exported, write
from pilotkit.report.runner import Made

export = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="导出可改、可再导入的清单 / lists that can be edited and imported again",
)


class Kind(StrEnum):
    """What can be listed."""

    STANDARDS = "standards"
    ITEMS = "items"
    POSTS = "posts"
    STAFF = "staff"
    UNITS = "units"
    DOCUMENTS = "documents"
    EVIDENCE = "evidence"
    ATTENDANCE = "attendance"
    SURVEYS = "surveys"


@export.callback()
def forms() -> None:
    """Lists for Excel; the form is named as a command of its own."""


@export.command("xlsx")
def xlsx(
    kind: Annotated[Kind, typer.Argument(metavar="种类 / KIND", help="哪种清单 / which list")],
    output: Annotated[
        Path | None, typer.Option("-o", help="写到哪个文件，默认“事项清单.xlsx”之类 / the file")
    ] = None,
    units: Annotated[
        list[str] | None,
        typer.Option(
            "--unit", help="只要这个单位的（编号、名称或别名），可写多次 / of this unit only"
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="改过的文件也覆盖 / replace what was changed by hand")
    ] = False,
    folder: FolderOption = Path(),
    at: AtOption = None,
    lang: LangOption = "zh",
) -> None:
    """导出一种清单；改好后用 pilot import xlsx 收回 / write a list that import takes back."""
    root = workspace(folder, lang)
    reading = read(root, at)
    repository, faults = load(reading.files, None, reading.otherwise)
    book = BOOKS[kind]
    place = output or Path(f"{book[0].title}.xlsx")
    if place.resolve().is_relative_to((root / "data").resolve()):
        inside = Sentence("清单不写进 data/", "lists are not written into data/")
        refuse(inside.to(lang), Sentence("请用 -o 另指文件", "name another with -o").to(lang))
    wanted = frozenset(unit_named(repository, name, lang).id for name in units or ())
    exported = write(book, repository, __version__, wanted)
    outputs = Outputs(output_folder(place.parent, root, lang), lang, force=force)
    outputs.put(Made(place.name, exported.content))
    _account(exported, len(faults), lang)


def _account(exported: Exported, unreadable: int, lang: Lang) -> None:
    """Say what the file holds, and what it lacks or cannot say."""
    for title, count in exported.rows:
        tell(Sentence(f"{title}：{count} 行", f"{title}: {count} rows"), lang)
    if unreadable:
        tell(
            Sentence(
                f"工作区有 {unreadable} 处读不了，有的记录可能没有导出：pilot validate",
                f"{unreadable} faults in what was read; records may be missing: pilot validate",
            ),
            lang,
        )
    if exported.cut:
        listed = "、".join(exported.cut)
        tell(
            Sentence(
                f"这些格子装不下文件里的原样，请在文件里改：{listed}",
                f"these cells cannot say all that the files say; edit the files: {listed}",
            ),
            lang,
        )
