"""What a new row must say and does not: named by the head of its column, not by a key."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from pilotkit.edit.lists.filled import Filled
from pilotkit.edit.lists.heads import SheetFault
from pilotkit.load.sheet_rows import shapes_of
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
                yield filled.fault(column.key, _must(column.head, column.key))


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


def _must(head: str, key: str) -> Sentence:
    return Sentence(f"新增的一行要写“{head}”", f"a new row must say its {key}")
