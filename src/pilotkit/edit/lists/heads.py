"""Which list a sheet is, in which row its heads stand, and which column is which field."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from pilotkit.edit.lists.remarks import is_remark, shown_of
from pilotkit.edit.tables.grid import CellValue, Grid
from pilotkit.model.column_letters import letters_of
from pilotkit.model.sentence import Sentence, did_you_mean
from pilotkit.model.sheet import BOOKS, SHEETS
from pilotkit.model.sheet_column import KEY_SHEET, LISTS_SHEET, SheetColumn, SheetKind

_DEEPEST_HEAD = 20
_FEWEST, _FEWEST_OF_ANOTHER = 2, 3
_LONGEST_COUNT = 5
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

    @property
    def names(self) -> frozenset[str]:
        """What its columns may be called in a wish."""
        return frozenset(_name(cell, at) for at, cell in enumerate(self.grid.rows[self.head]))

    @property
    def free(self) -> list[str]:
        """What may still be called a column: all that no column is yet."""
        names = _by_name(self.sheet, Wishes())
        return [name for name, column in names.items() if column not in self.columns.values()]

    def below(self, index: int) -> list[tuple[int, CellValue]]:
        """Return the cells of a column below its head that say anything, by row."""
        rows = enumerate(self.grid.rows[self.head + 1 :], self.head + 1)
        return [(at, row[index]) for at, row in rows if index < len(row) and row[index] != ""]

    def rows(self) -> Iterator[tuple[int, Sequence[CellValue]]]:
        """Yield the rows below the heads that say anything, each with its number."""
        for number, row in enumerate(self.grid.rows[self.head + 1 :], self.head + 1):
            if any(cell not in {"", None} for cell in row):
                yield number, row


def understood(grids: Sequence[Grid], wishes: Wishes) -> tuple[list[Headed], list[str]]:
    """Return the sheets that are lists, and the names of the others that hold anything."""
    found, others = [], []
    is_ours = any(grid.name == KEY_SHEET for grid in grids)
    for grid in grids:
        if grid.name in {KEY_SHEET, LISTS_SHEET} or not any(map(any, grid.rows)):
            continue
        headed = _headed(grid, wishes, is_ours=is_ours)
        if headed is None:
            others.append(grid.name)
        else:
            found.append(headed)
    return found, others


def missing(sheets: Sequence[Headed], wishes: Wishes) -> list[tuple[str, Sentence | None]]:
    """Return the heads that are given a field and in no sheet, each with what may be meant."""
    there = {name for one in sheets for name in one.names}
    asked = [head for head in wishes.fields if _plain(head) not in there]
    return [(head, did_you_mean(_plain(head), sorted(there))) for head in asked]


def is_head(row: Sequence[CellValue]) -> bool:
    """Tell whether a row is the heads of a list, of any."""
    names = {name for cell in row if (name := _plain(cell))}
    return len(names) >= _FEWEST_OF_ANOTHER and any(
        names <= _by_name(sheet, Wishes()).keys() | _RUNNING for sheet in SHEETS
    )


def _headed(grid: Grid, wishes: Wishes, *, is_ours: bool) -> Headed | None:
    sheets = BOOKS[wishes.kind] if wishes.kind else SHEETS
    titled = [sheet for sheet in sheets if sheet.title == grid.name]
    ranked = [(_best_row(grid, sheet, wishes), sheet) for sheet in titled or sheets]
    (known, head), sheet = max(ranked, key=lambda one: one[0][0])
    if known < _FEWEST:
        return None
    return _with_columns(Headed(grid, sheet, head, {}), wishes, is_ours=is_ours)


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


def _with_columns(bare: Headed, wishes: Wishes, *, is_ours: bool) -> Headed:
    names, ignored = _by_name(bare.sheet, wishes), {_plain(one) for one in wishes.ignored}
    columns: dict[int, SheetColumn] = {}
    unknown: list[int] = []
    faults: list[SheetFault] = []
    left_out: list[str] = []
    for index, cell in enumerate(bare.grid.rows[bare.head]):
        name = _name(cell, index)
        column = names.get(name)
        runs = name in _RUNNING if column is None else not is_ours and _counts(bare, index, column)
        if name in ignored or runs:
            left_out.append(str(cell) or letters_of(index))
        elif column is None:
            unknown.append(index)
        elif column in columns.values():
            faults.append(SheetFault(bare.grid.place(bare.head, index), _twice(str(cell), column)))
        else:
            columns[index] = column
    headed = replace(bare, columns=columns)
    faults += [fault for index in unknown for fault in _unknown(headed, index, wishes)]
    return replace(headed, faults=tuple(faults), left_out=tuple(left_out))


def _counts(headed: Headed, index: int, column: SheetColumn) -> bool:
    """Tell whether a column that is called as ids are only numbers the rows: 1, 2, 3."""
    if column.key != "id":
        return False
    head = headed.grid.rows[headed.head][index]
    cells = [cell for _, cell in headed.below(index) if cell != head and not is_remark(cell)]
    texts = [shown_of(cell) for cell in cells]
    if not texts or texts[0] != "1" or not all(map(_is_count, texts)):
        return False
    return all(int(after) - int(before) in {0, 1} for before, after in pairwise(texts))


def _is_count(text: str) -> bool:
    return text.isdecimal() and len(text) <= _LONGEST_COUNT


def _unknown(headed: Headed, index: int, wishes: Wishes) -> Iterator[SheetFault]:
    """Yield what is wrong with a column that is no field; one that is empty is nothing."""
    cell, below = headed.grid.rows[headed.head][index], headed.below(index)
    name, shown = _name(cell, index), str(cell).strip()
    asked = {_plain(head): field for head, field in wishes.fields.items()}.get(name)
    if not shown and not below:
        return
    place = headed.grid.place(headed.head if shown else below[0][0], index)
    if asked:
        yield SheetFault(place, *_no_field(headed, asked))
    elif shown:
        near, how = did_you_mean(name, headed.free), _how(shown)
        help_ = Sentence(f"{near.zh}{how.zh}", f"{near.en} {how.en}") if near else how
        unknown = Sentence(f"不认识的列“{shown}”", f"unknown column {shown!r}")
        yield SheetFault(place, unknown, help_)
    else:
        yield SheetFault(place, *_nameless(letters_of(index), shown_of(below[0][1])))


def _how(shown: str) -> Sentence:
    return Sentence(
        f"用 --map {shown}=字段 指明，或用 --ignore-column {shown} 不导入",
        f"say which with --map {shown}=FIELD, or leave it out with --ignore-column {shown}",
    )


def _no_field(headed: Headed, asked: str) -> tuple[Sentence, Sentence | None]:
    title, free = headed.sheet.title, "、".join(headed.free)
    others = Sentence(f"还可写：{free}", f"one of: {free}") if free else None
    return (
        Sentence(f"“{title}”没有字段“{asked}”", f"{title} has no field {asked!r}"),
        did_you_mean(asked, headed.free) or others,
    )


def _nameless(column: str, text: str) -> tuple[Sentence, Sentence]:
    how = _how(column)
    return (
        Sentence(f"{column} 列没有列名，这里写着“{text}”", f"{text!r} in {column}, without a head"),
        Sentence(f"移到“备注”一列，或{how.zh}", f"move it to a column of notes, or {how.en}"),
    )


def _twice(cell: str, column: SheetColumn) -> Sentence:
    return Sentence(
        f"“{cell}”和前面一列都是“{column.head}”",
        f"{cell!r} and a column before it are both {column.key}",
    )


def _name(cell: CellValue, index: int) -> str:
    """Return what a column is called: by its head, or by its letters where it has none."""
    return _plain(cell) or letters_of(index).casefold()


def _plain(cell: CellValue) -> str:
    """Return a head without spaces, marks of duty and remarks in parentheses."""
    text = str(cell)
    return (_NOISE.sub("", text) or "".join(text.split())).casefold()
