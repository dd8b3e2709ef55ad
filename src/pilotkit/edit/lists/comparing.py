"""Rows of a sheet against the records of the workspace: three sides where the sheet has a key.

What the sheet says now, what it said when it was exported, what the workspace says. A cell that
nobody touched changes nothing, whatever the workspace says meanwhile; one that both changed is a
conflict. Without a key an empty cell says nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pilotkit.edit.lists.filled import Filled
from pilotkit.edit.lists.heads import SheetFault
from pilotkit.edit.lists.plan import CellChange
from pilotkit.load.sheet_rows import SheetRow, cell_of, deciding, route_of
from pilotkit.load.yaml_source import check_text
from pilotkit.model.field_type import type_at
from pilotkit.model.location import Route
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.sheet_cell import CellError, Written, fingerprint, meant, said
from pilotkit.model.sheet_column import FILES, POSITION, Shape, SheetColumn

_RESOLVE = Sentence(
    "重新导出后再改，或把这一格改成工作区的内容",
    "export again, or put what the workspace says there",
)


class _Cell(NamedTuple):
    """A cell of a row that is there: what it says, and what the workspace says."""

    column: SheetColumn
    text: str
    now: str
    whole: bool


def changes_of(
    filled: Filled, row: SheetRow, before: Mapping[str, str], repository: Repository
) -> Iterator[CellChange | SheetFault]:
    """Yield the cells that somebody changed, and what is wrong with them."""
    for column in filled.columns():
        told = cell_of(row, column, filled.sheet, repository)
        cell = _Cell(column, filled.texts[column.key], told.text, told.whole)
        if column.key != FILES and _is_touched(cell, before.get(column.key)):
            yield from _change(cell, filled, row, before.get(column.key), repository)


def _is_touched(cell: _Cell, before: str | None) -> bool:
    if cell.text == cell.now:
        return False
    return cell.text.strip() != "" if before is None else fingerprint(cell.text) != before


def _change(
    cell: _Cell, filled: Filled, row: SheetRow, before: str | None, repository: Repository
) -> Iterator[CellChange | SheetFault]:
    column, key = cell.column, cell.column.key
    value = value_of(filled, column, repository)
    if isinstance(value, SheetFault):
        yield value
        return
    after = said(column, value, repository).text
    if after == cell.now:
        return
    if before is not None and fingerprint(cell.now) != before:
        yield filled.fault(key, _conflict(cell, after), _RESOLVE)
    elif refused := _refusal(cell, row, filled):
        yield filled.fault(key, refused)
    else:
        route = route_of(row.shape, column, filled.sheet, row.nth)
        yield CellChange(filled.place(key), column, route, cell.now, after, value)


def _conflict(cell: _Cell, after: str) -> Sentence:
    return Sentence(
        f"导出以后工作区里的“{cell.column.head}”也改了：工作区“{cell.now}”，表中“{after}”",
        f"{cell.column.key} was changed in the workspace too: {cell.now!r}, here {after!r}",
    )


def _refusal(cell: _Cell, row: SheetRow, filled: Filled) -> Sentence | None:
    """Say why a cell of a record cannot be changed.

    What a record is cannot: another file, or another folder, would be it.
    """
    column = cell.column
    if column.shown or column.key in {"id", POSITION, deciding(filled.sheet)}:
        return Sentence(
            f"“{column.head}”只供查看，不能在表里改（应为“{cell.now}”）",
            f"{column.key} cannot be changed in a list (it is {cell.now!r})",
        )
    if column.key == "unit" and filled.sheet.name != "standards":
        return Sentence(
            f"换单位要搬动文件 {row.path}，不能在表里改（应为“{cell.now}”）",
            f"another unit means another folder for {row.path}; not in a list",
        )
    if not cell.whole:
        return Sentence(
            f"这一格装不下文件里的原样，请直接改 {row.path}",
            f"a cell cannot say all of it; edit {row.path}",
        )
    return not_of(row.shape, row.data, filled, column)


def not_of(
    shape: Shape, data: Mapping[str, Any], filled: Filled, column: SheetColumn
) -> Sentence | None:
    """Say that records like this have no such field, where they have none."""
    if type_at(shape.model, route_of(shape, column, filled.sheet, 0)) is not None:
        return None
    what = str(data.get(deciding(filled.sheet)) or data.get("kind") or "")
    shown = {"service": "服务事项", "management": "管理事项"}.get(what, what)
    return Sentence(
        f"“{shown}”没有“{column.head}”这一项，请清空", f"{what} has no {column.key}; empty the cell"
    )


def contradictions(cells: Sequence[CellChange]) -> Iterator[SheetFault]:
    """Yield the cells of a record that say otherwise than another one of the same value.

    A cell of entries says all that lies below its route.
    """
    by_route: dict[Route, CellChange] = {}
    for cell in cells:
        by_route.setdefault(cell.route, cell)
    for cell in cells:
        for depth in range(1, len(cell.route) + 1):
            other = by_route.get(cell.route[:depth])
            if other and cell.value != _below(other.value, cell.route[depth:]):
                otherwise = Sentence(
                    f"和 {other.place} 说的不一样：“{other.after}”、“{cell.after}”",
                    f"{other.place} says otherwise: {other.after!r}, {cell.after!r}",
                )
                yield SheetFault(cell.place, otherwise)


def _below(value: Any, route: Route) -> Any:
    """Return what a value says at a route in it; None where it says nothing."""
    for step in route:
        if isinstance(value, Mapping):
            value = value.get(step)
        elif value:
            value = value[step]
    return value


def value_of(filled: Filled, column: SheetColumn, repository: Repository) -> Written | SheetFault:
    """Return what a cell means, or why no file may say so."""
    text = filled.texts[column.key]
    if refused := check_text("", text.encode(errors="surrogatepass")):
        return filled.fault(column.key, refused[0].message)
    try:
        return meant(column, text, repository)
    except CellError as error:
        return filled.fault(column.key, error.sentence, error.help)
