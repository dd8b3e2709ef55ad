"""`pilot template`: the office's own Word templates, begun and looked at."""

from pathlib import Path
from typing import Annotated

import typer

from pilotkit import __version__
from pilotkit.cli.options import (
    AsOfOption,
    DryRunOption,
    Exit,
    FolderOption,
    LangOption,
    day,
    echo,
    refuse,
    workspace,
)
from pilotkit.cli.outputs import tell
from pilotkit.cli.own_templates import FOLDER, own_template, path_of
from pilotkit.cli.pipeline import examine
from pilotkit.cli.reading import read
from pilotkit.cli.reports_by_name import BY_NAME, reports_named
from pilotkit.disk.writing import replace, write_new
from pilotkit.measure.measures import MEASURES
from pilotkit.model.files import Files
from pilotkit.model.sentence import Sentence
from pilotkit.report.case import Case
from pilotkit.report.document import Document
from pilotkit.report.escape import visible
from pilotkit.report.figures import figures_of
from pilotkit.report.formats.docx import require_libraries
from pilotkit.report.reports import REPORTS

_FORMAT = "docx"
_PARTS = ("_counted", "_total")
_NAMES = ("title", "subtitle", "day", "facts", "notices", "stamp", "contents", "body")

template = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="单位自己的 Word 模板：取出、检查 / the office's own Word templates",
)


@template.command("list")
def list_(folder: FolderOption = Path(), lang: LangOption = "zh") -> None:
    """列出哪些报告有 Word 版式，哪些换成了单位自己的 / name the reports and their own templates."""
    root = workspace(folder, lang)
    for report in REPORTS:
        if _FORMAT in report.formats:
            path = path_of(report.name)
            own = f"  {path}" if (root / path).exists() else ""
            echo(f"{report.name}  {report.title.to(lang)}{own}\n")


@template.command("eject")
def eject(
    name: Annotated[
        str, typer.Argument(metavar="报告 / NAME", help="报告名，见 pilot report --list / a report")
    ],
    force: Annotated[bool, typer.Option("--force", help="覆盖已有的 / replace one")] = False,
    dry_run: DryRunOption = False,
    folder: FolderOption = Path(),
    as_of: AsOfOption = None,
    lang: LangOption = "zh",
) -> None:
    """把随程序的模板放进 data/templates/，用 Word 改 / put a template where Word can edit it."""
    (report,) = reports_named([name], lang)
    if _FORMAT not in report.formats:
        title = report.title.to(lang)
        refuse(
            Sentence(f"{title}没有 Word 版式", f"{title} has no form in Word").to(lang),
            Sentence("有的见 pilot template list", "see pilot template list").to(lang),
        )
    require_libraries()
    root = workspace(folder, lang)
    path = path_of(report.name)
    if (root / path).exists() and not force:
        refuse(
            Sentence(f"{path} 已有，没有动它", f"{path} is there and stays").to(lang),
            Sentence("要覆盖请加 --force", "--force replaces it").to(lang),
        )
    from pilotkit.report.word.template.shipped import shipped  # noqa: PLC0415 - of an extra

    examined = examine(read(root), day(as_of))
    case = Case(examined.appraisal, examined.verdict, lang, __version__)
    document = report.build(case)
    content = shipped(document)
    if not dry_run:
        (replace if force else write_new)(root, path, content)
    echo(f"{path}\n")
    _tell_names(document, case)


def _tell_names(document: Document, case: Case) -> None:
    """Say what may stand between the braces; of a measure its rate, which the others go with."""
    measures = {one.name: one.title.to(case.lang) for one in MEASURES}
    known = [name for name, _ in figures_of(case)]
    of_measures = {*measures, *(f"{one}{end}" for one in measures for end in _PARTS)}
    points = [f"figures.{name}" for name in known if name not in of_measures]
    sections = [
        f"section_{serial}（{one.number}{one.text}）"
        for serial, one in enumerate(document.headings(), start=1)
    ]
    rates = [f"figures.{name}（{measures[name]}）" for name in known if name in measures]
    tell(
        Sentence(
            "用 Word 打开改字、字体、版面。可以写的变量，如 {{ title }}：",
            "To be edited in Word. What may be written, as {{ title }}:",
        ),
        case.lang,
    )
    for names in (list(_NAMES), sections, points, rates):
        if names:
            tell(Sentence(f"  {'、'.join(names)}", f"  {', '.join(names)}"), case.lang)
    tell(
        Sentence(
            "  指标后面加 _counted、_total，是它的分子、分母",
            "  with _counted or _total a measure's numerator or denominator",
        ),
        case.lang,
    )


@template.command("check")
def check(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="报告 / NAME", help="报告名，默认已有的全部 / names of reports"),
    ] = None,
    folder: FolderOption = Path(),
    as_of: AsOfOption = None,
    lang: LangOption = "zh",
) -> None:
    """列出不认识的、缺少的变量和写错的地方 / name unknown and missing variables, with the place."""
    wanted = [one.name for one in reports_named(names, lang)] if names else None
    require_libraries()
    root = workspace(folder, lang)
    reading = read(root)
    examined = examine(reading, day(as_of))
    case = Case(examined.appraisal, examined.verdict, lang, __version__)
    looked_at = wanted or _own(reading.files)
    faults = [(name, one) for name in looked_at for one in _faults(reading.files, name, case)]
    for name, one in faults:
        echo(f"{visible(f'{path_of(name)}: {one.to(lang)}')}\n")
    if faults:
        raise typer.Exit(Exit.FINDINGS)
    count = len(looked_at)
    tell(
        Sentence(f"{count} 个模板，没有问题", f"{count} templates, no faults")
        if count
        else Sentence(
            "还没有单位自己的模板；取一份：pilot template eject 报告",
            "no template of your own; begin one: pilot template eject NAME",
        ),
        lang,
    )


def _own(files: Files) -> list[str]:
    """Return the names of the templates there are."""
    inside = [path for path in files.attachments if path.startswith(f"{FOLDER}/")]
    return sorted(
        path.removeprefix(f"{FOLDER}/").removesuffix(".docx")
        for path in inside
        if path.endswith(".docx")
    )


def _faults(files: Files, name: str, case: Case) -> list[Sentence]:
    """Return what is wrong with the template of a report."""
    from pilotkit.report.word.template.checking import faults_of  # noqa: PLC0415 - of an extra

    if name not in BY_NAME:
        return [Sentence("没有叫这个名称的报告，用不到", "no report has this name; it is not used")]
    content = own_template(files, name)
    if content is None:
        return [Sentence("没有这个模板", "there is no such template")]
    return faults_of(content, BY_NAME[name].build(case), figures_of(case))
