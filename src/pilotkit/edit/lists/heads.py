"""Which list a sheet is, in which row its heads stand, and which column is which field."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pilotkit.edit.tables.grid import CellValue, Grid
from pilotkit.model.column_letters import letters_of
from pilotkit.model.sentence import Sentence, did_you_mean
from pilotkit.model.sheet import BOOKS, SHEETS
from pilotkit.model.sheet_column import KEY_SHEET, LISTS_SHEET, SheetColumn, SheetKind

_DEEPEST_HEAD = 20
_FEWEST = 2
_NOISE = re.compile(r"[\s*＊]|[（(][^（）()]*[)）]")
# What offices number their rows with; a record has ids.
_RUNNING = frozenset({"序号", "行号", "no", "no."})


@dataclass(frozen=True)
class SheetFault:
    """What is wrong with a cell, a column or a row of a sheet; `place` is named as Excel does."""

    place: str
    sentence: Sentence
    help: Sentence | None = None


@dataclass(frozen=True)
class Wishes:
    """What the user says of columns: `fields` maps heads to fields, `ignored` are left out."""

    kind: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    ignored: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Headed:
    """A sheet whose heads are understood: its columns by their place."""

    grid: Grid
    sheet: SheetKind
    head: int
    columns: Mapping[int, SheetColumn]
    faults: tuple[SheetFault, ...] = ()
    left_out: tuple[str, ...] = ()

    def rows(self) -> Iterator[tuple[int, Sequence[CellValue]]]:
        """Yield the rows below the heads that say anything, each with its number."""
        for number, row in enumerate(self.grid.rows[self.head + 1 :], self.head + 1):
            if any(index < len(row) and row[index] not in {"", None} for index in self.columns):
                yield number, row


def understood(grids: Sequence[Grid], wishes: Wishes) -> tuple[list[Headed], list[str]]:
    """Return the sheets that are lists, and the names of the others that hold anything."""
    found, others = [], []
    for grid in grids:
        if grid.name in {KEY_SHEET, LISTS_SHEET} or not any(map(any, grid.rows)):
            continue
        headed = _headed(grid, wishes)
        if headed is None:
            others.append(grid.name)
        else:
            found.append(headed)
    return found, others


def _headed(grid: Grid, wishes: Wishes) -> Headed | None:
    sheets = BOOKS[wishes.kind] if wishes.kind else SHEETS
    titled = [sheet for sheet in sheets if sheet.title == grid.name]
    ranked = [(_best_row(grid, sheet, wishes), sheet) for sheet in titled or sheets]
    (known, head), sheet = max(ranked, key=lambda one: one[0][0])
    if known < _FEWEST:
        return None
    return _with_columns(grid, sheet, head, wishes)


def _best_row(grid: Grid, sheet: SheetKind, wishes: Wishes) -> tuple[int, int]:
    """Return how many heads the best row has, and which it is; of equals the first."""
    names = _by_name(sheet, wishes)
    counts = [
        len({names[name].key for cell in row if (name := _plain(cell)) in names})
        for row in grid.rows[:_DEEPEST_HEAD]
    ]
    best = max(counts, default=0)
    return best, counts.index(best) if counts else 0


def _by_name(sheet: SheetKind, wishes: Wishes) -> dict[str, SheetColumn]:
    """Map all that heads may say to columns; what a column is called by itself goes first."""
    names: dict[str, SheetColumn] = {}
    for column in sheet.columns:
        names.setdefault(_plain(column.head), column)
    for column in sheet.columns:
        for name in column.names:
            names.setdefault(_plain(name), column)
    fields = {column.key: column for column in sheet.columns}
    wished = {
        _plain(head): fields.get(name) or names.get(_plain(name))
        for head, name in wishes.fields.items()
    }
    return names | {head: column for head, column in wished.items() if column}


def _with_columns(grid: Grid, sheet: SheetKind, head: int, wishes: Wishes) -> Headed:
    names, ignored = _by_name(sheet, wishes), {_plain(one) for one in wishes.ignored}
    columns: dict[int, SheetColumn] = {}
    faults: list[SheetFault] = []
    left_out: list[str] = []
    for index, cell in enumerate(grid.rows[head]):
        name, place = _plain(cell), grid.place(head, index)
        column = names.get(name)
        if name in ignored or (column is None and name in _RUNNING):
            left_out.append(str(cell))
        elif column is None:
            faults += _unknown(grid, head, index, name, tuple(names))
        elif column in columns.values():
            faults.append(SheetFault(place, _twice(str(cell), column)))
        else:
            columns[index] = column
    return Headed(grid, sheet, head, columns, tuple(faults), tuple(left_out))


def _unknown(
    grid: Grid, head: int, index: int, name: str, known: tuple[str, ...]
) -> Iterator[SheetFault]:
    """Yield what is wrong with a column that is no field; one that is empty is nothing."""
    if not any(index < len(row) and row[index] != "" for row in grid.rows[head + 1 :]) and not name:
        return
    shown = str(grid.rows[head][index]) or letters_of(index)
    yield SheetFault(
        grid.place(head, index),
        Sentence(f"不认识的列“{shown}”", f"unknown column {shown!r}"),
        did_you_mean(name, known)
        or Sentence(
            f"用 --map {shown}=字段 指明，或用 --ignore-column {shown} 不导入",
            f"say which with --map {shown}=FIELD, or leave it out with --ignore-column {shown}",
        ),
    )


def _twice(cell: str, column: SheetColumn) -> Sentence:
    return Sentence(
        f"“{cell}”和前面一列都是“{column.head}”",
        f"{cell!r} and a column before it are both {column.key}",
    )


def _plain(cell: CellValue) -> str:
    """Return a head without spaces, marks of duty and remarks in parentheses."""
    text = str(cell)
    return (_NOISE.sub("", text) or "".join(text.split())).casefold()
