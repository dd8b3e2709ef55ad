"""What a row must say and does not: named by the head of its column, not by a key."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from pilotkit.edit.lists.filled import Filled
from pilotkit.edit.lists.heads import SheetFault
from pilotkit.edit.lists.plan import CellChange, put
from pilotkit.load.sheet_rows import SheetRow, shapes_of
from pilotkit.model.entity import fields_by_key
from pilotkit.model.field_type import type_at
from pilotkit.model.location import Route
from pilotkit.model.sentence import Sentence
from pilotkit.model.sheet import SHEETS
from pilotkit.model.sheet_column import Shape, SheetColumn, SheetKind


def lacking(
    filled: Filled, shape: Shape, data: Mapping[str, Any], *, item: bool = False
) -> Iterator[SheetFault]:
    """Yield what data made of a row, a record or an item of a list in it, must have besides."""
    base: Route = (filled.sheet.inside,) if item else ()
    model = type_at(shape.model, (*base, 0)) if item else shape.model
    for route in _missing(model, data, base):
        columns = _columns(filled.sheet, shape, route)
        if not columns:
            yield _elsewhere(filled, shape, route)
        for column in columns:
            if not filled.text(column.key):
                yield filled.fault(column.key, _must(column.head, column.key), _add(filled, column))


def emptied(filled: Filled, row: SheetRow, cells: Sequence[CellChange]) -> Iterator[SheetFault]:
    """Yield the cells of a record that no longer say what it must say, or begin a part of it."""
    before: Any = _said(row.data)
    after: Any = _said(row.data)
    for cell in cells:
        put(after, cell.route, cell.value)
    old = set(_missing_of(row, filled, before))
    gone = {cell.column for cell in cells if cell.value is None}
    for route in _missing_of(row, filled, _said(after)):
        columns = _columns(filled.sheet, row.shape, route) if route not in old else []
        for column in [one for one in columns if one in gone] or columns:
            empty = Sentence(f"“{column.head}”不能空", f"{column.key} must not be empty")
            yield filled.fault(column.key, empty)


def _missing_of(row: SheetRow, filled: Filled, data: Any) -> Iterator[Route]:
    inside = filled.sheet.inside
    if not inside:
        yield from _missing(row.shape.model, data, ())
    elif data.get(inside):
        model = type_at(row.shape.model, (inside, 0))
        yield from _missing(model, data[inside][row.nth or 0], (inside,))


def _said(value: Any) -> Any:
    """Copy what a file says, without the keys that say nothing."""
    if isinstance(value, Mapping):
        copied = {key: _said(one) for key, one in value.items()}
        return {key: one for key, one in copied.items() if one not in (None, {})}
    return [_said(one) for one in value] if isinstance(value, list) else value


def _missing(model: type[BaseModel], data: Mapping[str, Any], above: Route) -> Iterator[Route]:
    """Yield the routes of required fields; those of a part only where the part is there."""
    for key, name in fields_by_key(model).items():
        value, inner = data.get(key), type_at(model, (key,))
        if value is None:
            if model.model_fields[name].is_required() and key != "id":
                yield (*above, key)
        elif isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from _missing(inner, value, (*above, key))


def _columns(sheet: SheetKind, shape: Shape, route: Route) -> list[SheetColumn]:
    return [one for one in sheet.columns if shape.route(one)[: len(route)] == route]


def _elsewhere(filled: Filled, shape: Shape, route: Route) -> SheetFault:
    """Name the sheet that has the columns which this one lacks."""
    title, columns = next(
        (sheet.title, found)
        for sheet in SHEETS
        if shape in shapes_of(sheet).values() and (found := _columns(sheet, shape, route))
    )
    must = _must("、".join(one.head for one in columns), ".".join(map(str, route)))
    help_ = Sentence(f"请在“{title}”表里加这一行", f"add the row in the sheet {title!r}")
    return SheetFault(filled.row, must, help_)


def _add(filled: Filled, column: SheetColumn) -> Sentence | None:
    """Say where it goes, if the sheet has no such column."""
    if column.key in filled.places:
        return None
    return Sentence(f"加一列“{column.head}”", f"add a column {column.head}")


def _must(head: str, key: str) -> Sentence:
    return Sentence(f"新增的一行要写“{head}”", f"a new row must say its {key}")
