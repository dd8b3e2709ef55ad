"""The text of a standard: elements, chapters and clauses, and what stands in them."""

from collections.abc import Mapping, Sequence

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.shared import Mm

from pilotkit.report.copies.copy import Copy, is_listed
from pilotkit.report.copies.pictures import Printed
from pilotkit.report.copies.wording import (
    annex_lines,
    apart,
    entry_of,
    formula_of,
    has_dash,
    is_annex,
    lead_of,
    not_shown,
    spaced,
    table_of,
)
from pilotkit.report.escape import one_line
from pilotkit.report.raster import Picture
from pilotkit.report.word.pictures import put_picture
from pilotkit.report.word.place import Place
from pilotkit.report.word.rules import rule
from pilotkit.report.word.standard_styles import (
    ANNEX_NAME,
    CLAUSE,
    ELEMENT,
    END,
    FIGURE_NAME,
    FORMULA,
    ITEMS,
    NOT_SHOWN,
    REMARK,
    TABLE_NAME,
    TERM,
    TEXT,
    TEXT_TITLE,
    WIDTH,
)
from pilotkit.report.word.styles import HEITI, NOTE
from pilotkit.report.word.tables import add_table
from pilotkit.text.blocks import Block, Kind
from pilotkit.text.structure import Element, Section

_LEVELS = 4
_SPACE = "\u3000"
_HIGHEST = Mm(200)
_THIRD = str(WIDTH.twips * 3 // 8)


def write_sections(
    place: Place, sections: Sequence[Section], pictures: Mapping[str, Printed]
) -> None:
    """Write sections in their order, with the pictures that they name."""
    for section in sections:
        lead, below = lead_of(section)
        if lead is None:
            _heading(place, section)
        else:
            _numbered_clause(place, section.number, lead)
        write_blocks_of(place, below, pictures)


def write_title(place: Place, copy: Copy) -> None:
    """Write the name of the standard above its first chapter."""
    place.paragraph(one_line(copy.standard.title), TEXT_TITLE)


def write_end(place: Place) -> None:
    """Write the line that says that nothing follows, as long as a quarter of a full one.

    It never stands on a page alone.
    """
    place.keep_last()
    line = place.empty(END)
    rule(line, "top")
    indent = line.get_or_add_pPr().get_or_add_ind()
    for side in ("left", "right"):
        indent.set(qn(f"w:{side}"), _THIRD)


def _heading(place: Place, section: Section) -> None:
    if head := apart(section):
        place.heading(head, ELEMENT)
    elif is_annex(section):
        _annex(place, section)
    elif section.element is Element.TERMS and not section.is_chapter:
        _numbered_clause(place, section.number, "")
        place.paragraph(one_line(section.title), TERM)
    else:
        write = place.heading if is_listed(section) else place.paragraph
        write(entry_of(section)[1], f"Heading {min(section.depth, _LEVELS)}")


def _annex(place: Place, section: Section) -> None:
    """Write 附录A, what it is, and its title, each in a line of one paragraph."""
    written = place.heading("", ANNEX_NAME)
    run = written.r_lst[0]
    for index, line in enumerate(annex_lines(section)):
        if index:
            run.append(OxmlElement("w:br"))
        text = OxmlElement("w:t")
        text.text = line
        run.append(text)


def _numbered_clause(place: Place, number: str, text: str) -> None:
    """Write a clause without a title: its number in 黑体, its text behind it."""
    written = place.empty(CLAUSE)
    _bold(written, number)
    if text:
        written.add_r().text = f"{_SPACE}{one_line(text)}"
    else:
        place.keep_last()


def _bold(paragraph: CT_P, text: str) -> None:
    run = paragraph.add_r()
    run.text = one_line(text)
    fonts = OxmlElement("w:rFonts")
    for kind in ("ascii", "hAnsi", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), HEITI)
    run.get_or_add_rPr().insert(0, fonts)


def write_blocks_of(place: Place, blocks: Sequence[Block], pictures: Mapping[str, Printed]) -> None:
    """Write what stands in a clause."""
    for block in blocks:
        match block.kind:
            case Kind.TABLE:
                _table(place, block)
            case Kind.ITEM:
                _item(place, block)
            case Kind.NOTE:
                _note(place, block)
            case Kind.FIGURE:
                _figure(place, block, pictures)
            case Kind.FORMULA:
                _formula(place, block)
            case _:
                place.paragraph(one_line(block.text), TEXT)


def _item(place: Place, block: Block) -> None:
    marker = "——" if has_dash(block) else f"{block.label}\t"
    style = ITEMS[min(block.depth, len(ITEMS) - 1)]
    written = place.empty(style)
    written.add_r().text = f"{marker}{one_line(block.text)}"


def _note(place: Place, block: Block) -> None:
    written = place.empty(REMARK)
    _bold(written, f"{block.label}：")
    written.add_r().text = one_line(block.text)


def _figure(place: Place, block: Block, pictures: Mapping[str, Printed]) -> None:
    caption = spaced(block.label, block.text)
    if block.image:
        match pictures[block.image.path]:
            case Picture() as drawn:
                put_picture(place, drawn, caption, (WIDTH, _HIGHEST))
            case reason:
                place.paragraph(not_shown(block.image, reason), NOT_SHOWN)
    if caption:
        place.paragraph(caption, FIGURE_NAME)


def _formula(place: Place, block: Block) -> None:
    written = place.empty(FORMULA)
    written.add_r().text = "\t".join(formula_of(block))


def _table(place: Place, block: Block) -> None:
    if block.label or block.text:
        place.paragraph(spaced(block.label, block.text), TABLE_NAME)
    if block.rows:
        add_table(place, table_of(block.rows), WIDTH, shaded=False)
        place.paragraph("", NOTE)
