"""Rules above and below paragraphs."""

from typing import Literal

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P

_BEHIND = ("w:shd", "w:tabs", "w:snapToGrid", "w:spacing", "w:ind", "w:jc")


def rule(paragraph: CT_P, side: Literal["top", "bottom"]) -> None:
    """Draw a line of 1 pt along a side of a paragraph."""
    borders, border = OxmlElement("w:pBdr"), OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", "8"), ("space", "4"), ("color", "auto")):
        border.set(qn(f"w:{name}"), value)
    borders.append(border)
    paragraph.get_or_add_pPr().insert_element_before(borders, *_BEHIND)
