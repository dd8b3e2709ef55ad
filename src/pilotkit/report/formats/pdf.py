"""PDF, as GB/T 9704 has official documents. The library is loaded when a file is asked for."""

from pilotkit.report.document import Document
from pilotkit.report.format import SHIPPED, Format, Setting
from pilotkit.report.typesetting.compiler import typeset
from pilotkit.report.typesetting.fonts import letters
from pilotkit.report.typesetting.plain import plain_document


def render(document: Document, setting: Setting = SHIPPED) -> bytes:
    """Render a document as a .pdf file; letters that no font has are told in the small print."""
    at_hand = letters(setting.fonts)
    data = plain_document(document)
    if unknown := sorted(at_hand.unknown(data)):
        listed = " ".join(f"U+{ord(one):04X}" for one in unknown)
        data["stamp"].append(
            f"没有字体能显示的字符写作其编码：{listed}；可用 --font-path 指明有这些字的字体。"
            if document.lang == "zh"
            else f"Characters that no font has are written by number: {listed}; see --font-path."
        )
    return typeset("report", data, document.day, at_hand)


FORMAT = Format("pdf", ".pdf", render)
