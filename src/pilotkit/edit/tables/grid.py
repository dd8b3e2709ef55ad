"""A table as it was read: cells by row and column, from the first of each."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from pilotkit.model.fault import Fault
from pilotkit.model.sentence import Sentence
from pilotkit.model.sheet_cell import NO, YES, CellError, plain_number

MAX_ROWS, MAX_COLUMNS = 20_000, 200
# Excel keeps 15 digits of a number.
_EXACT = 10**15
_ERRORS = frozenset({"#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!"})
_LETTERS = 26

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
        return f"{self.name}!{letters(column)}{row + 1}"


def letters(column: int) -> str:
    """Return the letters of a column: 0 is A, 26 is AA."""
    before, last = divmod(column, _LETTERS)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


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


def text_of(value: CellValue) -> str:
    """Say what stands in a cell as text, as the file of a record would.

    Raises:
        CellError: it is the error of a formula, or a number that has lost digits.
    """
    match value:
        case bool():
            return YES if value else NO
        case str():
            return _checked(value.replace("\r\n", "\n").replace("\r", "\n"))
        case int() | float():
            return _number(value)
        case datetime():
            midnight = value.time() == time()
            return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
        case date():
            return value.isoformat()
        case _:
            return str(value)


def _checked(text: str) -> str:
    if text in _ERRORS:
        raise CellError(Sentence(f"公式出错：{text}", f"a formula that failed: {text}"))
    return text


def _number(value: float) -> str:
    if not abs(value) < _EXACT:
        raise CellError(
            Sentence(
                "数字超过 15 位，表格已丢掉后面的位数，请把格子设为文本后重填",
                "more than 15 digits: the sheet has lost some; make the cell a text, type it again",
            )
        )
    return plain_number(f"{Decimal(repr(value)):f}")
