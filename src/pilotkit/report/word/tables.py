"""Tables in Word: a grid, heads repeated on each page, rows that stay whole, merged cells."""

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Row, CT_Tc
from docx.shared import Length, RGBColor
from docx.text.paragraph import Paragraph

from pilotkit.report.document import Column, Row, Table, Tone, heads
from pilotkit.report.escape import one_line
from pilotkit.report.word.place import Place
from pilotkit.report.word.styles import CELL, HEAD
from pilotkit.report.word.widths import widths_of

_COLORS: dict[Tone, RGBColor] = {
    "good": RGBColor(0x1B, 0x6E, 0x3C),
    "bad": RGBColor(0xB0, 0x00, 0x20),
    "open": RGBColor(0x9C, 0x4A, 0x00),
    "quiet": RGBColor(0x66, 0x66, 0x66),
}
_SHADE = "E8EEF4"


def add_table(place: Place, table: Table, width: Length, *, shaded: bool = True) -> None:
    """Add a table of this width; its columns keep their shares of it."""
    above = heads(table.columns)
    rows = [*above, *table.rows]
    grid = place.table(len(rows), len(table.columns), width)
    grid.tblPr.autofit, grid.tblPr.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    widths = widths_of(table.columns, table.rows, width)
    # Word reads the widths of cells, WPS and LibreOffice those of the grid.
    for line, share in zip(grid.tblGrid.gridCol_lst, widths, strict=True):
        line.w = share
    lines = grid.tr_lst
    for index, (line, row) in enumerate(zip(lines, rows, strict=True)):
        _keep(line, "w:cantSplit")
        if index < len(above):
            _keep(line, "w:tblHeader")
        head = index < len(above)
        _Filler(place, widths, table.columns, head).fill(line, row)
        if head and shaded:
            for field in line.tc_lst:
                _shade(field)
    _merge(lines, rows, widths)


class _Filler:
    """Writes the texts of a row; a field that another reaches into stays empty."""

    def __init__(
        self,
        place: Place,
        widths: list[Length],
        columns: tuple[Column, ...],
        head: bool,
    ) -> None:
        self.word, self.widths, self.columns, self.head = place.word, widths, columns, head
        self.style = place.style(HEAD if head else CELL)

    def fill(self, line: CT_Row, row: Row) -> None:
        for place, field in enumerate(line.tc_lst):
            field.width = self.widths[place]
            cell = row.cells[place]
            properties = field.get_or_add_tcPr()
            properties.vAlign_val = WD_CELL_VERTICAL_ALIGNMENT.CENTER
            texts = cell.lines if cell else [""]
            for index, text in enumerate(texts):
                mark = field.p_lst[0] if index == 0 else field.add_p()
                mark.style = self.style
                paragraph = Paragraph(mark, self.word)
                if self.columns[place].kind != "text" and not self.head:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
                if cell and text:
                    self._write(paragraph, text, cell.tone, total=row.total)

    @staticmethod
    def _write(paragraph: Paragraph, text: str, tone: Tone, *, total: bool) -> None:
        run = paragraph.add_run(one_line(text))
        if total:
            run.font.bold = True
        if tone in _COLORS:
            run.font.color.rgb = _COLORS[tone]


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
