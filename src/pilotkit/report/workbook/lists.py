"""The lists that come back: a sheet a list, the words to choose from, and the key of the way back.

Texts stand as they are, not made visible: what comes back must be what went out. A file that we
read holds no character that a sheet cannot.
"""

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from pilotkit.load.sheet_rows import SheetRow, cell_of, rows_of
from pilotkit.model.repository import Repository
from pilotkit.model.sheet_cell import BAR, fingerprint, order_of
from pilotkit.model.sheet_column import (
    KEY_SHEET,
    OF_SHEET,
    POSITION,
    SCHEMA,
    SheetColumn,
    SheetKind,
)
from pilotkit.model.sheet_figure import EXACT
from pilotkit.report.made_on import made_on
from pilotkit.report.workbook.choosing import Choices
from pilotkit.report.workbook.looks import Looks
from pilotkit.report.workbook.sheet import A4, lines_of
from pilotkit.report.workbook.words import Words

_HEAD_ROW = 2
# So many rows below the last are ready to be filled in.
_ROOM = 500
_FIRST_YEAR = 1900
_BROAD = 2
_TITLE, _LINE, _ROW, _TALLEST = 30, 32, 16, 24
A3 = 8
# So many characters are read with ease on the width of a page.
_PAGE = 210
_HOW = (
    "可以改、可以在下面加行（{0}留空即新增）；删行不会删除记录。"
    "灰色的列只供查看。改好后：pilot import xlsx 本文件"
)
# Excel shows no longer hint beside a cell.
_LONGEST_HINT = 255
_SEE = "……（见列名的批注）"
# So many characters stand in a line of a remark, so many lines in one of common height.
_WIDE, _HIGH = 18, 4
_REMARK = {"author": "pilotkit", "x_scale": 2, "font_size": 10}


def write_lists(
    sheets: Sequence[SheetKind], repository: Repository, version: str, units: frozenset[str]
) -> tuple[bytes, tuple[tuple[str, int], ...], tuple[str, ...]]:
    """Write lists of a workspace; return the file, the rows of each sheet, the cells cut short."""
    buffer = BytesIO()
    with Workbook(buffer, {"in_memory": True}) as book:
        name = repository.pilot.name if repository.pilot else ""
        book.set_properties({"title": name[:255], "author": "pilotkit", "created": made_on(None)})
        looks = Looks(book)
        made = [book.add_worksheet(sheet.title) for sheet in sheets]
        choices = Choices(Words(book), repository)
        key = _Key(book.add_worksheet(KEY_SHEET), version)
        common = _Common(looks, repository, choices, key)
        every = [_List(page, sheet, common) for page, sheet in zip(made, sheets, strict=True)]
        for one in every:
            one.write([row for row in rows_of(one.kind, repository) if _is_of(row, one, units)])
    counted = tuple((one.kind.title, one.count) for one in every)
    return buffer.getvalue(), counted, tuple(cut for one in every for cut in one.cut)


def _is_of(row: SheetRow, one: "_List", units: frozenset[str]) -> bool:
    if not units:
        return True
    owner = row.id if one.kind.name == "units" else one.repository.owner_of(row.record)
    return owner in units


class _Key:
    """The hidden sheet: which record each row is, and what each cell said."""

    def __init__(self, sheet: Worksheet, version: str) -> None:
        self._sheet, self._next = sheet, 0
        sheet.very_hidden()
        self.add(SCHEMA, version)

    def add(self, *texts: str) -> None:
        for column, text in enumerate(texts):
            self._sheet.write_string(self._next, column, text)
        self._next += 1


class _Common(NamedTuple):
    """What the lists of a workbook share."""

    looks: Looks
    repository: Repository
    choices: Choices
    key: _Key


class _List:
    """One list while it is written."""

    def __init__(self, sheet: Worksheet, kind: SheetKind, common: _Common) -> None:
        self.sheet, self.kind = sheet, kind
        self.looks, self.repository, self.choices, self.key = common
        self.count = 0
        self.cut: list[str] = []

    def write(self, rows: Sequence[SheetRow]) -> None:
        """Write title, heads and rows, then what guides a hand."""
        self.count = len(rows)
        self._heads()
        self.key.add(OF_SHEET, self.kind.title, *(one.key for one in self.kind.columns))
        for index, row in enumerate(rows):
            self._row(_HEAD_ROW + 1 + index, row)
        last = _HEAD_ROW + len(rows)
        self.sheet.autofilter(_HEAD_ROW, 0, max(last, _HEAD_ROW + 1), len(self.kind.columns) - 1)
        for index, column in enumerate(self.kind.columns):
            self._guide(index, column, last + _ROOM)
        self._pages()

    def _heads(self) -> None:
        columns = self.kind.columns
        sheet, last = self.sheet, len(columns) - 1
        name = self.repository.pilot.name if self.repository.pilot else ""
        # What does not stay in sight when the columns move would lose its middle.
        sheet.set_row(0, _TITLE)
        sheet.merge_range(0, 0, 0, last, "", self.looks.title(left=True))
        sheet.write_string(0, 0, f"{name}　{self.kind.title}", self.looks.title(left=True))
        sheet.merge_range(1, 0, 1, last, "", self.looks.line(small=True))
        how = _HOW.format("序号" if self.kind.inside else "编号")
        sheet.write_string(1, 0, how, self.looks.line(small=True))
        sheet.set_row(_HEAD_ROW, _LINE)
        for index, column in enumerate(columns):
            sheet.set_column(index, index, column.width, self.looks.typed(column.form))
            sheet.write_string(_HEAD_ROW, index, column.head, self.looks.head())

    def _row(self, at: int, row: SheetRow) -> None:
        prints, lines = [], 1
        for index, column in enumerate(self.kind.columns):
            told = cell_of(row, column, self.kind, self.repository)
            prints.append(fingerprint(told.text))
            if not told.whole:
                self.cut.append(f"{self.kind.title}!{xl_col_to_name(index)}{at + 1}")
            self._cell((at, index), column, told.text)
            within = (lines_of(line, column.width) for line in told.text.split("\n"))
            lines = max(lines, sum(within))
        self.sheet.set_row(at, _ROW * min(lines, _TALLEST))
        self.key.add(row.id, row.position, *prints)

    def _cell(self, place: tuple[int, int], column: SheetColumn, text: str) -> None:
        look = self.looks.open_field(column.form, quiet=column.shown or column.key == POSITION)
        if not text:
            self.sheet.write_blank(*place, None, look)
        elif column.form == "day" and (day := _day(text)):
            self.sheet.write_datetime(*place, datetime.combine(day, time()), look)
        elif column.form in {"count", "number"} and _is_exact(text):
            self.sheet.write_number(*place, float(text), look)
        elif text.startswith("<r>") and text.endswith("</r>"):
            # XlsxWriter takes a plain text of this form for markup of its own.
            self.sheet.write_rich_string(*place, text[:1], look, text[1:], look)
        else:
            self.sheet.write_string(*place, text, look)

    def _guide(self, index: int, column: SheetColumn, last: int) -> None:
        """Offer the words of a closed list; days and numbers are asked for as such."""
        first = _HEAD_ROW + 1
        if source := self.choices.source(column, self.kind):
            rule: dict[str, object] = {
                "validate": "list",
                "source": source,
                "error_type": "warning",
                "error_title": column.head,
                "error_message": "不在可选的词里，导入时会核对",
            }
            self.sheet.data_validation(first, index, last, index, rule)
        elif column.form in {"count", "number"} and not column.shown:
            rule = {
                "validate": "decimal" if column.form == "number" else "integer",
                "criteria": ">=",
                "value": 0,
                "error_title": column.head,
                "error_message": "请填不小于 0 的数",
            }
            self.sheet.data_validation(first, index, last, index, rule)
        elif column.fields:
            how = f"一行一条，各项依次为：\n{order_of(column)}\n没有的留空，如：甲{BAR}{BAR}丙"
            self._explain(index, how, last)
        elif column.refers and not column.shown:
            self._explain(index, "写编号，或标准编号、唯一的名称；几项用“、”隔开", last)
        elif words := self.choices.beside(column, self.kind):
            self._explain(index, f"可写：{'、'.join(words)}；几项用“、”隔开", last)
        if self.choices.is_required(column, self.kind):
            letter = xl_col_to_name(index)
            near = xl_col_to_name(1 if index == 0 else 0)
            empty = f'=AND({letter}{first + 1}="",{near}{first + 1}<>"")'
            self.sheet.conditional_format(
                first,
                index,
                last,
                index,
                {"type": "formula", "criteria": empty, "format": self.looks.lacking()},
            )

    def _explain(self, index: int, how: str, last: int) -> None:
        """Say how cells are written: over the head, and wherever somebody fills them in."""
        tall = max(1.0, -(-len(how) // _WIDE) / _HIGH)
        self.sheet.write_comment(_HEAD_ROW, index, how, {**_REMARK, "y_scale": tall})
        shown = how if len(how) <= _LONGEST_HINT else f"{how[: _LONGEST_HINT - len(_SEE)]}{_SEE}"
        rule: dict[str, object] = {"validate": "any", "input_message": shown}
        self.sheet.data_validation(_HEAD_ROW + 1, index, last, index, rule)

    def _pages(self) -> None:
        self.sheet.freeze_panes(_HEAD_ROW + 1, _BROAD)
        self.sheet.repeat_rows(_HEAD_ROW)
        across = -(-sum(column.width for column in self.kind.columns) // _PAGE)
        if across > 1:
            self.sheet.repeat_columns(0, _BROAD)
        self.sheet.set_paper(A3 if across > 1 else A4)
        self.sheet.set_landscape()
        self.sheet.fit_to_pages(across, 0)
        self.sheet.set_footer("&C第 &P 页，共 &N 页")


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year >= _FIRST_YEAR else None


def _is_exact(text: str) -> bool:
    """Tell whether a sheet, which keeps 15 digits, keeps a number as it is."""
    try:
        number = Decimal(text)
    except ArithmeticError:
        return False
    return abs(number) < EXACT and Decimal(repr(float(text))) == number
