"""`pilot text`: the outline of a standard's text, and what rests on a standard or a law."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from pilotkit.cli.options import (
    AsOfOption,
    AtOption,
    FolderOption,
    LangOption,
    TextOrJson,
    TextOrJsonOption,
    day,
    echo,
    workspace,
)
from pilotkit.cli.reading import read
from pilotkit.cli.text_export import export, standard_of
from pilotkit.load.loader import load
from pilotkit.model.fault import Fault
from pilotkit.model.law import Law
from pilotkit.model.repository import AnyStandard, Repository
from pilotkit.model.sentence import Sentence, did_you_mean
from pilotkit.model.standard import Standard
from pilotkit.report.outlines import json
from pilotkit.report.outlines import text as lines
from pilotkit.report.outlines.outline import outline_of
from pilotkit.text.dependents import impact_of
from pilotkit.text.law_citations import law_key, laws_by_citation
from pilotkit.text.law_dependents import impact_of_law

TopicArgument = Annotated[
    str, typer.Argument(metavar="标准 / ID", help="标准的编号（id）或标准号 / its id or number")
]
ChangedArgument = Annotated[
    str,
    typer.Argument(
        metavar="标准或法规 / ID",
        help="标准或法规的编号（id），标准号、文号或题名 / id, number or title of either",
    ),
]

text = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="标准文本的提纲、改动的影响 / the outline of a standard, what rests on it",
)


@text.command("show")
def show(
    topic: TopicArgument,
    form: TextOrJsonOption = TextOrJson.TEXT,
    folder: FolderOption = Path(),
    at: AtOption = None,
    as_of: AsOfOption = None,
    lang: LangOption = "zh",
) -> None:
    """列出要素、条、术语、引用、表 / elements, clauses, terms, citations, tables."""
    repository = _read(workspace(folder, lang), at, as_of)
    standard = standard_of(repository, topic)
    if not isinstance(standard, Standard):
        adopted = Sentence(
            f"“{topic}”是采用的标准，没有文本", f"{topic!r} is adopted, without text"
        )
        remedy = Sentence(
            f"引用它的标准：pilot text impact {standard.id}",
            f"who cites it: pilot text impact {standard.id}",
        )
        raise Fault(adopted, remedy)
    outline = outline_of(standard)
    echo(json.outline(outline) if form is TextOrJson.JSON else lines.outline(outline, lang))


@text.command("impact")
def impact(
    topic: ChangedArgument,
    form: TextOrJsonOption = TextOrJson.TEXT,
    folder: FolderOption = Path(),
    at: AtOption = None,
    as_of: AsOfOption = None,
    lang: LangOption = "zh",
) -> None:
    """标准、法规改动后谁要重新核对 / who must re-check when a standard or a law changes."""
    repository = _read(workspace(folder, lang), at, as_of)
    changed = _changed(repository, topic)
    if isinstance(changed, Law):
        law = impact_of_law(changed, repository)
        echo(
            json.impact_of_law(law, repository)
            if form is TextOrJson.JSON
            else lines.impact_of_law(law, repository, lang)
        )
        return
    found = impact_of(changed, repository)
    echo(
        json.impact(found, repository)
        if form is TextOrJson.JSON
        else lines.impact(found, repository, lang)
    )


text.command("export")(export)


def _changed(repository: Repository, topic: str) -> AnyStandard | Law:
    """Find a standard by id or number, or a law by id, title or number; the law in force first."""
    named = laws_by_citation(repository).get(law_key(topic), ())
    laws = sorted(named, key=lambda one: not one.in_force_on(repository.day))
    found = (
        repository.standards_by_id.get(topic)
        or repository.laws_by_id.get(topic)
        or repository.standard_by_number(topic)
        or next(iter(laws), None)
    )
    if found is None:
        unknown = Sentence(f"没有标准或法规“{topic}”", f"there is no standard or law {topic!r}")
        known = [*repository.laws_by_id, *repository.standards_by_id]
        ids = Sentence(
            "写编号（data/standards/、data/laws/ 里的文件名去掉后缀）、标准号、文号或题名",
            "write its id (the name of its file in data/standards/ or data/laws/), number or title",
        )
        raise Fault(unknown, did_you_mean(topic, known) or ids)
    return found


def _read(root: Path, at: str | None, as_of: datetime | None) -> Repository:
    reading = read(root, at)
    return load(reading.files, day(as_of), reading.otherwise)[0]
