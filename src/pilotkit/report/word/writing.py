"""Document → Word, block by block."""

from io import BytesIO
from itertools import groupby

import docx
from docx.document import Document as Word
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt

from pilotkit.report.document import (
    Block,
    Bullets,
    Document,
    Figure,
    Heading,
    Note,
    Paragraph,
    Table,
)
from pilotkit.report.escape import one_line
from pilotkit.report.word.packing import pack, set_properties
from pilotkit.report.word.pages import set_pages, text_width, turn
from pilotkit.report.word.pictures import picture
from pilotkit.report.word.styles import BODY, FACT, NOTE, NOTICE, PICTURE, STAMP, set_styles
from pilotkit.report.word.tables import add_table

_LEVELS = 4
_COLUMNS, _PARTS = 7, 105
_NOT_OURS = ("/stylesWithEffects", "/thumbnail")


def write(document: Document) -> bytes:
    """Write a document; the blocks that need it stand on pages turned on their side."""
    word = docx.Document()
    _clean(word)
    set_styles(word)
    set_properties(word, document)
    runs = [
        (turned, [block for _, block in run])
        for turned, run in groupby(_turned(document), key=lambda pair: pair[0])
    ]
    set_pages(word, landscape=document.landscape)
    _head(word, document)
    turned_now = document.landscape
    for turned, blocks in runs:
        if turned != turned_now:
            turn(word.add_section(WD_SECTION.NEW_PAGE), landscape=turned)
            turned_now = turned
        for block in blocks:
            _block(word, document, block, turned=turned)
    for line in document.stamp:
        word.add_paragraph(one_line(line), STAMP)
    return pack(word)


def _clean(word: Word) -> None:
    """Drop what the empty file brings that is not ours, or that Word would offer to repair."""
    for relations in (word.part.rels, word.part.package.rels):
        for id_ in [id_ for id_, one in relations.items() if one.reltype.endswith(_NOT_OURS)]:
            del relations[id_]
    for zoom in word.settings.element.iter(qn("w:zoom")):
        zoom.set(qn("w:percent"), "100")
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")


def _turned(document: Document) -> list[tuple[bool, Block]]:
    """Pair each block with whether its page is turned.

    Heads go with what follows them, remarks with the table that they stand under.
    """
    pairs: list[tuple[bool, Block]] = []
    following = document.landscape
    for block in reversed(document.blocks):
        wide = isinstance(block, Table) and _wide(block)
        if not isinstance(block, Heading):
            following = document.landscape or wide
        pairs.append((following, block))
    pairs.reverse()
    for index, (_, block) in enumerate(pairs):
        if index and isinstance(block, Note):
            pairs[index] = (pairs[index - 1][0], block)
    return pairs


def _wide(table: Table) -> bool:
    parts = sum(column.width for column in table.columns)
    return len(table.columns) > _COLUMNS or parts > _PARTS


def _head(word: Word, document: Document) -> None:
    for notice in document.notices:
        word.add_paragraph(one_line(notice), NOTICE)
    word.add_paragraph(one_line(document.title), "Title")
    if document.subtitle:
        word.add_paragraph(one_line(document.subtitle), "Subtitle")
    colon = "：" if document.lang == "zh" else ": "
    for fact in document.facts:
        word.add_paragraph(one_line(f"{fact.label}{colon}{fact.text}"), FACT)


def _block(word: Word, document: Document, block: Block, *, turned: bool) -> None:
    match block:
        case Heading():
            text = one_line(block.number + block.text)
            word.add_paragraph(text, f"Heading {min(block.level, _LEVELS)}")
        case Paragraph():
            word.add_paragraph(one_line(block.text), BODY)
        case Note():
            word.add_paragraph(one_line(block.text), NOTE)
        case Bullets():
            for item in block.items:
                word.add_paragraph(one_line(item), "List Bullet")
        case Table():
            _table(word, block, text_width(landscape=turned))
        case Figure():
            _figure(word, document, block, turned=turned)


def _table(word: Word, table: Table, width: Length) -> None:
    if table.caption:
        word.add_paragraph(one_line(table.caption), "Caption")
    add_table(word, table, width)
    # Two tables without a paragraph between them would be one to Word.
    word.add_paragraph("", NOTE)


def _figure(word: Word, document: Document, figure: Figure, *, turned: bool) -> None:
    caption = one_line(figure.caption)
    drawn = picture(figure.svg)
    if drawn is None:
        see = "（图见网页版）" if document.lang == "zh" else " (drawn on the page)"
        word.add_paragraph(f"{caption}{see}", "Caption").paragraph_format.keep_with_next = False
        return
    most_wide, most_high = text_width(landscape=turned), Mm(120 if turned else 195)
    wide, high = Pt(drawn.width * 3 // 4), Pt(drawn.height * 3 // 4)
    width = min(wide, most_wide, most_high * wide // high)
    run = word.add_paragraph("", PICTURE).add_run()
    run.add_picture(BytesIO(drawn.content), width=Length(width))
    # What is read aloud to those who do not see it.
    next(run.element.iter(qn("wp:docPr"))).set("descr", caption)
    word.add_paragraph(caption, "Caption").paragraph_format.keep_with_next = False
