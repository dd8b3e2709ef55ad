"""Excel files for tests: written as an office would, or an exported one with cells changed."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook
from xlsxwriter.utility import xl_rowcol_to_cell

Cell = str | float | time | date | timedelta | None
Rows = list[list[Cell]]


def write(place: Path, sheets: Mapping[str, Sequence[Sequence[Cell]]]) -> Path:
    """Write sheets by name; texts stay texts, days are days."""
    with xlsxwriter.Workbook(str(place), {"default_date_format": "yyyy-mm-dd"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if isinstance(cell, str):
                        sheet.write_string(at, column, cell)
                    elif isinstance(cell, date | datetime):
                        sheet.write_datetime(at, column, cell)
                    elif isinstance(cell, int | float):
                        sheet.write_number(at, column, cell)
    return place


def read(place: Path) -> dict[str, list[list[Cell]]]:
    """Read every sheet of a file, the hidden ones too."""
    book = CalamineWorkbook.from_path(place)
    return {
        name: [
            [None if cell == "" else cell for cell in row]
            for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        ]
        for name in book.sheet_names
    }


class Edited:
    """An exported list in somebody's hands."""

    def __init__(self, place: Path) -> None:
        self.place, self.sheets = place, read(place)
        self.head = 2

    def at(self, sheet: str, id_: str, head: str, nth: int = 0) -> tuple[int, int]:
        """Find a cell by the id of its row, of several rows of that id the nth, and its column."""
        rows = self.sheets[sheet]
        found = [index for index, row in enumerate(rows) if index > self.head and row[0] == id_]
        return found[nth], rows[self.head].index(head)

    def put(self, sheet: str, id_: str, head: str, cell: Cell, nth: int = 0) -> str:
        """Change a cell; return its name."""
        row, column = self.at(sheet, id_, head, nth)
        self.sheets[sheet][row][column] = cell
        return f"{sheet}!{xl_rowcol_to_cell(row, column)}"

    def add(self, sheet: str, **cells: Cell) -> int:
        """Add a row; return its number as Excel counts."""
        heads = self.sheets[sheet][self.head]
        self.sheets[sheet].append([cells.get(str(head)) for head in heads])
        return len(self.sheets[sheet])

    def save(self) -> Path:
        """Write it where it was."""
        return write(self.place, self.sheets)
