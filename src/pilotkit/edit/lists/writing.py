"""A plan → the new texts of files, and which cell each of their values came from."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pilotkit.edit.in_place import with_cell, with_items_added
from pilotkit.edit.lists.creating import UNITS_FILE
from pilotkit.edit.lists.filled import Filled
from pilotkit.edit.lists.heads import SheetFault
from pilotkit.edit.lists.plan import Added, Changed, Created, Plan
from pilotkit.edit.lists.wording import in_heads
from pilotkit.edit.yaml_text import block
from pilotkit.load.markdown_source import places_of_markdown
from pilotkit.load.yaml_source import places_of, read_yaml
from pilotkit.model.diagnostic import Diagnostic
from pilotkit.model.location import Route
from pilotkit.model.sheet_column import Shape, SheetKind

_FENCE = "---\n"


class _From(NamedTuple):
    """The row that a record, or an item of it, came from: its cells by route."""

    row: str
    cells: dict[Route, str]
    sheet: SheetKind


@dataclass
class Rewriting:
    """The files that an import changes or makes."""

    before: Mapping[str, bytes]
    texts: dict[str, bytes] = field(default_factory=dict)
    _from: dict[str, list[_From]] = field(default_factory=dict)

    def take(self, plan: Plan, hashes: Mapping[str, Mapping[str, str]]) -> None:
        """Write a whole plan; `hashes` are the SHA-256 of files by record and name.

        Raises:
            Fault: a file is written in a way that cannot be changed in place.
        """
        for changed in plan.changed:
            self._change(changed)
        for created in plan.created:
            self._create(created)
        of_lists: dict[tuple[str, str], list[Added]] = defaultdict(list)
        for added in plan.added:
            of_lists[added.path, added.filled.sheet.inside].append(added)
        for (path, key), several in of_lists.items():
            self._add(path, key, several)
        for path, files in hashes.items():
            self._attach(path, files)

    def fault_of(self, found: Diagnostic) -> SheetFault:
        """Tell what is found in a file at the cell, else the row, that it came from."""
        place, sheet = self._origin(found) or (str(found.location), None)
        help_ = in_heads(found.help, sheet) if sheet else found.help
        return SheetFault(place, found.message, help_)

    def _origin(self, found: Diagnostic) -> tuple[str, SheetKind] | None:
        path, *place = found.location
        scan = places_of_markdown if path.endswith(".md") else places_of
        values = scan(self._text(path)).values
        rows = self._from.get(path, [])
        routes = [route for route, where in values.items() if where == tuple(place)]
        for one in rows:
            for route, cell in one.cells.items():
                # A cell of entries says all that lies below its route.
                if any(found[: len(route)] == route for found in routes):
                    return cell, one.sheet
        for one in rows:
            for route, cell in one.cells.items():
                # What is found in a part of a record came from the cells of that part.
                if any(found and route[: len(found)] == found for found in routes):
                    return cell, one.sheet
        return (rows[0].row, rows[0].sheet) if len(rows) == 1 else None

    def _text(self, path: str) -> bytes:
        return self.texts.get(path, self.before.get(path, b""))

    def _length(self, path: str, key: str) -> int:
        """Return how many items a list of a file has by now."""
        data = read_yaml(path, self._text(path)).data
        return len(data.get(key) or ())

    def _note(self, path: str, base: Route, filled: Filled, shape: Shape, last: int = 0) -> None:
        """Remember which cell each value is from; `last` is the number of a list's last item."""
        cells = {}
        for column in filled.columns():
            if column.key in filled.places:
                first, *rest = shape.route(column)
                steps = rest if first == filled.sheet.inside else [first, *rest]
                cells[*base, *(last if step == -1 else step for step in steps)] = filled.place(
                    column.key
                )
        self._from.setdefault(path, []).append(_From(filled.row, cells, filled.sheet))

    def _change(self, changed: Changed) -> None:
        row, filled = changed.row, changed.filled
        path, base = changed.path, row.record.written.route
        inner = (filled.sheet.inside, row.nth or 0) if filled.sheet.inside else ()
        last = len(row.data.get("editions") or ()) - 1
        self._note(path, (*base, *inner), filled, row.shape, last)
        for cell in changed.cells:
            self.texts[path] = with_cell(path, self._text(path), (*base, *cell.route), cell.value)

    def _add(self, path: str, key: str, several: Sequence[Added]) -> None:
        for place, added in enumerate(several, self._length(path, key)):
            self._note(path, (key, place), added.filled, added.shape)
        items = [added.item for added in several]
        self.texts[path] = with_items_added(path, self._text(path), key, items)

    def _create(self, created: Created) -> None:
        path, data = created.path, created.data
        if path != UNITS_FILE:
            last = len(data.get("editions", ())) - 1
            self._note(path, (), created.filled, created.shape, last)
            self.texts[path] = _new_text(created)
        elif self._text(path):
            base = ("units", self._length(path, "units"))
            self._note(path, base, created.filled, created.shape)
            self.texts[path] = with_items_added(path, self._text(path), "units", [data])
        else:
            self._note(path, ("units", 0), created.filled, created.shape)
            self.texts[path] = block({"units": [data]}).encode()

    def _attach(self, path: str, files: Mapping[str, str]) -> None:
        """Add files, by name and SHA-256, to the record at a path."""
        items = [{"path": name, "sha256": sha256} for name, sha256 in sorted(files.items())]
        self.texts[path] = with_items_added(path, self._text(path), "files", items)


def _new_text(created: Created) -> bytes:
    head = block(created.data)
    is_record = created.path.endswith(".yaml")
    return (head if is_record else f"{_FENCE}{head}{_FENCE}{created.text}").encode()
