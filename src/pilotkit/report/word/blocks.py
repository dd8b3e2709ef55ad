"""A block of a document → paragraphs, a table or a picture at a place of a Word file."""

from docx.shared import Length, Mm, Pt

from pilotkit.model.sentence import Lang
from pilotkit.report.document import (
    AnnexLine,
    Block,
    Bullets,
    Figure,
    Heading,
    Note,
    Paragraph,
    Table,
)
from pilotkit.report.escape import one_line
from pilotkit.report.raster import picture
from pilotkit.report.word.annexes import write_head, write_line
from pilotkit.report.word.numbering import leave_out
from pilotkit.report.word.pictures import put_picture
from pilotkit.report.word.place import Place
from pilotkit.report.word.styles import BEHIND, BODY, NOTE
from pilotkit.report.word.tables import add_table

_LEVELS = 4


def write_block(place: Place, block: Block, lang: Lang, width: Length) -> None:
    """Write a block where text may be so wide."""
    match block:
        case Heading():
            _heading(place, block)
        case AnnexLine():
            write_line(place, block)
        case Table():
            _table(place, block, width)
        case Figure():
            _figure(place, block, lang, width)
        case _:
            _text(place, block)


def _heading(place: Place, heading: Heading) -> None:
    if heading.annex:
        write_head(place, heading)
        return
    style = f"Heading {min(heading.level, _LEVELS)}"
    counted = place.counts(style)
    number = "" if counted else heading.number
    written = place.heading(one_line(number + heading.text), style)
    if counted and not heading.number:
        leave_out(written)


def _text(place: Place, block: Paragraph | Note | Bullets) -> None:
    match block:
        case Paragraph():
            place.paragraph(one_line(block.text), BODY)
        case Note():
            place.paragraph(one_line(block.text), NOTE)
        case Bullets():
            for item in block.items:
                place.paragraph(one_line(item), "List Bullet")


def _table(place: Place, table: Table, width: Length) -> None:
    if table.caption:
        place.paragraph(one_line(table.caption), "Caption")
    add_table(place, table, width)
    # Two tables without a paragraph between them would be one to Word.
    place.paragraph("", BEHIND)


def _figure(place: Place, figure: Figure, lang: Lang, width: Length) -> None:
    caption = one_line(figure.caption)
    drawn = picture(figure.svg)
    if drawn is None:
        see = "（图见网页版）" if lang == "zh" else " (drawn on the page)"
        place.paragraph(f"{caption}{see}", "Caption").paragraph_format.keep_with_next = False
        return
    # A sheet is 225 by 156 mm: the wider, the lower.
    highest = min(Mm(195) if width < Mm(190) else Mm(120), Pt(drawn.height * figure.scale * 3 / 4))
    put_picture(place, drawn, caption, (width, Length(highest)))
    place.paragraph(caption, "Caption").paragraph_format.keep_with_next = False
