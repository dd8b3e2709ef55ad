"""What an import is going to do: cells changed, items and records added, and what is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

from pilotkit.edit.lists.filled import Filled
from pilotkit.edit.lists.heads import SheetFault
from pilotkit.load.sheet_rows import SheetRow
from pilotkit.model.location import Route
from pilotkit.model.sheet_cell import Written
from pilotkit.model.sheet_column import Shape, SheetColumn


class CellChange(NamedTuple):
    """A value that becomes another: where it stands, what it said, what it will say."""

    place: str
    column: SheetColumn
    route: Route
    before: str
    after: str
    value: Written


@dataclass(frozen=True)
class Changed:
    """A record with the cells that somebody changed, and the names of files to add."""

    row: SheetRow
    filled: Filled
    cells: tuple[CellChange, ...]
    files: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The file that the record stands in."""
        return self.row.path


@dataclass(frozen=True)
class Added:
    """An item for a list of a record that is there, or is created with it."""

    path: str
    id: str
    shape: Shape
    filled: Filled
    item: Mapping[str, Any]


@dataclass(frozen=True)
class Created:
    """A record that is not there yet; `files` are the names of its attachments.

    A standard has a `text` to begin with, below the front matter.
    """

    path: str
    id: str
    data: Mapping[str, Any]
    shape: Shape
    filled: Filled
    files: tuple[str, ...] = ()
    text: str = ""


@dataclass
class Plan:
    """All of it; `absent` counts the rows of the workspace that the sheets do not have.

    `taken` are the ids of the records that are created, `named` the files that any row names,
    `remarks` the rows that are no records, by place.
    """

    changed: list[Changed] = field(default_factory=list)
    added: list[Added] = field(default_factory=list)
    created: list[Created] = field(default_factory=list)
    faults: list[SheetFault] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    remarks: list[tuple[str, str]] = field(default_factory=list)
    unchanged: int = 0
    absent: int = 0

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is to be written."""
        return not (self.changed or self.added or self.created)


def put(data: Any, route: Sequence[str | int], value: Any) -> None:
    """Put a value into data, with what must lie around it."""
    for step, below in pairwise(route):
        inner: Any = [{}] if isinstance(below, int) else {}
        data = data[step] if isinstance(step, int) else data.setdefault(step, inner)
    data[route[-1]] = value
