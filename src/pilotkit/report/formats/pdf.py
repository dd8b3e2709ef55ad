"""PDF, as GB/T 9704 has official documents. The library is loaded when a file is asked for."""

from pilotkit.model.sentence import Sentence
from pilotkit.report.document import Document
from pilotkit.report.format import SHIPPED, Format, Setting
from pilotkit.report.typesetting.papers import set_on_paper


def render(document: Document, setting: Setting = SHIPPED) -> bytes:
    """Render a document as a .pdf file."""
    return set_on_paper(document, setting)


FORMAT = Format(
    "pdf", ".pdf", Sentence("PDF", "PDF"), render, needs=("typst", "pylopdf-fonts-zh-cn")
)
