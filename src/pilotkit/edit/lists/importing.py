"""Sheets → a plan: which record each row is, and what is to become of it."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pilotkit.edit.lists.comparing import changes_of, contradictions
from pilotkit.edit.lists.creating import UNITS_FILE, created, item_of, staff_of, words_of
from pilotkit.edit.lists.file_names import names_in, plain_name
from pilotkit.edit.lists.filled import Filled, filled
from pilotkit.edit.lists.heads import Headed, SheetFault, is_head
from pilotkit.edit.lists.key import Key
from pilotkit.edit.lists.lacking import emptied
from pilotkit.edit.lists.matching import Known
from pilotkit.edit.lists.plan import Added, CellChange, Changed, Created, Plan
from pilotkit.edit.lists.remarks import is_beside, repeats, texts_of
from pilotkit.edit.new_ids import fresh_id
from pilotkit.load.sheet_rows import SheetRow, shapes_of
from pilotkit.model.location import Route
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.sheet_cell import fingerprint
from pilotkit.model.sheet_column import FILES, POSITION, SheetKind
from pilotkit.model.unit import Unit


@dataclass(frozen=True)
class Import:
    """What a run is asked for: only this unit's rows, all of this record, if they are said.

    `files` are the plain names of the attachments that come with the sheet.
    """

    repository: Repository
    key: Key
    unit: Unit | None = None
    record: str = ""
    files: Collection[str] = ()

    def given(self, kind: SheetKind) -> Mapping[str, str]:
        """Return what the command line says in place of empty cells."""
        unit = self.unit.name if self.unit else ""
        of_record = {"id": self.record or (unit if kind.is_of_units else "")}
        said = of_record if kind.inside else {"unit": unit}
        return {key: text for key, text in said.items() if text}


_ANOTHER = Sentence("从这一行起像是另一张表", "another table seems to begin here")
_ONE_EACH = Sentence("一张工作表只放一张表", "put each table on a sheet of its own")
_DELETE = Sentence(
    "不是记录的，请删去这一行；是记录的，请填全", "delete it if it is no record, else fill it in"
)


def plan_of(headed: Sequence[Headed], asked: Import) -> Plan:
    """Plan an import; of sheets with faults in their heads only these are told."""
    plan = Plan()
    # Units come first, and items of lists last: what they are of may be new.
    for one in sorted(headed, key=lambda one: (one.sheet.name != "units", bool(one.sheet.inside))):
        plan.faults += one.faults
        if not one.faults:
            _Sheet(one, asked, plan).read()
    _refuse_contradictions(plan)
    for changed in plan.changed:
        plan.faults += emptied(changed.filled, changed.row, changed.cells)
    return plan


def _refuse_contradictions(plan: Plan) -> None:
    """Find fault where two cells say different things of the same value."""
    of_record: dict[tuple[str, Route], list[CellChange]] = defaultdict(list)
    for changed in plan.changed:
        of_record[changed.path, changed.row.record.written.route] += changed.cells
    for cells in of_record.values():
        plan.faults += contradictions(cells)


def _with_new_units(repository: Repository, plan: Plan) -> Repository:
    """Let later rows name the units that earlier ones begin, as the one they are under."""
    begun = [one for one in plan.created if one.path == UNITS_FILE]
    units = [
        Unit.model_construct(
            id=one.id, name=one.data["name"], aliases=tuple(one.data.get("aliases", ()))
        )
        for one in begun
    ]
    return replace(repository, units=(*repository.units, *units)) if units else repository


@dataclass
class _Sheet:
    """One sheet while it is compared with the workspace."""

    headed: Headed
    asked: Import
    plan: Plan
    # The rows that records are, and what new ones say, each with its place.
    seen: dict[tuple[str, str], str] = field(default_factory=dict)
    told: dict[str | tuple[str, ...], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.kind = self.headed.sheet
        self.repository = _with_new_units(self.asked.repository, self.plan)
        self.known = Known(self.kind, self.repository, self.asked.unit)
        shapes = shapes_of(self.kind).values() if self.kind.inside else ()
        self.new = {one.id: one for one in self.plan.created if one.shape in shapes}

    def read(self) -> None:
        """Take every row."""
        given = self.asked.given(self.kind)
        heads, columns = self.headed.grid.rows[self.headed.head], self.headed.columns
        for number, cells in self.headed.rows():
            place = f"{self.headed.grid.name}!{number + 1}"
            if is_beside(cells) or repeats(cells, heads, columns):
                self.plan.remarks.append((place, " ".join(texts_of(cells))))
                continue
            if not any(at < len(cells) and cells[at] not in {"", None} for at in columns):
                continue
            if is_head(cells):
                self.plan.faults.append(SheetFault(place, _ANOTHER, _ONE_EACH))
                break
            row, faults = filled(self.headed, number, cells, given)
            self.plan.faults += faults
            if not faults:
                self._record(row, texts_of(cells))
        self.plan.absent += len(self.known.by_id.keys() - self.seen.keys())

    def _record(self, row: Filled, texts: Sequence[str]) -> None:
        """Take a row; one that says a single thing, and no name by it, is told once."""
        before = len(self.plan.faults)
        self._row(row)
        names = {key for group in self.kind.same for key in group}
        said = [key for key in row.places if row.text(key)]
        is_named = len(said) == 1 and said[0] in names
        if len(texts) == 1 and not is_named and len(self.plan.faults) > before:
            alone = Sentence(f"这一行只有“{texts[0]}”", f"the row says only {texts[0]!r}")
            self.plan.faults[before:] = [SheetFault(row.row, alone, _DELETE)]

    def _row(self, row: Filled) -> None:
        self.plan.named |= set(names_in(row, self.asked.files))
        if self.kind.inside:
            # In a table of an office's own the numbers of rows say nothing of our lists.
            row = self._of_record(row if self.asked.key.rows else row.saying(POSITION, ""))
        if row.text("id") in self.new:
            self._add(row, self.new[row.text("id")])
            return
        found = self.known.find(row)
        if isinstance(found, SheetFault):
            self.plan.faults.append(found)
        elif found:
            self._change(row, found)
        elif self.kind.inside:
            self._add(row, self.known.records[row.text("id")])
        elif not self._is_of_another(row):
            self._create(row)

    def _of_record(self, row: Filled) -> Filled:
        """Say of which record an item is by its id, also where the row names it otherwise."""
        if not self.kind.is_of_units:
            return row if row.text("id") else row.saying("id", self.known.named(row, self.new))
        unit = self.repository.unit(row.text("id"))
        if unit is None:
            return row
        if unit.id not in {*self.known.records, *self.new} and self.asked.unit in {None, unit}:
            begun = staff_of(unit, row)
            self.new[unit.id] = begun
            self.plan.created.append(begun)
        return row.saying("id", unit.id)

    def _change(self, row: Filled, found: SheetRow) -> None:
        place = (found.id, found.position)
        if place in self.seen:
            self._refuse_twice(row, found.id, self.seen[place])
            return
        self.seen[place] = row.row
        before = self.asked.key.before(self.kind.title, *place)
        cells = list(changes_of(row, found, before, self.repository))
        self.plan.faults += [one for one in cells if isinstance(one, SheetFault)]
        changes = tuple(one for one in cells if isinstance(one, CellChange))
        there = [str(one["path"]) for one in found.data.get("files") or () if "path" in one]
        known = {*map(plain_name, there), *self.asked.files}
        names = names_in(row, known) if FILES in row.texts else ()
        last = [name.replace("\\", "/").split("/")[-1] for name in names]
        files = tuple(name for one, name in zip(last, names, strict=True) if one not in there)
        if FILES in before and fingerprint(row.texts.get(FILES, "")) != before[FILES]:
            self._keep([name for name in there if name not in last], row, found)
        if changes or files:
            self.plan.changed.append(Changed(found, row, changes, files))
        elif not any(isinstance(one, SheetFault) for one in cells):
            self.plan.unchanged += 1

    def _keep(self, gone: Sequence[str], row: Filled, found: SheetRow) -> None:
        """Find fault with a cell that names files of its record no more: none goes by a list."""
        if gone and FILES in row.texts:
            listed, path = "、".join(gone), found.record.path
            said = Sentence(f"附件不能在表里删去：{listed}", f"no list removes a file: {listed}")
            help_ = Sentence(
                f"把文件名写回来；确要删的，直接改 {path}",
                f"write the name again; to remove it edit {path}",
            )
            self.plan.faults.append(row.fault(FILES, said, help_))

    def _add(self, row: Filled, record: SheetRow | Created) -> None:
        if self.kind.is_of_units and not row.text("people.person"):
            id_ = fresh_id(record.id, row.text("people.name"), self._is_taken)
            self.plan.taken.add(id_)
            row = row.saying("people.person", id_)
        item = item_of(row, record, self.repository)
        if isinstance(item, list):
            self.plan.faults += item
        else:
            self.plan.added.append(Added(record.path, record.id, record.shape, row, item))

    def _create(self, row: Filled) -> None:
        """Plan a new record; a row that says the same as one before is no other record."""
        words = row.text("id") or words_of(row)
        if words in self.told:
            self._refuse_twice(row, row.text("id") or "、".join(words), self.told[words])
            return
        self.told[words] = row.row
        made = created(row, names_in(row, self.asked.files), self.repository, self._is_taken)
        if isinstance(made, list):
            self.plan.faults += made
        else:
            self.plan.taken.add(made.id)
            self.plan.created.append(made)
            if made.path == UNITS_FILE:
                self.repository = _with_new_units(self.asked.repository, self.plan)

    def _refuse_twice(self, row: Filled, id_: str, first: str) -> None:
        twice = Sentence(f"表中有两行都是 {id_}", f"two rows are {id_}")
        other = Sentence(f"另一行是 {first}", f"the other is {first}")
        self.plan.faults.append(row.fault("id", twice, other))

    def _is_of_another(self, row: Filled) -> bool:
        unit, text = self.asked.unit, row.text("unit")
        named = self.repository.unit(text) if text else None
        if unit is None or self.kind.name == "units" or named is unit or (text and not named):
            return False
        self.plan.faults.append(row.fault("unit", *self.known.foreign(text)))
        return True

    def _is_taken(self, id_: str) -> bool:
        known = self.known.records
        people = {one.person for staff in self.repository.staff for one in staff.people}
        there = (self.plan.taken, known, self.repository.evidence_by_id, people)
        return any(id_ in ids for ids in there)
