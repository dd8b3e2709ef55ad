"""A row as somebody filled it in: the text of each cell, and its place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pilotkit.edit.lists.heads import Headed, SheetFault
from pilotkit.edit.tables.cell_text import text_of
from pilotkit.edit.tables.grid import CellValue
from pilotkit.model.sentence import Sentence
from pilotkit.model.sheet_cell import CellError
from pilotkit.model.sheet_column import SheetColumn, SheetKind


@dataclass(frozen=True)
class Filled:
    """A row; `texts` and `places` by the keys of its columns."""

    sheet: SheetKind
    row: str
    texts: Mapping[str, str]
    places: Mapping[str, str]

    def text(self, key: str) -> str:
        """Return what a cell says; nothing where there is no such column."""
        return self.texts.get(key, "").strip()

    def place(self, key: str) -> str:
        """Name a cell; the row where there is no such column."""
        return self.places.get(key, self.row)

    def columns(self) -> list[SheetColumn]:
        """Return the columns that the sheet has."""
        return [one for one in self.sheet.columns if one.key in self.texts]

    def saying(self, key: str, text: str) -> "Filled":
        """Return it with another text in a cell."""
        return replace(self, texts={**self.texts, key: text})

    def fault(self, key: str, sentence: Sentence, help_: Sentence | None = None) -> SheetFault:
        """Find fault with a cell."""
        return SheetFault(self.place(key), sentence, help_)


def filled(
    headed: Headed, number: int, row: Sequence[CellValue], given: Mapping[str, str]
) -> tuple[Filled, list[SheetFault]]:
    """Read a row; `given` is said of cells that are empty, or have no column."""
    texts, places, faults = {}, {}, []
    for index, column in headed.columns.items():
        place = headed.grid.place(number, index)
        places[column.key] = place
        try:
            texts[column.key] = text_of(row[index]) if index < len(row) else ""
        except CellError as error:
            faults.append(SheetFault(place, error.sentence))
    for key, text in given.items():
        if headed.sheet.column(key) and not texts.get(key):
            texts[key] = text
    return Filled(headed.sheet, f"{headed.grid.name}!{number + 1}", texts, places), faults
