"""Tables in Word: a grid, heads repeated on each page, rows that stay whole, merged cells."""

from copy import deepcopy
from typing import cast

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Row, CT_Tbl, CT_Tc
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length

from pilotkit.report.document import Column, Row, Table, Tone, heads
from pilotkit.report.escape import one_line
from pilotkit.report.widths import beside, is_kept_whole, widths_of
from pilotkit.report.word.place import Place
from pilotkit.report.word.styles import CELL, HEAD

_COLORS: dict[Tone, str] = {
    "good": "1B6E3C",
    "bad": "B00020",
    "open": "9C4A00",
    "quiet": "666666",
}
_SHADE = "E8EEF4"


def add_table(place: Place, table: Table, width: Length, *, shaded: bool = True) -> None:
    """Add a table of this width; its columns keep their shares of it."""
    above = heads(table.columns)
    rows = [*above, *table.rows]
    grid = place.table(len(rows), len(table.columns), width)
    grid.tblPr.autofit, grid.tblPr.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    _set_beside(grid, beside(len(table.columns)))
    widths = [Length(one) for one in widths_of(table, width)]
    # Word reads the widths of cells, WPS and LibreOffice those of the grid.
    for line, share in zip(grid.tblGrid.gridCol_lst, widths, strict=True):
        line.w = share
    lines = grid.tr_lst
    titles, fields = (_Filler(place, widths, table.columns, head=head) for head in (True, False))
    for index, (line, row) in enumerate(zip(lines, rows, strict=True)):
        _keep(line, "w:cantSplit")
        head = index < len(above)
        if head:
            _keep(line, "w:tblHeader")
        (titles if head else fields).fill(line, row)
        if head and shaded:
            for field in line.tc_lst:
                _shade(field)
    _merge(lines, rows, widths)
    if is_kept_whole(table, widths):
        _keep_together(lines)


def _set_beside(grid: CT_Tbl, points: float) -> None:
    """Say what lies on either side of the text of a cell."""
    room = OxmlElement("w:tblCellMar")
    for name in ("left", "right"):
        side = OxmlElement(f"w:{name}")
        side.set(qn("w:w"), f"{points * 20:.0f}")
        side.set(qn("w:type"), "dxa")
        room.append(side)
    grid.tblPr.insert_element_before(room, "w:tblLook")


class _Filler:
    """Writes the texts of rows; a field that another reaches into stays empty.

    Its paragraphs are copies of one a column: python-docx would look up the place of everything
    that is put into each.
    """

    def __init__(
        self, place: Place, widths: list[Length], columns: tuple[Column, ...], *, head: bool
    ) -> None:
        self.widths = widths
        style = place.style(HEAD if head else CELL)
        self.empty = [
            _paragraph(style, centred=column.kind != "text" and not head) for column in columns
        ]

    def fill(self, line: CT_Row, row: Row) -> None:
        for place, field in enumerate(line.tc_lst):
            field.width = self.widths[place]
            field.get_or_add_tcPr().vAlign_val = WD_CELL_VERTICAL_ALIGNMENT.CENTER
            field.remove(field.p_lst[0])
            cell = row.cells[place]
            for text in cell.lines if cell else [""]:
                paragraph = deepcopy(self.empty[place])
                field.append(paragraph)
                if cell and text:
                    paragraph.append(_run(text, cell.tone, total=row.total))


def _paragraph(style: str, *, centred: bool) -> CT_P:
    made = cast("CT_P", OxmlElement("w:p"))
    made.style = style
    if centred:
        made.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return made


def _run(text: str, tone: Tone, *, total: bool) -> BaseOxmlElement:
    run, said = OxmlElement("w:r"), OxmlElement("w:t")
    if total or tone in _COLORS:
        looks = OxmlElement("w:rPr")
        if total:
            looks.append(OxmlElement("w:b"))
        if tone in _COLORS:
            color = OxmlElement("w:color")
            color.set(qn("w:val"), _COLORS[tone])
            looks.append(color)
        run.append(looks)
    said.text = one_line(text)
    run.append(said)
    return run


def _keep_together(lines: list[CT_Row]) -> None:
    """Keep each row on the page of the next."""
    for line in lines[:-1]:
        for paragraph in line.iter(qn("w:p")):
            cast("CT_P", paragraph).get_or_add_pPr().get_or_add_keepNext()


def _keep(line: CT_Row, name: str) -> None:
    line.get_or_add_trPr().append(OxmlElement(name))


def _shade(field: CT_Tc) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", _SHADE)):
        shade.set(qn(f"w:{name}"), value)
    field.get_or_add_tcPr().insert_element_before(shade, "w:vAlign")


def _merge(lines: list[CT_Row], rows: list[Row], widths: list[Length]) -> None:
    """Merge from the grid itself: python-docx would look up every cell again for each."""
    fields = [list(line.tc_lst) for line in lines]
    for y, row in enumerate(rows):
        for x, cell in enumerate(row.cells):
            if cell and (cell.down > 1 or cell.across > 1):
                for dy in range(cell.down):
                    first, *others = fields[y + dy][x : x + cell.across]
                    first.grid_span = cell.across
                    first.width = Length(sum(widths[x : x + cell.across]))
                    if cell.down > 1:
                        first.vMerge = "continue" if dy else "restart"
                    for other in others:
                        lines[y + dy].remove(other)
