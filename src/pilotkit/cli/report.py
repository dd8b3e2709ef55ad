"""`pilot report`: official documents, written from the records."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pilotkit import __version__
from pilotkit.cli import binder
from pilotkit.cli.making import Making
from pilotkit.cli.options import (
    AsOfOption,
    AtOption,
    Exit,
    FolderOption,
    FontsOption,
    LangOption,
    day,
    echo,
    font_folders,
    refuse,
    workspace,
)
from pilotkit.cli.outputs import Outputs, output_folder, tell
from pilotkit.cli.pipeline import examine, scored
from pilotkit.cli.provenance import checked_out
from pilotkit.cli.reading import Reading, read
from pilotkit.cli.reports_by_name import reports_named
from pilotkit.load.loader import Memory
from pilotkit.model.files import Files
from pilotkit.model.score import Score
from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.case import Case
from pilotkit.report.figures import figures_of
from pilotkit.report.format import Setting
from pilotkit.report.formats import FORMATS
from pilotkit.report.index import Written, index_of
from pilotkit.report.report import Report
from pilotkit.report.reports import REPORTS

ONLY_BOUND = Sentence(
    "--internal 只用于资料汇编：pilot report binder --internal",
    "--internal is for the binder: pilot report binder --internal",
)


class Templates(StrEnum):
    """Whose Word templates are used."""

    WORKSPACE = "workspace"
    BUNDLED = "bundled"


def report(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="报告 / NAME", help="报告名，见 pilot report --list / names of reports"
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="全部报告 / all reports")] = False,
    listing: Annotated[bool, typer.Option("--list", help="列出全部报告 / list them")] = False,
    formats: Annotated[
        str,
        typer.Option(
            "-f",
            "--format",
            help="md、html、docx、pdf、xlsx、svg，默认 md,html / md,html if not said",
        ),
    ] = "",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="放到哪里，默认工作区的 build/ / where to")
    ] = None,
    fonts: FontsOption = None,
    templates: Annotated[
        Templates,
        typer.Option(help="Word 模板：工作区自己的，或只用随程序的 / whose Word templates"),
    ] = Templates.WORKSPACE,
    internal: Annotated[
        bool,
        typer.Option(
            "--internal",
            help="资料汇编收入内部资料，只供单位内部使用 / a binder with what is internal",
        ),
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="改过的文件也覆盖 / replace what was changed by hand")
    ] = False,
    keep: Annotated[
        Path | None,
        typer.Option(help="不写，只比较这个文件与将写出的 / only compare this file with it"),
    ] = None,
    folder: FolderOption = Path(),
    as_of: AsOfOption = None,
    at: AtOption = None,
    lang: LangOption = "zh",
) -> None:
    """写出报告：自我评价报告、计分表、标准明细表…… / write reports."""
    if listing:
        known = [*((one.name, one.title) for one in REPORTS), (binder.NAME, binder.TITLE)]
        echo("".join(f"{name}  {title.to(lang)}\n" for name, title in known))
        return
    bound, wanted = _wanted(names or [], every=every, lang=lang)
    if internal and not bound:
        refuse(ONLY_BOUND.to(lang))
    forms = _forms(formats, lang)
    root = workspace(folder, lang)
    reading = read(root, at)
    case = _case(reading, root, day(as_of), lang, showing=bool(wanted))
    own = reading.files if templates is Templates.WORKSPACE else Files({})
    setting = Setting(fonts=font_folders(fonts, lang), figures=figures_of(case), signed=True)
    making = Making(case, forms, setting, own, every)
    if keep:
        raise typer.Exit(Exit.FINDINGS if making.compare(keep, wanted) else Exit.CLEAN)
    outputs = Outputs(output_folder(output, root, lang), lang, force=force)
    written = [
        making.write(one, outputs, f"{step}/{len(wanted)}")
        for step, one in enumerate(wanted, start=1)
    ]
    if bound:
        binder.write_binder(case, setting, outputs, internal=internal)
    if every:
        _write_index(case, written, outputs, bound=bound)
    if making.unusable or not (every or all(one.files for one in written)):
        raise typer.Exit(Exit.FINDINGS)


def _write_index(case: Case, written: list[Written], outputs: Outputs, *, bound: bool) -> None:
    """Write the page to begin with; say that the binder is not among all, where it is not."""
    also = () if bound else (binder.NOT_AMONG_ALL,)
    for one in also:
        tell(one, case.lang)
    outputs.put(index_of(case, written, also))


def _case(reading: Reading, root: Path, as_of: date | None, lang: Lang, *, showing: bool) -> Case:
    memory = Memory()
    examined = examine(reading, as_of, memory, showing=showing)
    revision, dirty = (reading.revision, False) if reading.revision else checked_out(root)

    def on(other: date) -> Score:
        return scored(reading, other, memory)[1]

    return Case(examined.appraisal, examined.verdict, lang, __version__, revision, dirty, on)


def _wanted(names: list[str], *, every: bool, lang: Lang) -> tuple[bool, list[Report]]:
    """Return whether the binder is asked for, and which reports are."""
    bound = binder.NAME in names
    others = [name for name in names if name != binder.NAME]
    if every:
        return bound, list(REPORTS)
    return bound, [] if bound and not others else reports_named(others, lang, (binder.NAME,))


def _forms(formats: str, lang: Lang) -> list[str]:
    wanted = [name.strip() for name in formats.split(",") if name.strip()]
    for name in wanted:
        if name not in FORMATS:
            unknown = Sentence(f"没有格式“{name}”", f"no format {name!r}")
            known = Sentence(f"可用：{'、'.join(FORMATS)}", f"known: {', '.join(FORMATS)}")
            refuse(unknown.to(lang), known.to(lang))
    return wanted
