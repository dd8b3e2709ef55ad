"""What a column of an Excel list is, and what a list is; the lists themselves: `model.sheet`."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from pilotkit.model.entity import Entity
from pilotkit.model.location import Route

# `words`: ids and words of closed lists, one beside the other; `lines`: free texts, one a line;
# `entries`: records of a few fields, one a line; `tally`: numbers by name, one a line.
Form = Literal[
    "text",
    "day",
    "count",
    "number",
    "truth",
    "unit",
    "units",
    "subsystem",
    "words",
    "lines",
    "entries",
    "tally",
]
SEVERAL: tuple[Form, ...] = ("units", "words", "lines")
SCHEMA = "pilotkit/xlsx/1"
# The sheets that only we read.
KEY_SHEET, LISTS_SHEET = "_pilot", "_lists"
# What begins the rows of a sheet in the key; no id begins so.
OF_SHEET = "#sheet"
# What the cells of a list say beside a record: how it lies inside one, and which files it has.
POSITION, FILES = "#", "files"


@dataclass(frozen=True)
class SheetColumn:
    """A column: its head, what else an office calls it, and the field of a record that it is.

    `key` is the route of the field, with dots. `told` maps what a cell says to what a file says.
    A column that is `shown` only is there to be read: a change of it is refused. `fields` are those
    of each entry, in the order in which a line has them. `refers` are the kinds of records that the
    cell names.
    """

    head: str
    key: str
    form: Form = "text"
    aliases: tuple[str, ...] = ()
    width: int = 12
    told: tuple[tuple[str, str], ...] = ()
    shown: bool = False
    fields: tuple["SheetColumn", ...] = ()
    refers: tuple[str, ...] = ()

    @cached_property
    def route(self) -> Route:
        """Where the value stands in the record, or in the item of its list."""
        return tuple(self.key.split("."))

    @property
    def names(self) -> tuple[str, ...]:
        """All that a head may say to mean it."""
        return (self.head, *self.aliases, self.key)


@dataclass(frozen=True)
class SheetKind:
    """A list: its title, its columns, and what tells records apart where a row has no id.

    Of `same`, the first group of columns that a row fills counts. With `inside`, a row is an item
    of that list of a record, not a record; `begins` is what ids of new records begin with.
    """

    name: str
    title: str
    columns: tuple[SheetColumn, ...]
    same: tuple[tuple[str, ...], ...]
    begins: str = ""
    inside: str = ""
    only: str = ""

    @property
    def is_of_units(self) -> bool:
        """Tell whether a unit has one record of this, which is known by the unit."""
        return any(one.key == "id" and one.form == "unit" for one in self.columns)

    def column(self, key: str) -> SheetColumn | None:
        """Find a column by its key."""
        return next((one for one in self.columns if one.key == key), None)


@dataclass(frozen=True)
class Shape:
    """What the record of a row is: its class, and where some of its fields lie elsewhere."""

    model: type[Entity]
    elsewhere: tuple[tuple[str, Route], ...] = ()

    def route(self, column: SheetColumn) -> Route:
        """Return where a column's value stands in a record of this shape."""
        return dict(self.elsewhere).get(column.key, column.route)


ID = SheetColumn("编号", "id", aliases=("系统编号", "记录编号", "ID"), width=20)
_UNIT = ("责任单位", "所属单位", "单位名称", "部门", "实施单位", "起草单位", "实施主体", "牵头单位")
UNIT = SheetColumn("单位", "unit", "unit", _UNIT, 22)
NOTE = SheetColumn("备注", "note", aliases=("说明",), width=24)


def tally(head: str, key: str, name: str) -> SheetColumn:
    """Make a column of numbers by name: what is counted, and how many."""
    fields = (SheetColumn(name, "name"), SheetColumn("数量", "count", "count"))
    return SheetColumn(head, key, "tally", width=20, fields=fields)


def entries(head: str, key: str, *fields: SheetColumn) -> SheetColumn:
    """Make a column of entries."""
    return SheetColumn(head, key, "entries", width=40, fields=fields)
