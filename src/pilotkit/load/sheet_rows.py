"""The rows that a list has of a workspace: what its files say, as it is written there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from pilotkit.load.markdown_source import read_markdown
from pilotkit.load.yaml_source import read_yaml
from pilotkit.model.document import CollectedDocument
from pilotkit.model.entity import Entity
from pilotkit.model.evidence.kinds import EVIDENCE_KINDS
from pilotkit.model.item import ITEM_CLASSES
from pilotkit.model.location import Route
from pilotkit.model.post import Post
from pilotkit.model.repository import Repository
from pilotkit.model.sheet import SHEETS
from pilotkit.model.sheet_cell import Said, said
from pilotkit.model.sheet_column import FILES, POSITION, Shape, SheetColumn, SheetKind
from pilotkit.model.staff import Staff
from pilotkit.model.standard import ORIGINS, AdoptedStandard, Standard
from pilotkit.model.unit import Unit

_OWN, _ADOPTED = ORIGINS
# An adopted standard is a family; its days are those of the last edition in the file.
_LAST = ("editions", -1)
_OF_EDITION = (
    ("edition", (*_LAST, "number")),
    ("issued", (*_LAST, "issued")),
    ("effective", (*_LAST, "effective")),
    ("withdrawn", (*_LAST, "withdrawn")),
)
_SHAPES: dict[str, tuple[str, dict[str, Shape]]] = {
    "standards": (
        "origin",
        {_OWN: Shape(Standard), _ADOPTED: Shape(AdoptedStandard, _OF_EDITION)},
    ),
    "items": ("class", {key: Shape(model) for key, model in ITEM_CLASSES.items()}),
    "evidence": ("kind", {key: Shape(model) for key, model in EVIDENCE_KINDS.items()}),
}
# The file of a unit's staff is known by its unit.
_OF_UNIT = Shape(Staff, (("id", ("unit",)),))
_PLAIN = {
    "posts": Shape(Post),
    "staff": _OF_UNIT,
    "units": Shape(Unit),
    "documents": Shape(CollectedDocument),
}


class SheetRow(NamedTuple):
    """A record, or an item of a list in it: what its file says of the record as a whole."""

    record: Entity
    data: Mapping[str, Any]
    shape: Shape
    nth: int | None = None

    @property
    def id(self) -> str:
        """The id of the record."""
        return str(self.data["id"])

    @property
    def path(self) -> str:
        """The file that the record stands in."""
        return self.record.path

    @property
    def position(self) -> str:
        """Which item of the list it is, from 1; empty where it is the record itself."""
        return "" if self.nth is None else str(self.nth + 1)


def records_of(sheet: SheetKind, repository: Repository) -> Iterator[SheetRow]:
    """Yield the records that a list speaks of, in the order of the files."""
    read: dict[str, Any] = {}
    for record in _records(sheet, repository):
        data = dict(_written(record, read))
        if sheet.name == "standards":
            data["origin"] = _OWN if isinstance(record, Standard) else _ADOPTED
        data.setdefault("id", repository.owner_of(record))
        if shape := shape_of(sheet, data):
            yield SheetRow(record, data, shape)


def rows_of(sheet: SheetKind, repository: Repository) -> Iterator[SheetRow]:
    """Yield the rows of a list: its records, or the items of a list in each."""
    for row in records_of(sheet, repository):
        yield from items_of(sheet, row)


def items_of(sheet: SheetKind, row: SheetRow) -> Iterator[SheetRow]:
    """Yield the rows that a record is in a list."""
    if not sheet.inside:
        yield row
    for nth in range(len(row.data.get(sheet.inside) or ()) if sheet.inside else 0):
        yield row._replace(nth=nth)


def shapes_of(sheet: SheetKind) -> Mapping[str, Shape]:
    """Return all that records of a list may be, by the word that says which."""
    if sheet.only:
        return {sheet.only: Shape(EVIDENCE_KINDS[sheet.only])}
    if sheet.name in _PLAIN:
        return {"": _PLAIN[sheet.name]}
    return _SHAPES[sheet.name][1]


@cache
def heads_of(model: type[Entity]) -> Mapping[str, str]:
    """Map the keys of a class of records to what offices call them, where a list has them."""
    return {
        column.key: column.head
        for sheet in SHEETS
        if not sheet.inside and any(one.model is model for one in shapes_of(sheet).values())
        for column in sheet.columns
    }


def deciding(sheet: SheetKind) -> str:
    """Return the key of the word that says what a record is; empty where all are alike."""
    return "" if sheet.only or sheet.name in _PLAIN else _SHAPES[sheet.name][0]


def shape_of(sheet: SheetKind, data: Mapping[str, Any]) -> Shape | None:
    """Return what a record of a list is by its own words; None where they say nothing known."""
    shapes = shapes_of(sheet)
    if len(shapes) == 1:
        return next(iter(shapes.values()))
    return shapes.get(str(data.get(deciding(sheet))))


def cell_of(row: SheetRow, column: SheetColumn, sheet: SheetKind, repository: Repository) -> Said:
    """Say what the workspace says in the cell of a row."""
    if column.key == POSITION:
        return Said(row.position)
    value: Any = row.data
    for step in route_of(row.shape, column, sheet, row.nth):
        value = _inside(value, step)
    if column.key == FILES:
        value = [one["path"] for one in value or () if "path" in one]
    return said(column, value, repository)


def route_of(shape: Shape, column: SheetColumn, sheet: SheetKind, nth: int | None) -> Route:
    """Return where the value of a cell stands in its record."""
    first, *rest = shape.route(column)
    return (first, nth or 0, *rest) if first == sheet.inside else (first, *rest)


def _inside(value: Any, step: str | int) -> Any:
    if isinstance(value, Mapping):
        return value.get(str(step))
    if isinstance(value, Sequence) and isinstance(step, int) and value:
        return value[step]
    return None


def _records(sheet: SheetKind, repository: Repository) -> Iterable[Entity]:
    if sheet.only:
        return repository.evidence_of(EVIDENCE_KINDS[sheet.only])
    if sheet.name == "standards":
        return repository.all_standards
    records: Iterable[Entity] = getattr(repository, sheet.name)
    return records


def _written(record: Entity, read: dict[str, Any]) -> Mapping[str, Any]:
    """Return what the file says of a record; `read` keeps files that hold several."""
    source, route = record.written
    if source.path not in read:
        reader = read_markdown if source.path.endswith(".md") else read_yaml
        read[source.path] = reader(source.path, source.content).data
    data: Any = read[source.path]
    for step in route:
        data = data[step]
    written: Mapping[str, Any] = data
    return written
