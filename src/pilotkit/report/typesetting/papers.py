"""A document on paper: as a PDF, and where its headings stand and how large its figures are."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from pilotkit.model.fault import Fault
from pilotkit.report.contents import is_listed
from pilotkit.report.document import Document, Figure
from pilotkit.report.format import Setting
from pilotkit.report.typesetting.compiler import ask, typeset
from pilotkit.report.typesetting.fonts import Letters, letters
from pilotkit.report.typesetting.plain import Plain, plain_document

_SOURCE = "report"


def set_on_paper(document: Document, setting: Setting) -> bytes:
    """Render a document as a .pdf file; letters that no font has are told in the small print."""
    at_hand = letters(setting.fonts)
    return typeset(_SOURCE, _told(document, at_hand), document.day, at_hand)


def laid_out(document: Document, setting: Setting) -> tuple[Document, list[str]]:
    """Return a document whose figures say how large they are shown, and the page of each heading.

    It is as it was, and no page is known, where there is nothing to ask, or typst or its fonts are
    not installed.
    """
    figures = [one for one in document.blocks if isinstance(one, Figure)]
    if not (figures or any(is_listed(document.blocks))):
        return document, []
    asked = _asked(_SOURCE, partial(_told, document), setting.fonts, ("heading", "drawing"))
    if not asked:
        return document, []
    pages, scales = asked
    sized = {id(one): replace(one, scale=scale) for one, scale in zip(figures, scales, strict=True)}
    blocks = tuple(sized.get(id(one), one) for one in document.blocks)
    return replace(document, blocks=blocks), [str(one) for one in pages]


def pages_of_standards(data: Plain, fonts: tuple[str, ...]) -> list[str]:
    """Return the page that each line of the contents of standards names, as `laid_out` does."""
    asked = _asked("standards", lambda _: data, fonts, ("heading",))
    return [str(one) for one in asked[0]] if asked else []


def _asked(
    source: str, made: Callable[[Letters], Plain], fonts: tuple[str, ...], what: Sequence[str]
) -> list[list[Any]]:
    try:
        at_hand = letters(fonts)
    except Fault:
        return []
    return ask(source, made(at_hand), at_hand, what)


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
