"""Document → Word, block by block, into a file of our own or at a mark in an office's template."""

from collections.abc import Sequence

from docx.document import Document as Word
from docx.oxml.xmlchemy import BaseOxmlElement

from pilotkit.model.sentence import Lang
from pilotkit.report.columns import suited
from pilotkit.report.document import Block, Document
from pilotkit.report.escape import one_line
from pilotkit.report.orientation import kept_with_next, stretches
from pilotkit.report.word.blocks import write_block
from pilotkit.report.word.contents import entries_of, write_contents
from pilotkit.report.word.numbering import number_headings
from pilotkit.report.word.packing import empty_file, pack, set_properties
from pilotkit.report.word.pages import set_pages, text_width, turn
from pilotkit.report.word.place import Place
from pilotkit.report.word.styles import FACT, NOTICE, STAMP, set_styles


def write(document: Document, pages: Sequence[str] = ()) -> bytes:
    """Write a document; the blocks that need it stand on pages turned on their side.

    Its contents say the `pages` of all headings, where they are known.
    """
    word = empty_file()
    set_styles(word, landscape=document.landscape)
    number_headings(word, document.lang)
    set_properties(word, document)
    set_pages(word, landscape=document.landscape)
    place = Place(word)
    _head(place, document)
    if entries := entries_of(document.blocks, pages=pages):
        write_contents(place, entries, document.lang)
        place.end_section(turned=document.landscape)
    turned = _write(place, document.blocks, document.lang)
    for line in document.stamp:
        # Small print stands together, and on no page alone.
        place.paragraph(one_line(line), STAMP).paragraph_format.keep_with_next = (
            line is not document.stamp[-1]
        )
    turn(place.section, landscape=turned)
    return pack(word)


def write_blocks(word: Word, blocks: Sequence[Block], at: BaseOxmlElement, lang: Lang) -> None:
    """Write blocks before an element of a Word file, which lies in its body.

    Styles of ours that the file has not got are added; those that it has stay as they are. Where
    the page is upright, wide tables stand on pages of their own.
    """
    set_styles(word, keep=True)
    place = Place(word, at)
    usual = place.turned
    if _write(place, blocks, lang) != usual:
        place.end_section(turned=not usual)


def _write(place: Place, blocks: Sequence[Block], lang: Lang) -> bool:
    """Write blocks; say whether the last of them stand on a turned page, still to be ended."""
    now = usual = place.turned
    parts = suited(stretches(blocks, landscape=usual))
    kept = {id(one) for one in kept_with_next(parts)}
    for turned, stretch in parts:
        if turned != now:
            place.end_section(turned=now)
            now = turned
        for block in stretch:
            write_block(place, block, lang, text_width(place.section, landscape=turned))
            if id(block) in kept:
                place.keep_last()
    return now


def _head(place: Place, document: Document) -> None:
    for notice in document.notices:
        place.paragraph(one_line(notice), NOTICE)
    place.paragraph(one_line(document.title), "Title")
    if document.subtitle:
        place.paragraph(one_line(document.subtitle), "Subtitle")
    for line in document.fact_lines:
        place.paragraph(one_line(line), FACT)
