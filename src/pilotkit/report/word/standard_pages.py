"""The page of GB/T 1.1—2020: the number on top of each, the page below, both on the outer side."""

from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.text.paragraph import CT_P
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from pilotkit.report.escape import one_line
from pilotkit.report.word.fields import simple_field
from pilotkit.report.word.place import Place
from pilotkit.report.word.standard_styles import FOOTER, HEADER

_LEFT, _RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT


def set_standard_pages(word: Word) -> None:
    """Set paper, margins and page numbers, which all later sections take over."""
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(30), Mm(25)
    section.left_margin, section.right_margin = Mm(25), Mm(20)
    section.header_distance, section.footer_distance = Mm(20), Mm(15)
    word.settings.odd_and_even_pages_header_footer = True
    for footer, outer in ((section.footer, _RIGHT), (section.even_page_footer, _LEFT)):
        paragraph = footer.paragraphs[0]
        _style(paragraph, word, FOOTER, outer)
        element: CT_P = paragraph.paragraph_format.element
        for run in simple_field("PAGE", "1"):
            element.append(run)


def set_header(place: Place, text: str) -> None:
    """Write what stands on top of the pages of this section and of those behind it."""
    for header, outer in (
        (place.section.header, _RIGHT),
        (place.section.even_page_header, _LEFT),
    ):
        header.is_linked_to_previous = False
        paragraph = header.paragraphs[0]
        _style(paragraph, place.word, HEADER, outer)
        paragraph.add_run(one_line(text))


def _style(paragraph: Paragraph, word: Word, style: str, outer: WD_ALIGN_PARAGRAPH) -> None:
    paragraph.style = word.styles[style]
    paragraph.alignment = outer
