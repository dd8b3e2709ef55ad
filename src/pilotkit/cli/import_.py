"""`pilot import`: a list from Excel back into the records, after a look at what it changes."""

import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from pilotkit.cli.export import Kind
from pilotkit.cli.importing import Importing
from pilotkit.cli.naming import unit_named
from pilotkit.cli.options import (
    DryRunOption,
    FolderOption,
    LangOption,
    refuse,
    workspace,
)
from pilotkit.cli.pipeline import examine
from pilotkit.cli.reading import read
from pilotkit.cli.trial import say
from pilotkit.disk.failure import cannot_read
from pilotkit.disk.regular import read_regular
from pilotkit.disk.unpacking import unpack
from pilotkit.edit.lists.attaching import attached, below
from pilotkit.edit.lists.heads import Headed, Wishes, missing, understood
from pilotkit.edit.lists.importing import Import, plan_of
from pilotkit.edit.lists.key import key_of
from pilotkit.edit.tables.grid import Grid
from pilotkit.edit.tables.reading import MAX_FILE, read_tables
from pilotkit.model.sentence import Lang, Sentence, did_you_mean
from pilotkit.model.sheet import SHEETS

import_ = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="导入 Excel 清单，先看再写 / import lists from Excel, shown before anything is written",
)


@import_.callback()
def forms() -> None:
    """Lists from Excel; the form is named as a command of its own."""


@dataclass(frozen=True)
class _Columns:
    """What the user says of columns."""

    mapped: list[str]
    ignored: list[str]


@import_.command("xlsx")
def xlsx(
    file: Annotated[
        Path, typer.Argument(metavar="文件 / FILE", help=".xlsx、.xls、.ods 或 .csv / the list")
    ],
    kind: Annotated[
        Kind | None,
        typer.Option(help="哪种清单，默认看表名和列名 / which list, else seen by itself"),
    ] = None,
    mapped: Annotated[
        list[str] | None, typer.Option("--map", help="列名=字段，可写多次 / COLUMN=FIELD")
    ] = None,
    ignored: Annotated[
        list[str] | None, typer.Option("--ignore-column", help="不导入的列 / leave a column out")
    ] = None,
    attachments: Annotated[
        Path | None,
        typer.Option(help="附件所在的文件夹或 .zip，按“文件名”一列对应 / files by their names"),
    ] = None,
    unit: Annotated[str, typer.Option(help="只收这个单位的行 / rows of this unit only")] = "",
    record: Annotated[
        str, typer.Option(help="签到表、环节等属于哪条记录 / the record that all rows are of")
    ] = "",
    encoding: Annotated[
        str | None, typer.Option("--from-encoding", help="CSV 的编码，如 gb18030 / of a CSV")
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="不问，直接写入 / write without asking")
    ] = False,
    dry_run: DryRunOption = False,
    folder: FolderOption = Path(),
    lang: LangOption = "zh",
) -> None:
    """导入清单：只改动过的格子，新行建新记录 / take back a list: cells that changed, new rows."""
    root = workspace(folder, lang)
    grids = read_tables(file.name, _content(file, lang), encoding)
    wishes = _wishes(kind, _Columns(mapped or [], ignored or []), lang)
    sheets, others = understood(grids, wishes)
    if not sheets:
        _refuse_unknown(grids, lang)
    _refuse_missing(sheets, wishes, lang)
    reading = read(root)
    before = examine(reading, None)
    owner = unit_named(before.repository, unit, lang) if unit else None
    for name in others:
        say(Sentence(f"没有认出工作表“{name}”，没有导入", f"sheet {name!r} is no list").to(lang))
    with TemporaryDirectory() as unpacked:
        place = _attachments(attachments, Path(unpacked), lang)
        files = below(place)
        asked = Import(before.repository, key_of(grids), owner, record, files)
        plan = plan_of(sheets, asked)
        importing = Importing(root, reading, before, lang, plan, attached(plan, place, files))
        importing.show(sheets)
        if dry_run or plan.is_empty:
            importing.tell_unwritten(dry_run=dry_run)
        elif yes or _agreed(lang):
            importing.write()


def _content(file: Path, lang: Lang) -> bytes:
    try:
        return read_regular(str(file.resolve()), MAX_FILE + 1)
    except OSError as error:
        refuse(cannot_read(file, error).to(lang))


def _wishes(kind: Kind | None, columns: _Columns, lang: Lang) -> Wishes:
    fields = {}
    known = {name for sheet in SHEETS for one in sheet.columns for name in one.names}
    for pair in columns.mapped:
        head, equals, field = (part.strip() for part in pair.rpartition("="))
        if not (head and equals and field):
            shape = Sentence("写法：--map 列名=字段", "write --map COLUMN=FIELD")
            refuse(Sentence(f"看不懂“{pair}”", f"cannot read {pair!r}").to(lang), shape.to(lang))
        if field not in known:
            unknown = Sentence(f"没有字段“{field}”", f"no field {field!r}")
            near = did_you_mean(field, sorted(known)) or Sentence(
                "字段就是导出清单里的列名", "a field is the head of a column that export writes"
            )
            refuse(unknown.to(lang), near.to(lang))
        fields[head] = field
    return Wishes(kind.value if kind else None, fields, frozenset(columns.ignored))


def _refuse_unknown(grids: list[Grid], lang: Lang) -> None:
    names = "、".join(grid.name for grid in grids)
    unknown = Sentence(f"没有认出是哪种清单：{names}", f"no sheet is a list that we know: {names}")
    remedy = Sentence(
        "用 --kind 指明，用 --map 列名=字段 对应列；列名可看 pilot export xlsx",
        "say --kind and --map COLUMN=FIELD; see the heads of pilot export xlsx",
    )
    refuse(unknown.to(lang), remedy.to(lang))


def _refuse_missing(sheets: list[Headed], wishes: Wishes, lang: Lang) -> None:
    """Refuse a column that is asked for and is not there: a slip of the pen would do nothing."""
    for head, near in missing(sheets, wishes):
        none = Sentence(f"表里没有列“{head}”", f"no sheet has a column {head!r}")
        refuse(none.to(lang), near.to(lang) if near else "")


def _attachments(given: Path | None, unpacked: Path, lang: Lang) -> Path | None:
    """Return the folder of the attachments; an archive is unpacked."""
    if given is None or given.is_dir():
        return given
    if not given.is_file():
        refuse(Sentence(f"没有 {given}", f"there is no {given}").to(lang))
    unpack(given, unpacked)
    return unpacked


def _agreed(lang: Lang) -> bool:
    """Ask at a terminal; elsewhere nothing is written without a flag."""
    if not sys.stdin.isatty():
        refuse(
            Sentence("没有写入", "nothing was written").to(lang),
            Sentence("确认后加 --yes 写入", "add --yes to write").to(lang),
        )
    return typer.confirm(Sentence("写入？", "write?").to(lang))
