"""Which record of the workspace a row of a sheet is."""

from collections import defaultdict
from collections.abc import Mapping

from pilotkit.edit.lists.filled import Filled
from pilotkit.edit.lists.heads import SheetFault
from pilotkit.edit.lists.plan import Created
from pilotkit.load.sheet_rows import SheetRow, cell_of, items_of, records_of
from pilotkit.model.number import same_key
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence, did_you_mean
from pilotkit.model.sheet_cell import CellError, meant, said
from pilotkit.model.sheet_column import POSITION, SheetKind
from pilotkit.model.unit import Unit

_Same = tuple[str, ...]


class Known:
    """The records of a list, found by id or by what tells them apart; of one unit, if asked."""

    def __init__(self, kind: SheetKind, repository: Repository, unit: Unit | None) -> None:
        self.kind, self.repository, self.unit = kind, repository, unit
        self.records = {row.id: row for row in records_of(kind, repository)}
        mine = [row for row in self.records.values() if unit is None or self._owner(row) == unit.id]
        self.mine = {row.id for row in mine}
        rows = [item for row in mine for item in items_of(kind, row)]
        self.by_id = {(row.id, row.position): row for row in rows}
        self._by_same: dict[tuple[str, _Same, _Same], list[SheetRow]] = defaultdict(list)
        self._by_name: dict[_Same, Mapping[_Same, list[str]]] = {}
        for row in rows:
            for group in kind.same:
                self._by_same[self._scope(row.id), group, self._said(row, group)].append(row)

    def find(self, row: Filled) -> SheetRow | SheetFault | None:
        """Return the record of a row, None where it is a new one, or what is wrong with its id."""
        id_, position = row.text("id"), row.text(POSITION)
        if id_ in self.records and id_ not in self.mine:
            return row.fault("id", *self.foreign(id_))
        if self.kind.inside and id_ not in self.records:
            return self._unknown(row, id_)
        if self.kind.inside and position:
            return self.by_id.get((id_, position)) or self._no_item(row, id_, position)
        if id_ and not self.kind.inside:
            return self.by_id.get((id_, "")) or self._renamed(row, id_)
        return self._by_words(row, id_)

    def _renamed(self, row: Filled, id_: str) -> SheetFault | None:
        """Find fault with an id that nothing has, where all else says which record it is."""
        found = self._by_words(row, id_)
        if not isinstance(found, SheetRow):
            return found
        return row.fault(
            "id",
            Sentence(
                f"没有编号“{id_}”，其余写的是 {found.id}", f"no id {id_!r}; all else is {found.id}"
            ),
            Sentence(
                f"改回 {found.id} 或清空编号；确是另一条的，名称要写得不同",
                f"write {found.id} or nothing; if it is another record, give it another name",
            ),
        )

    def named(self, row: Filled, new: Mapping[str, Created]) -> str:
        """Return the id of the one record, of ours or new, that a row of its list names."""
        shown = tuple(one.key for one in self.kind.columns if one.shown and row.text(one.key))
        if shown not in self._by_name:
            self._by_name[shown] = self._names(shown, new)
        found = self._by_name[shown].get(tuple(self._normal(row, key) for key in shown), [])
        return found[0] if len(found) == 1 and shown else ""

    def _names(self, shown: _Same, new: Mapping[str, Created]) -> Mapping[_Same, list[str]]:
        """Map what rows may name a record by to the ids of those that say so."""
        names: dict[_Same, list[str]] = defaultdict(list)
        for id_ in sorted(self.mine):
            names[self._said(self.records[id_], shown)].append(id_)
        for id_, one in new.items():
            names[tuple(str(one.data.get(key, "")) for key in shown)].append(id_)
        return names

    def foreign(self, what: str) -> tuple[Sentence, Sentence]:
        """Say that a row is another unit's than the one that was asked for."""
        name = self.unit.name if self.unit else ""
        other = self.repository.unit(what) if self.kind.is_of_units else None
        what = other.name if other else what
        return (
            Sentence(f"“{what}”不是{name}的", f"{what!r} is not of {name}"),
            Sentence("--unit 只收本单位的行", "--unit takes the rows of that unit only"),
        )

    def _owner(self, row: SheetRow) -> str | None:
        return row.id if self.kind.name == "units" else self.repository.owner_of(row.record)

    def _unknown(self, row: Filled, id_: str) -> SheetFault:
        if id_ and self.kind.is_of_units:
            unit = self.repository.unit(id_)
            near = did_you_mean(id_, [one.name for one in self.repository.units])
            no_unit = row.fault("id", Sentence(f"没有单位“{id_}”", f"no unit {id_!r}"), near)
            return row.fault("id", *self.foreign(id_)) if unit else no_unit
        if not id_:
            return row.fault(
                "id",
                Sentence("要写是哪条记录", "say which record it is of"),
                Sentence(
                    "写编号或唯一的名称，或用 --record 编号",
                    "give its id or a name that no other has, or use --record",
                ),
            )
        return row.fault(
            "id",
            Sentence(f"没有记录“{id_}”", f"no record {id_!r}"),
            did_you_mean(id_, sorted(self.mine)),
        )

    @staticmethod
    def _no_item(row: Filled, id_: str, position: str) -> SheetFault:
        return row.fault(
            POSITION,
            Sentence(
                f"{id_} 没有第 {position} 项；新增请把序号留空",
                f"{id_} has no item {position}; leave the number empty to add one",
            ),
        )

    def _by_words(self, row: Filled, id_: str) -> SheetRow | SheetFault | None:
        group = next((one for one in self.kind.same if all(map(row.text, one))), None)
        if group is None:
            return None
        wanted = tuple(self._normal(row, key) for key in group)
        found = self._by_same.get((self._scope(id_), group, wanted), [])
        if len(found) > 1 and not self.kind.inside:
            listed = "、".join(one.id for one in found)
            return row.fault(
                group[0],
                Sentence(
                    f"这几条都对得上：{listed}；请写编号", f"several are it: {listed}; give an id"
                ),
            )
        return found[0] if found else None

    def _scope(self, id_: str) -> str:
        return id_ if self.kind.inside else ""

    def _said(self, row: SheetRow, group: _Same) -> _Same:
        return tuple(self._as_same(key, self._cell(row, key)) for key in group)

    def _cell(self, row: SheetRow, key: str) -> str:
        column = self.kind.column(key)
        return cell_of(row, column, self.kind, self.repository).text if column else ""

    def _normal(self, row: Filled, key: str) -> str:
        """Say what a cell means as the workspace would say it."""
        column, text = self.kind.column(key), row.text(key)
        try:
            value = meant(column, text, self.repository) if column else text
            text = said(column, value, self.repository).text if column else text
        except CellError:
            pass
        return self._as_same(key, text)

    def _as_same(self, key: str, text: str) -> str:
        return same_key(text) if (self.kind.name, key) == ("standards", "number") else text
