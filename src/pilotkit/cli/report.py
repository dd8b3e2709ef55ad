"""`pilot report`: official documents, written from the records."""

from pathlib import Path
from typing import Annotated

import typer

from pilotkit import __version__
from pilotkit.cli.options import (
    AsOfOption,
    AtOption,
    Exit,
    FolderOption,
    LangOption,
    day,
    echo,
    refuse,
    workspace,
)
from pilotkit.cli.outputs import Outputs, differs, tell
from pilotkit.cli.pipeline import examine, read
from pilotkit.git.checkout import find_checkout, head
from pilotkit.git.faults import GitFault
from pilotkit.git.uncommitted import uncommitted
from pilotkit.model.sentence import Lang, Sentence, did_you_mean
from pilotkit.report.case import Case
from pilotkit.report.format import Setting
from pilotkit.report.formats import FORMATS
from pilotkit.report.report import Report
from pilotkit.report.reports import REPORTS
from pilotkit.report.runner import make

_BY_NAME = {report.name: report for report in REPORTS}


def report(
    names: Annotated[
        list[str] | None, typer.Argument(help="报告名，见 pilot report --list / names of reports")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="全部报告 / all reports")] = False,
    listing: Annotated[bool, typer.Option("--list", help="列出全部报告 / list them")] = False,
    formats: Annotated[str, typer.Option("-f", "--format", help="md,html,docx,pdf,xlsx,svg")] = "",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="放到哪里，默认工作区的 build/ / where to")
    ] = None,
    fonts: Annotated[
        list[Path] | None,
        typer.Option("--font-path", help="字体所在文件夹，可多次 / a folder with fonts"),
    ] = None,
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
        echo("".join(f"{one.name}  {one.title.to(lang)}\n" for one in REPORTS))
        return
    wanted = _wanted(names or [], every=every, lang=lang)
    forms = _forms(formats, lang)
    root = workspace(folder, lang)
    examined = examine(read(root, at), day(as_of))
    revision, dirty = (examined.verdict.revision, False) if at else _checked_out(root)
    case = Case(examined.appraisal, examined.verdict, lang, __version__, revision, dirty)
    setting = Setting(fonts=_font_folders(fonts or [], lang))
    if keep:
        raise typer.Exit(Exit.FINDINGS if _compare(keep, wanted, case, setting) else Exit.CLEAN)
    outputs = Outputs(_place(output, root, lang), lang, force=force)
    written = [
        _write(one, case, (forms, setting), outputs, f"{step}/{len(wanted)}")
        for step, one in enumerate(wanted, start=1)
    ]
    if not all(written) and not every:
        raise typer.Exit(Exit.FINDINGS)


def _checked_out(root: Path) -> tuple[str | None, bool]:
    """Return the commit that is checked out, and whether records differ from it."""
    try:
        checkout = find_checkout(root)
        commit = head(checkout)
        return (commit.short, bool(uncommitted(checkout))) if commit else (None, False)
    except GitFault:
        return None, False


def _wanted(names: list[str], *, every: bool, lang: Lang) -> list[Report]:
    if every:
        return list(REPORTS)
    if not names:
        missing = Sentence("没有写明要哪份报告", "no report named")
        remedy = Sentence(
            f"可用：{'、'.join(_BY_NAME)}；全部用 --all", f"known: {', '.join(_BY_NAME)}; or --all"
        )
        refuse(missing.to(lang), remedy.to(lang))
    for name in names:
        if name not in _BY_NAME:
            unknown = Sentence(f"没有报告“{name}”", f"no report {name!r}")
            known = Sentence(f"可用：{'、'.join(_BY_NAME)}", f"known: {', '.join(_BY_NAME)}")
            near = did_you_mean(name, tuple(_BY_NAME)) or known
            refuse(unknown.to(lang), near.to(lang))
    return [_BY_NAME[name] for name in dict.fromkeys(names)]


def _forms(formats: str, lang: Lang) -> list[str]:
    wanted = [name.strip() for name in formats.split(",") if name.strip()]
    for name in wanted:
        if name not in FORMATS:
            unknown = Sentence(f"没有格式“{name}”", f"no format {name!r}")
            known = Sentence(f"可用：{'、'.join(FORMATS)}", f"known: {', '.join(FORMATS)}")
            refuse(unknown.to(lang), known.to(lang))
    return wanted


def _place(output: Path | None, root: Path, lang: Lang) -> Path:
    """Return the folder to write to: never among the records."""
    place = (output or root / "build").resolve()
    if output is None and (root / "build").is_symlink():
        linked = Sentence("build 是链接，不跟随", "build is a link, which is not followed")
        refuse(linked.to(lang), Sentence("请用 -o 另指文件夹", "name another with -o").to(lang))
    if place.is_relative_to((root / "data").resolve()):
        inside = Sentence("报告不写进 data/", "reports are not written into data/")
        refuse(inside.to(lang), Sentence("请用 -o 另指文件夹", "name another with -o").to(lang))
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        cannot = Sentence(f"不能写到 {place}", f"cannot write to {place}")
        refuse(f"{cannot.to(lang)}: {error.strerror}")
    return place


def _font_folders(folders: list[Path], lang: Lang) -> tuple[str, ...]:
    for folder in folders:
        if not folder.is_dir():
            refuse(Sentence(f"没有文件夹 {folder}", f"no folder {folder}").to(lang))
    return tuple(str(folder.resolve()) for folder in folders)


def _write(
    one: Report, case: Case, how: tuple[list[str], Setting], outputs: Outputs, step: str
) -> bool:
    """Write a report and print its paths; say so where it is refused."""
    forms, setting = how
    if reason := _reason(one, case, forms):
        tell(reason, case.lang)
        return False
    tell(Sentence(f"正在生成 {step} {one.title.zh}", f"making {step} {one.name}"), case.lang)
    for made in make(one, case, forms, setting):
        outputs.put(made)
    return True


def _reason(one: Report, case: Case, forms: list[str]) -> Sentence | None:
    """Return why a report is not made of this case or in these formats."""
    if reason := one.refused(case):
        return Sentence(f"{one.title.zh}：{reason.zh}", f"{one.name}: {reason.en}")
    if forms and not set(forms) & set(one.formats):
        return Sentence(
            f"{one.title.zh}：没有这种格式，可用：{'、'.join(one.formats)}",
            f"{one.name}: not in this format, known: {', '.join(one.formats)}",
        )
    return None


def _compare(keep: Path, wanted: list[Report], case: Case, setting: Setting) -> bool:
    """Compare one file with one report in the format that the file's name says."""
    ends = [form.name for form in FORMATS.values() if form.ending == keep.suffix.lower()]
    if len(wanted) != 1 or not ends:
        alone = Sentence("--keep 一次比较一份报告的一个文件", "--keep compares one file")
        how = Sentence(
            f"例如：pilot report self-evaluation --keep 改过的.docx；格式：{'、'.join(FORMATS)}",
            f"pilot report self-evaluation --keep changed.docx; formats: {', '.join(FORMATS)}",
        )
        refuse(alone.to(case.lang), how.to(case.lang))
    if reason := _reason(wanted[0], case, ends):
        refuse(reason.to(case.lang))
    (made,) = make(wanted[0], case, ends, setting)
    return differs(keep, made, case.lang)
