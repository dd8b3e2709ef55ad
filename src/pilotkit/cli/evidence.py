"""`pilot evidence`: adding a record with its attachments, and comparing all with their hashes."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from pilotkit.check.attachments import DIFFERENT, Verified, verify
from pilotkit.cli.adding import Adding, refuse_equal_names
from pilotkit.cli.asking import Asking
from pilotkit.cli.naming import refuse_unknown_paths
from pilotkit.cli.options import (
    AsOfOption,
    AtOption,
    DryRunOption,
    Exit,
    FolderOption,
    LangOption,
    TextOrJson,
    TextOrJsonOption,
    day,
    echo,
    lies_below,
    refuse,
    workspace,
)
from pilotkit.cli.reading import read
from pilotkit.disk.intake import take_in
from pilotkit.disk.worktree import read_worktree
from pilotkit.edit.new_evidence import OWN_OPTIONS, Draft, Wanted, model_of, wanted_by
from pilotkit.edit.pairs import fields_of
from pilotkit.load.loader import load
from pilotkit.model.evidence.kinds import EVIDENCE_KINDS
from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.verifications import json, text

_DAY = "%Y-%m-%d"

evidence = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="登记证据、核对附件 / record evidence, compare attachments with their hashes",
)


@evidence.command("add")
def add(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="文件 / FILE", help="附件；原件在档的可以没有 / the attachments"),
    ] = None,
    kind: Annotated[str, typer.Option(help="证据种类，如 培训 / the kind")] = "",
    unit: Annotated[str, typer.Option(help="单位：编号、名称或别名 / the unit")] = "",
    when: Annotated[
        datetime | None, typer.Option("--date", formats=[_DAY], help="发生日期 / when it happened")
    ] = None,
    title: Annotated[str, typer.Option(help="标题 / the title")] = "",
    id_: Annotated[str, typer.Option("--id", help="编号，默认自动 / its id, else made")] = "",
    criteria: Annotated[str, typer.Option(help="归入哪些条目，逗号分隔 / C14-1,C14-2")] = "",
    pairs: Annotated[
        list[str] | None,
        typer.Option("--set", help="本类证据自己的字段，如 stage=标准编制 / fields of its kind"),
    ] = None,
    dry_run: DryRunOption = False,
    folder: FolderOption = Path(),
    as_of: AsOfOption = None,
    lang: LangOption = "zh",
) -> None:
    """登记一份证据：复制附件、算校验值、写记录 / record evidence with its attachments."""
    root = workspace(folder, lang)
    asking = Asking(lang)
    kind = kind or asking.ask("--kind", Sentence("证据种类", "kind"), tuple(EVIDENCE_KINDS))
    unit = unit or asking.ask("--unit", Sentence("单位", "unit"))
    happened = asking.day("--date", when)
    title = title or asking.ask("--title", Sentence("标题", "title"))
    given = list(pairs or ())
    for one in _lacking(kind, given):
        told = Sentence(f"字段 {one.key}", f"field {one.key}")
        given.append(f"{one.key}={asking.ask(f'--set {one.key}=…', told, one.choices)}")
    asking.refuse_if_lacking()
    incoming = [take_in(file) for file in files or ()]
    refuse_equal_names(incoming, lang)
    draft = Draft(
        kind=kind,
        title=title,
        date=happened,
        unit=unit,
        files={one.name: one.sha256 for one in incoming},
        criteria=[one.strip() for one in criteria.split(",") if one.strip()],
        fields=_fields(given, kind, lang),
        id=id_ or None,
    )
    Adding(root, day(as_of), lang, dry_run).add(draft, incoming)


def _lacking(kind: str, pairs: list[str]) -> list[Wanted]:
    """Return what the kind must say and no pair says."""
    said = [pair.partition("=")[0].strip() for pair in pairs]
    return [
        one
        for one in (wanted_by(kind) if kind else ())
        if not any(
            f"{key}.".startswith(f"{one.key}.") or one.key.startswith(f"{key}.") for key in said
        )
    ]


def _fields(pairs: list[str], kind: str, lang: Lang) -> dict[str, Any]:
    fields = fields_of(pairs, model_of(kind))
    for key in (key for key in OWN_OPTIONS if key in fields):
        instead = Sentence(f"“{key}”不用 --set 写", f"{key!r} is not for --set")
        remedy = Sentence("附件直接列出；其余用同名选项", "files are arguments, the others options")
        refuse(instead.to(lang), remedy.to(lang))
    return fields


@evidence.command("verify")
def compare(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="记录或文件夹 / PATH", help="只看这些记录或文件夹 / only these"),
    ] = None,
    form: TextOrJsonOption = TextOrJson.TEXT,
    folder: FolderOption = Path(),
    at: AtOption = None,
    lang: LangOption = "zh",
) -> None:
    """逐个核对附件与登记的 SHA-256 / compare every attachment with its recorded SHA-256."""
    root = workspace(folder, lang)
    reading = read(root, at)
    files = reading.files
    refuse_unknown_paths(paths, {*files.texts, *files.attachments}, root, lang)
    if at is None:
        files = replace(files, attachments=read_worktree(root, remembering=False).attachments)
    repository, _ = load(files, None, reading.otherwise)
    verified = [one for one in verify(repository) if _is_meant(one, paths, root)]
    echo((json if form is TextOrJson.JSON else text).render(verified, lang))
    if any(one.state in DIFFERENT for one in verified):
        raise typer.Exit(Exit.FINDINGS)


def _is_meant(one: Verified, paths: list[str] | None, root: Path) -> bool:
    """A record stands for all its attachments."""
    named = (one.path, one.record) if one.record else (one.path,)
    return any(lies_below(place, paths, root) for place in named)
