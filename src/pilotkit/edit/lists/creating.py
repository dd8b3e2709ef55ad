"""A row that is no record yet → the record: what it is, its id, its file."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pilotkit.edit.lists.comparing import contradictions, not_of, value_of
from pilotkit.edit.lists.filled import Filled
from pilotkit.edit.lists.heads import SheetFault
from pilotkit.edit.lists.lacking import lacking
from pilotkit.edit.lists.plan import CellChange, Created, put
from pilotkit.edit.new_evidence import BEGINNINGS
from pilotkit.edit.new_ids import fresh_id
from pilotkit.edit.standard_text import skeleton
from pilotkit.load.sheet_rows import SheetRow, deciding, shape_of, shapes_of
from pilotkit.model.entity import fields_by_key
from pilotkit.model.evidence.kinds import EVIDENCE_KINDS
from pilotkit.model.number import parse
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.sheet_cell import Written, choices
from pilotkit.model.sheet_column import FILES, POSITION, Shape, SheetColumn
from pilotkit.model.standard import ORIGINS, Standard
from pilotkit.model.unit import Unit

UNITS_FILE = "data/units.yaml"
_OWN, _ADOPTED = ORIGINS
_EVIDENCE = frozenset({"evidence", "surveys"})


def created(
    filled: Filled, names: tuple[str, ...], repository: Repository, is_taken: Callable[[str], bool]
) -> Created | list[SheetFault]:
    """Make a record of a row that names files, or say what is wrong with the row."""
    kind = _kind(filled)
    shape = shape_of(filled.sheet, kind)
    if shape is None:
        key, word = next(iter(kind.items()))
        known = [one for one in shapes_of(filled.sheet) if one]
        column = filled.sheet.column(key)
        shown = "、".join(choices(column, known, repository) if column else known)
        return [
            filled.fault(
                key,
                Sentence(
                    f"“{word}”不是可选的值：{shown}", f"{word!r} is none of {', '.join(known)}"
                ),
            )
        ]
    data, faults = _data(filled, shape, kind, repository)
    data = _whole(data, shape)
    faults += lacking(filled, shape, data)
    folder = _folder(filled, data, repository)
    if faults or folder is None:
        return faults
    id_ = filled.text("id") or _id(filled, data, is_taken)
    data = _ordered({"id": id_} | data, shape)
    ending = ".md" if shape.model is Standard else ".yaml"
    path = folder if folder == UNITS_FILE else f"{folder}/{id_}{ending}"
    if path != UNITS_FILE and path in repository.files.texts:
        return [filled.fault("id", Sentence(f"已有文件 {path}", f"there is a file {path}"))]
    text = skeleton(data, repository) if ending == ".md" else ""
    return Created(path, id_, data, shape, filled, names, text)


def item_of(
    filled: Filled, record: SheetRow | Created, repository: Repository
) -> dict[str, Any] | list[SheetFault]:
    """Make an item of a row, for a list in a record."""
    item: dict[str, Any] = {}
    faults: list[SheetFault] = []
    for column in filled.columns():
        if column.route[0] == filled.sheet.inside and filled.text(column.key):
            value = _said(filled, column, record.shape, record.data, repository)
            if isinstance(value, SheetFault):
                faults.append(value)
            else:
                put(item, column.route[1:], value)
    faults += lacking(filled, record.shape, item, item=True)
    return faults or item


def staff_of(unit: Unit, filled: Filled) -> Created:
    """Begin the file of a unit that has named nobody yet, for the first row that does."""
    (shape,) = shapes_of(filled.sheet).values()
    return Created(f"data/staff/{unit.id}.yaml", unit.id, {"unit": unit.id}, shape, filled)


def words_of(filled: Filled) -> tuple[str, ...]:
    """Return what tells a row without an id apart."""
    same = filled.sheet.same
    group = next((one for one in same if all(map(filled.text, one))), same[-1])
    return tuple(filled.text(key) for key in group)


def _kind(filled: Filled) -> dict[str, Any]:
    """Return what says which of its list a record is."""
    sheet = filled.sheet
    if sheet.only:
        return {"kind": sheet.only}
    if sheet.name == "standards":
        return {"origin": _origin(filled)}
    if sheet.name == "items":
        told = dict(getattr(sheet.column("class"), "told", ()))
        word = filled.text("class")
        return {"class": told.get(word, word) or "service"}
    if sheet.name == "evidence":
        return {"kind": filled.text("kind")}
    return {"": ""}


def _origin(filled: Filled) -> str:
    """Return whose a standard is: as the row says, else by its number, or as one of the pilot's."""
    if said := filled.text("origin"):
        return said
    number = parse(filled.text("number")) if filled.text("number") else None
    return _OWN if number is None or number.rank == "内部" else _ADOPTED


def _data(
    filled: Filled, shape: Shape, kind: Mapping[str, Any], repository: Repository
) -> tuple[dict[str, Any], list[SheetFault]]:
    data: dict[str, Any] = {key: word for key, word in kind.items() if key not in {"", "origin"}}
    faults: list[SheetFault] = []
    cells: list[CellChange] = []
    for column in _filled_columns(filled):
        value = _said(filled, column, shape, kind, repository)
        if isinstance(value, SheetFault):
            faults.append(value)
        elif value is not None:
            put(data, shape.route(column), value)
            text = filled.text(column.key)
            cells.append(
                CellChange(filled.place(column.key), column, shape.route(column), "", text, value)
            )
    return data, [*faults, *contradictions(cells)]


def _said(
    filled: Filled,
    column: SheetColumn,
    shape: Shape,
    data: Mapping[str, Any],
    repository: Repository,
) -> Written | SheetFault:
    """Return what a cell means for such a record, or what is wrong with it."""
    value = value_of(filled, column, repository)
    if isinstance(value, SheetFault):
        return value
    refused = not_of(shape, data, filled, column)
    return filled.fault(column.key, refused) if refused else value


def _filled_columns(filled: Filled) -> Iterator[SheetColumn]:
    """Yield the columns that say something of the record itself."""
    others = {"id", FILES, POSITION, deciding(filled.sheet)}
    for column in filled.columns():
        if column.key not in others and filled.text(column.key):
            yield column


def _whole(data: dict[str, Any], shape: Shape) -> dict[str, Any]:
    """Say of an adopted standard which edition it is, where the row does not."""
    if shape.elsewhere:
        editions = data.get("editions", [{}])
        data["editions"] = [{"number": data.get("number")} | one for one in editions]
    return data


def _ordered(data: dict[str, Any], shape: Shape) -> dict[str, Any]:
    keys = list(fields_by_key(shape.model))
    return {key: data[key] for key in sorted(data, key=keys.index)}


def _folder(filled: Filled, data: Mapping[str, Any], repository: Repository) -> str | None:
    """Return where a record of this list lies; None where its unit or subsystem says nothing."""
    name = filled.sheet.name
    if name == "units":
        return UNITS_FILE
    if name == "standards":
        if "editions" in data or _origin(filled) == _ADOPTED:
            return "data/standards/adopted"
        found = repository.subsystem(str(data.get("subsystem", "")))
        return f"data/standards/{found[0].id}" if found else None
    top = "evidence" if name in _EVIDENCE else name
    return f"data/{top}/{data['unit']}" if data.get("unit") else None


def _id(filled: Filled, data: Mapping[str, Any], is_taken: Callable[[str], bool]) -> str:
    """Make an id of what tells the record apart, so that the same row makes the same id."""
    sheet = filled.sheet
    beginning = BEGINNINGS.get(str(data.get("kind")), sheet.begins)
    if data.get("kind") in EVIDENCE_KINDS and data.get("date"):
        beginning += f"-{str(data['date']).replace('-', '')}"
    elif data.get("unit"):
        beginning += f"-{data['unit']}"
    return fresh_id(beginning, words_of(filled), is_taken)
