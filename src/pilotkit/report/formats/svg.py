"""The first drawing of a report by itself, as other programs place it."""

from pilotkit.model.sentence import Sentence
from pilotkit.report.document import Document, Figure
from pilotkit.report.format import SHIPPED, Format, Setting


def render(document: Document, _: Setting = SHIPPED) -> bytes:
    """Return the drawing; a report that has this format has one."""
    return next(one.svg for one in document.blocks if isinstance(one, Figure)).encode()


FORMAT = Format("svg", ".svg", Sentence("图", "Drawing"), render)
