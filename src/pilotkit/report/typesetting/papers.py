"""A document on paper: as a PDF, and which page each of its headings stands on."""

from collections.abc import Callable
from functools import partial

from pilotkit.model.fault import Fault
from pilotkit.report.contents import is_listed
from pilotkit.report.document import Document
from pilotkit.report.format import Setting
from pilotkit.report.typesetting.compiler import ask_pages, typeset
from pilotkit.report.typesetting.fonts import Letters, letters
from pilotkit.report.typesetting.plain import Plain, plain_document

_SOURCE = "report"


def set_on_paper(document: Document, setting: Setting) -> bytes:
    """Render a document as a .pdf file; letters that no font has are told in the small print."""
    at_hand = letters(setting.fonts)
    return typeset(_SOURCE, _told(document, at_hand), document.day, at_hand)


def pages_of(document: Document, setting: Setting) -> list[str]:
    """Return the page of each heading.

    Nothing where no contents name one, or where typst or its fonts are not installed.
    """
    if not any(is_listed(document.blocks)):
        return []
    return _asked(_SOURCE, partial(_told, document), setting.fonts)


def pages_of_standards(data: Plain, fonts: tuple[str, ...]) -> list[str]:
    """Return the page that each line of the contents of standards names, as `pages_of` does."""
    return _asked("standards", lambda _: data, fonts)


def _asked(source: str, made: Callable[[Letters], Plain], fonts: tuple[str, ...]) -> list[str]:
    try:
        at_hand = letters(fonts)
    except Fault:
        return []
    return ask_pages(source, made(at_hand), at_hand)


def _told(document: Document, at_hand: Letters) -> Plain:
    data = plain_document(document)
    if unknown := sorted(at_hand.unknown(data)):
        listed = " ".join(f"U+{ord(one):04X}" for one in unknown)
        data["stamp"].append(
            f"没有字体能显示的字符写作其编码：{listed}；可用 --font-path 指明有这些字的字体。"
            if document.lang == "zh"
            else f"Characters that no font has are written by number: {listed}; see --font-path."
        )
    return data
