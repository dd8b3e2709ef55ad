"""One table as one sheet: title, facts, heads that stay in sight, rows."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from rich.cells import cell_len
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from pilotkit.report.document import Cell, Document, Row, Table, heads
from pilotkit.report.escape import one_line
from pilotkit.report.live import Counting, Dividing, Entering, Summing, Telling
from pilotkit.report.workbook.fields import number_format, put_text, put_value
from pilotkit.report.workbook.guiding import Guiding
from pilotkit.report.workbook.live import Lying, ask, counted, divided, summed, told
from pilotkit.report.workbook.looks import Looks
from pilotkit.report.workbook.words import Words

A4 = 9
_NARROW = 8
# How broad a column may be at most: as far as a page of this width holds all, but never less.
_BROAD, _LEAST_BROAD = 42, 24
_PAGE, _UPRIGHT = 170, 110
# So many rows below a ledger are ready to be filled in.
_ROOM = 300
_EDGE, _FOOT = 0.5, 0.7
_LINE, _HEAD, _TITLE, _TALLEST = 16, 22, 34, 25
_MANY = 6
# What a hand may still do in a sheet that is locked but for the cells to fill.
_ALLOWED = {"format_cells": True, "format_columns": True, "format_rows": True}


def lines_of(text: str, width: int) -> int:
    """Return how many lines a text takes in a column of this width, whose edges take some."""
    return max(1, -(-cell_len(one_line(text)) // max(1, width - 2)))


class Sheet:
    """A sheet while it is written, row after row."""

    def __init__(
        self, sheet: Worksheet, looks: Looks, document: Document, table: Table, head: str
    ) -> None:
        self.sheet, self.looks, self.document, self.table = sheet, looks, document, table
        self.head = head
        self.rows = _spread(table.rows) if table.ledger else table.rows
        self.widths = _widths(table)
        self.next = 0
        self.lying: Mapping[str, Lying] = {}

    @property
    def own(self) -> Lying:
        """Where its rows will lie, and those that somebody adds."""
        above = len(self.document.notices) + 1 + len(self.document.facts) + len(self._under)
        first = above + len(heads(self.table.columns))
        titles = tuple(column.title for column in self.table.columns)
        last = first + len(self.table.rows) - 1 + (_ROOM if self.table.ledger else 0)
        return Lying(str(self.sheet.name), first, last, titles)

    @property
    def _under(self) -> list[str]:
        """What stands between the title and the heads."""
        texts = dict.fromkeys((self.head, self.table.caption))
        return [text for text in texts if text and text != self.document.title]

    def write(self, words: Words) -> None:
        """Write it all; what columns offer goes to the words."""
        for index, width in enumerate(self.widths):
            form = self.table.columns[index].kind
            typed = self.looks.typed("day" if form == "day" else "text")
            self.sheet.set_column(index, index, width, typed if self.table.ledger else None)
        self._above()
        first = self.next
        self._heads()
        last = self.next - 1
        for row in self.rows:
            self._row(row)
        self._guide(words)
        self.sheet.freeze_panes(last + 1, 2 if len(self.widths) > _MANY else 0)
        self.sheet.repeat_rows(first, last)
        self._page()

    def _guide(self, words: Words) -> None:
        """Let a ledger be filtered and carried on below; totals are left alone."""
        first, last = self.own.first, self.next - 1
        if self.table.ledger:
            self.sheet.autofilter(first - 1, 0, max(first, last), len(self.widths) - 1)
            last += _ROOM
        else:
            last -= sum(row.total for row in self.rows)
        if first <= last:
            columns = self.table.columns
            Guiding(self.sheet, columns, first, last, self.document.lang).write(self.looks, words)

    def _page(self) -> None:
        self.sheet.set_paper(A4)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_margins(_EDGE, _EDGE, _FOOT, _FOOT)
        self.sheet.center_horizontally()
        if self.document.landscape or len(self.widths) > _MANY or sum(self.widths) > _UPRIGHT:
            self.sheet.set_landscape()
        zh = self.document.lang == "zh"
        self.sheet.set_footer("&C第 &P 页，共 &N 页" if zh else "&C&P / &N")

    def _above(self) -> None:
        """Write what stands above the table, across all its columns."""
        document = self.document
        for notice in document.notices:
            self._across(notice, self.looks.notice())
        self._across(document.title, self.looks.title(), _TITLE)
        for line in document.fact_lines:
            self._across(line, self.looks.line())
        for text in self._under:
            self._across(text, self.looks.line(strong=True))

    def _across(self, text: str, look: Format, least: int = _LINE) -> None:
        lines = lines_of(text, sum(self.widths))
        self.sheet.set_row(self.next, max(least, _LINE * lines))
        self._merge((self.next, 0), (self.next, len(self.widths) - 1), look)
        put_text(self.sheet, (self.next, 0), one_line(text), look)
        self.next += 1

    def _heads(self) -> None:
        """Write the heads; neighbours of a group have theirs above their own."""
        look = self.looks.head()
        for row in heads(self.table.columns):
            self.sheet.set_row(self.next, _HEAD)
            for index, cell in enumerate(row.cells):
                if cell:
                    place = self._place(index, cell, look)
                    put_text(self.sheet, place, cell.text, look)
            self.next += 1

    def _row(self, row: Row) -> None:
        lines = 1
        for index, cell in enumerate(row.cells):
            if cell:
                self._cell(index, cell, total=row.total)
                width = sum(self.widths[index : index + cell.across])
                needed = sum(lines_of(line, width) for line in cell.lines)
                lines = max(lines, -(-needed // cell.down))
        self.sheet.set_row(self.next, _LINE * min(lines, _TALLEST))
        self.next += 1

    def _cell(self, index: int, cell: Cell, *, total: bool) -> None:
        number = number_format(cell)
        centred = self.table.columns[index].kind != "text"
        look = self.looks.field(cell.tone, total=total, centred=centred, number=number)
        place = self._place(index, cell, look)
        if isinstance(cell.live, Entering):
            self.sheet.protect("", _ALLOWED)
            self.sheet.write_blank(*place, None, self.looks.entry(centred=centred))
            ask(self.sheet, place, cell.live, self.document.lang)
        elif number and (formula := self._formula(cell, index)):
            self.sheet.write_formula(*place, formula, look, _cached(cell))
        elif number:
            put_value(self.sheet, place, cell, look)
        else:
            put_text(self.sheet, place, cell.text, look)

    def _formula(self, cell: Cell, index: int) -> str | None:
        if isinstance(cell.live, Counting):
            return counted(cell.live, self.lying)
        if isinstance(cell.live, Dividing):
            return divided(cell.live, self.own, self.next)
        if isinstance(cell.live, Telling):
            return told(cell.live, self.own, self.next)
        if isinstance(cell.live, Summing):
            return summed(self.own.first, self.next, index)
        return None

    def _place(self, index: int, cell: Cell, look: Format) -> tuple[int, int]:
        """Return where a cell of this row is written, merged with the fields that it fills."""
        first = (self.next, index)
        self._merge(first, (self.next + cell.down - 1, index + cell.across - 1), look)
        return first

    def _merge(self, first: tuple[int, int], last: tuple[int, int], look: Format) -> None:
        if first != last:
            self.sheet.merge_range(*first, *last, "", look)


def _cached(cell: Cell) -> float:
    """Return what a formula says, for those who do not calculate."""
    return float(cell.value) if isinstance(cell.value, int | Decimal) else 0.0


def _spread(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Say in every row what is merged over several: merged rows cannot be sorted."""
    found: list[Row] = []
    above: tuple[Cell | None, ...] = ()
    for row in rows:
        above = tuple(
            replace(cell, down=1) if cell else (above[index] if index < len(above) else None)
            for index, cell in enumerate(row.cells)
        )
        found.append(replace(row, cells=above))
    return tuple(found)


def _widths(table: Table) -> list[int]:
    """Return how wide the columns are: as their longest lines ask, within a page."""
    wished = [_longest(table, index) + 2 for index in range(len(table.columns))]
    for broad in range(_BROAD, _LEAST_BROAD - 1, -1):
        widths = [min(max(wish, _NARROW), broad) for wish in wished]
        if sum(widths) <= _PAGE:
            break
    return widths


def _longest(table: Table, index: int) -> int:
    cells = (row.cells[index] for row in table.rows)
    texts = [line for cell in cells if cell and cell.across == 1 for line in cell.lines]
    return max(cell_len(text) for text in [table.columns[index].title, *texts])
