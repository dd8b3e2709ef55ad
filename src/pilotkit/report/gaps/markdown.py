"""For a pull request or a chat: the matrix as a table, or the lists behind one unit's cells."""

from collections.abc import Iterator, Sequence

from pilotkit.model.naming import called
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Lang, Sentence
from pilotkit.plan.gaps import COLUMNS, Cell, Gaps
from pilotkit.report.escape import markdown_text
from pilotkit.report.standing import markdown_head


def render(gaps: Gaps, repository: Repository, lang: Lang) -> str:
    """Render the matrix as Markdown."""
    unit = Sentence("单位", "unit").to(lang)
    titles = (one.title.to(lang) for one in COLUMNS)
    lines = [*markdown_head(repository, lang), f"| {unit} | {' | '.join(titles)} |"]
    lines.append(f"| --- |{' ---: |' * len(COLUMNS)}")
    for one in gaps.units:
        fields = (_field(cell, lang) for cell in gaps.of(one))
        lines.append(f"| {markdown_text(one.name)} | {' | '.join(fields)} |")
    return "\n".join([*lines, ""])


def drill_down(cells: Sequence[Cell], repository: Repository, lang: Lang) -> str:
    """Render the lists behind these cells as Markdown."""
    lines = markdown_head(repository, lang)
    for cell in cells:
        title = f"{cell.unit.name} {cell.column.title.to(lang)}"
        lines += [f"## {markdown_text(title)}: {_field(cell, lang)}", ""]
        lines += [*_missing(cell, repository, lang), ""]
    return "\n".join(lines)


def _field(cell: Cell, lang: Lang) -> str:
    if not cell.is_asked:
        return "—"
    if not cell.missing:
        return str(cell.count)
    n = len(cell.missing)
    return Sentence(f"{cell.count}，缺 {n}", f"{cell.count}, lacks {n}").to(lang)


def _missing(cell: Cell, repository: Repository, lang: Lang) -> Iterator[str]:
    for one in cell.missing:
        reason = markdown_text(one.reason.to(lang)) if one.reason else ""
        where = f" ({markdown_text(str(one.location))})" if one.location else ""
        name = markdown_text(called(repository, one.id))
        yield f"- {name}{Sentence('：', ': ').to(lang)}{reason}{where}"
