"""How far the cells of a sheet reach, found before a library makes room for all of them."""

from typing import NoReturn
from xml.parsers.expat import ExpatError, ParserCreate

from pilotkit.edit.tables.grid import (
    MAX_COLUMNS,
    MAX_ROWS,
    SAVE_ANEW,
    TableError,
    damaged,
    too_large,
)
from pilotkit.model.column_letters import column_of
from pilotkit.model.sentence import Sentence

_MOST_CELLS = 1_000_000
# Letters of a column that are looked at: one more than any sheet has.
_MOST_LETTERS = 4


def refuse_far_cells(name: str, xml: bytes) -> None:
    """Read the XML of a sheet (of Excel or of OpenDocument) as a stream.

    Raises:
        TableError: a cell lies beyond what we read, there are too many, or the XML declares
            entities or is none.
    """
    watch = _Watch(name)
    parser = ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = watch.start
    parser.StartDoctypeDeclHandler = watch.refuse_doctype
    try:
        parser.Parse(xml, True)
    except (ExpatError, LookupError):
        raise damaged(name) from None


class _Watch:
    """Where the reading stands."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.row = self.column = self.cells = 0
        self.repeated = 1

    def refuse_doctype(self, *_: object) -> NoReturn:
        raise TableError(
            Sentence(
                f"“{self.name}”里有实体声明，可能有害，没有读",
                f"{self.name!r} declares entities, which may do harm; it was not read",
            ),
            SAVE_ANEW,
        )

    def start(self, element: str, attributes: dict[str, str]) -> None:
        kind = element.rpartition(" ")[2]
        if kind == "row":
            self.row, self.column = int(attributes.get("r", self.row + 1)), 0
            self._check()
        elif kind == "c":
            self._cell_of_excel(attributes)
        elif kind == "table":
            self.row = self.column = 0
        elif kind == "table-row":
            repeated = _attribute(attributes, "number-rows-repeated")
            self.row += self.repeated
            self.column, self.repeated = 0, repeated
        elif kind in {"table-cell", "covered-table-cell"}:
            self._cell_of_open_document(attributes)

    def _cell_of_excel(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r", "")
        letters = reference.rstrip("0123456789")
        if reference:
            self.row = int(reference[len(letters) :] or 0)
            self.column = column_of(letters[:_MOST_LETTERS]) + 1
        else:
            self.column += 1
        self._check()

    def _cell_of_open_document(self, attributes: dict[str, str]) -> None:
        repeated = _attribute(attributes, "number-columns-repeated")
        self.column += repeated
        # Empty cells are repeated to the edge of the sheet in every file; only filled ones count.
        if any(key.endswith(" value-type") for key in attributes):
            self.cells += repeated * self.repeated
            if self.row + self.repeated - 1 > MAX_ROWS:
                raise too_large(self.name)
            self._check()

    def _check(self) -> None:
        self.cells += 1
        if self.row > MAX_ROWS or self.column > MAX_COLUMNS or self.cells > _MOST_CELLS:
            raise too_large(self.name)


def _attribute(attributes: dict[str, str], name: str) -> int:
    return next((int(value) for key, value in attributes.items() if key.endswith(f" {name}")), 1)
