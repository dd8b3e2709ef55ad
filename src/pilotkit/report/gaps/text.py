"""For people at a terminal: the matrix in 80 columns, or the lists behind one unit's cells."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from pilotkit.model.naming import called
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Lang, Sentence
from pilotkit.model.unit import Unit
from pilotkit.plan.gaps import COLUMNS, Cell, Entry, Gaps
from pilotkit.report.escape import visible
from pilotkit.report.layout import pad, pad_left
from pilotkit.report.statuses.text import head, paragraph

_NAME, _FIELD = 20, 7
_MOST_LISTED = 200


def render(gaps: Gaps, repository: Repository, lang: Lang, width: int) -> Iterator[Text]:
    """Yield the matrix: in a cell how many are in order, below in red how many are not."""
    yield from head(repository, lang, width)
    yield Text()
    titles = (pad_left(one.head.to(lang), _FIELD) for one in COLUMNS)
    yield Text(pad(Sentence("单位", "unit").to(lang), _NAME) + "".join(titles), "bold")
    for unit in gaps.units:
        yield from _row(unit, gaps.of(unit), lang)
    yield Text()
    for line in _legend(lang):
        yield from paragraph(line, width, 0, "dim")


def _row(unit: Unit, cells: Sequence[Cell], lang: Lang) -> Iterator[Text]:
    name = min(unit.names[1:], key=cell_len)
    shown = visible(name)
    if cell_len(shown) >= _NAME:
        shown = set_cell_size(shown, _NAME - 2) + "…"
    line = Text(pad(shown, _NAME))
    for cell in cells:
        line.append(pad_left(_field(cell, lang), _FIELD), _style(cell))
    yield line


def _field(cell: Cell, lang: Lang) -> str:
    """Write a cell: nothing asked, a count, or what is missing behind it."""
    if not cell.is_asked:
        return "—"
    n = len(cell.missing)
    if not n:
        return str(cell.count)
    mark = Sentence("缺", "-").to(lang)
    if not cell.count:
        return mark if n == 1 and cell.entries[0].place is None else f"{mark}{n}"
    return f"{cell.count}{mark}{n}"


def _style(cell: Cell) -> str:
    if not cell.is_asked:
        return "dim"
    if not cell.missing:
        return "green"
    return "yellow" if cell.count else "red"


def _legend(lang: Lang) -> Iterator[str]:
    yield Sentence(
        "12 为齐全的数，12缺3 为另有 3 项缺或不全，缺 为应有而一项也没有，— 为目前不要求",
        "12: in order; 12-3: three more are missing or not in order; -: none; —: not asked",
    ).to(lang)
    titles = [f"{one.head.to(lang)} {one.title.to(lang)}" for one in COLUMNS]
    listed = Sentence("；", "; ").to(lang).join(titles)
    yield Sentence(f"栏目：{listed}", f"columns: {listed}").to(lang)
    names = ", ".join(one.name for one in COLUMNS)
    yield Sentence(
        f"明细：pilot gaps --unit 单位 --column 栏目（{names}）",
        f"lists: pilot gaps --unit UNIT --column COLUMN ({names})",
    ).to(lang)


def drill_down(
    cells: Sequence[Cell], repository: Repository, lang: Lang, width: int
) -> Iterator[Text]:
    """Yield, cell by cell, what is missing with its reason and place, then what is there."""
    yield from head(repository, lang, width)
    for cell in cells:
        yield Text()
        title = f"{cell.unit.name}  {cell.column.title.to(lang)}"
        if not cell.is_asked:
            title += Sentence("：目前不要求", ": not asked").to(lang)
        else:
            figure = Sentence(
                f"：齐全 {cell.count}，缺或不全 {len(cell.missing)}",
                f": {cell.count} in order, {len(cell.missing)} not",
            )
            title += figure.to(lang)
        yield from paragraph(title, width, 0, "bold")
        yield from _entries(cell, repository, lang, width)


def _entries(cell: Cell, repository: Repository, lang: Lang, width: int) -> Iterator[Text]:
    whole = tuple(one for one in cell.entries if one.reason is None)
    ordered = (*cell.missing, *whole)
    for one in ordered[:_MOST_LISTED]:
        mark, style = ("✗ ", "red") if one.reason else ("✓ ", "green")
        for number, line in enumerate(paragraph(_told(one, repository, lang), width, 4)):
            yield Text("  ").append(mark, style).append(line[4:]) if number == 0 else line
    if (rest := len(ordered) - _MOST_LISTED) > 0:
        yield from paragraph(Sentence(f"还有 {rest} 项", f"{rest} more").to(lang), width, 4, "dim")


def _told(one: Entry, repository: Repository, lang: Lang) -> str:
    reason = one.reason.to(lang) if one.reason else ""
    where = f"  {one.location}" if one.location else ""
    if not one.place:
        return reason
    colon = Sentence("：", ": ").to(lang) if reason else ""
    return f"{called(repository, one.id)}{colon}{reason}{where}"
