"""The page of GB/T 9704—2012: paper, margins, the grid of lines, page numbers."""

from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.section import Section
from docx.shared import Length, Mm
from docx.text.paragraph import Paragraph

from pilotkit.report.word.fields import simple_field
from pilotkit.report.word.styles import LINE

_SPACE = "\u3000"
# 15 lines share the 156 mm of a page on its side.
_TURNED_PITCH = Mm(156).twips // 15


def set_pages(word: Word, *, landscape: bool) -> None:
    """Set the first section, from which all later ones take grid and page numbers."""
    section = word.sections[0]
    properties = word.element.body.sectPr
    for old in properties.findall(qn("w:docGrid")):
        properties.remove(old)
    grid = OxmlElement("w:docGrid")
    grid.set(qn("w:type"), "lines")
    properties.append(grid)
    turn(section, landscape=landscape)
    word.settings.odd_and_even_pages_header_footer = True
    _page_number(section.footer.paragraphs[0], "", _SPACE, WD_ALIGN_PARAGRAPH.RIGHT)
    _page_number(section.even_page_footer.paragraphs[0], _SPACE, "", WD_ALIGN_PARAGRAPH.LEFT)


def turn(section: Section, *, landscape: bool) -> None:
    """Set paper and margins; a page on its side has the same 225 by 156 mm to write on."""
    sides = (Mm(28), Mm(37), Mm(26), Mm(35)) if landscape else (Mm(37), Mm(26), Mm(35), Mm(28))
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = sides
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.orientation = WD_ORIENT.PORTRAIT
    if landscape:
        section.page_width, section.page_height = Mm(297), Mm(210)
        section.orientation = WD_ORIENT.LANDSCAPE
    section.header_distance = Mm(15)
    # The dashes stand 7 mm below the text.
    section.footer_distance = Mm(16) if landscape else Mm(25)
    # Programs that keep to the grid put nothing below the last line of it.
    for grid in section._sectPr.findall(qn("w:docGrid")):  # noqa: SLF001 - there is no public way
        grid.set(qn("w:linePitch"), str(_TURNED_PITCH if landscape else LINE.twips))


def is_turned(section: Section) -> bool:
    """Say whether the pages of a section lie on their side."""
    return (section.page_width or 0) > (section.page_height or 0)


def text_width(section: Section, *, landscape: bool) -> Length:
    """Return how wide text may be: between the margins of the section, or on its turned pages."""
    if landscape != is_turned(section):
        return Mm(225) if landscape else Mm(156)
    margins = (section.left_margin or 0) + (section.right_margin or 0)
    return Length((section.page_width or Mm(210)) - margins)


def _page_number(paragraph: Paragraph, before: str, behind: str, align: WD_ALIGN_PARAGRAPH) -> None:
    """Write “— 1 —”, one character away from the outer margin."""
    paragraph.alignment = align
    paragraph.add_run(f"{before}— ")
    element: CT_P = paragraph.paragraph_format.element
    for run in simple_field("PAGE", "1"):
        element.append(run)
    paragraph.add_run(f" —{behind}")
