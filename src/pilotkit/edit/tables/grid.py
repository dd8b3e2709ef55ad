"""A table as it was read: cells by row and column, from the first of each."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from pilotkit.model.column_letters import letters_of
from pilotkit.model.fault import Fault
from pilotkit.model.sentence import Sentence

MAX_ROWS, MAX_COLUMNS = 20_000, 200

CellValue = str | float | bool | date | datetime | time | timedelta


class TableError(Fault):
    """A file that is no table, or none that is safe to read."""


@dataclass(frozen=True)
class Grid:
    """One sheet."""

    name: str
    rows: tuple[tuple[CellValue, ...], ...]
    hidden: bool = False

    def place(self, row: int, column: int) -> str:
        """Name a cell as Excel does: 清单!C5."""
        return f"{self.name}!{letters_of(column)}{row + 1}"


SAVE_ANEW = Sentence(
    "用 Excel 或 WPS 打开，另存为 .xlsx", "open it in Excel or WPS and save it as .xlsx"
)


def locked(name: str) -> TableError:
    """Refuse a file that asks for a password."""
    return TableError(
        Sentence(f"“{name}”加了密码，没有读", f"{name!r} is locked by a password; it was not read"),
        Sentence(
            "用 Excel 或 WPS 打开，去掉密码后另存为 .xlsx",
            "open it in Excel or WPS, take the password away and save it as .xlsx",
        ),
    )


def damaged(name: str) -> TableError:
    """Refuse a file that is not as its kind must be."""
    return TableError(
        Sentence(f"“{name}”已损坏，没有读", f"{name!r} is damaged; it was not read"), SAVE_ANEW
    )


def too_large(name: str) -> TableError:
    """Refuse a sheet that reaches further than any list."""
    return TableError(
        Sentence(
            f"“{name}”超过 {MAX_ROWS} 行或 {MAX_COLUMNS} 列，没有读",
            f"{name!r} has more than {MAX_ROWS} rows or {MAX_COLUMNS} columns; it was not read",
        ),
        Sentence(
            "删去远处的空格子，或拆成几个文件", "delete far cells, or split it into several files"
        ),
    )
