"""Document → workbook: a sheet a table, then one for what is said around them."""

from collections.abc import Iterator
from io import BytesIO

from xlsxwriter import Workbook

from pilotkit.report.document import (
    Bullets,
    Document,
    Figure,
    Heading,
    Note,
    Paragraph,
    Table,
)
from pilotkit.report.escape import one_line
from pilotkit.report.made_on import made_on
from pilotkit.report.workbook.fields import put_text
from pilotkit.report.workbook.looks import Looks
from pilotkit.report.workbook.names import Names
from pilotkit.report.workbook.sheet import A4, Sheet, lines_of
from pilotkit.report.workbook.words import Words

# An upright page is as wide, also where the letters of another font are wider.
_WIDE = 72
_LINE = 16


def write(document: Document) -> bytes:
    """Write a document; nothing in the file says when and where it was made."""
    buffer = BytesIO()
    with Workbook(buffer, {"in_memory": True}) as book:
        title, created = one_line(document.title)[:255], made_on(document.day)
        book.set_properties({"title": title, "author": "pilotkit", "created": created})
        looks, names, offered = Looks(book), Names(), Words(book)
        words = names.give("说明" if document.lang == "zh" else "Notes")
        captions = [table.caption for _, table in _tables(document)]
        sheets: list[Sheet] = []
        for head, table in _tables(document):
            alone = captions.count(table.caption) == 1
            name = names.give(table.caption if table.caption and alone else head)
            made = book.add_worksheet(name)
            sheets.append(Sheet(made, looks, document, table, head))
            if len(book.worksheets()) == 1:
                _words(book, looks, document, words)
        lying = {sheet.table.caption: sheet.own for sheet in sheets}
        for sheet in sheets:
            sheet.lying = lying
            sheet.write(offered)
        if not book.worksheets():
            _words(book, looks, document, words)
    return buffer.getvalue()


def _tables(document: Document) -> Iterator[tuple[str, Table]]:
    """Yield each table with the head that it stands under."""
    head = document.title
    for block in document.blocks:
        if isinstance(block, Heading):
            head = block.number + block.text
        elif isinstance(block, Table):
            yield head, block


def _words(book: Workbook, looks: Looks, document: Document, name: str) -> None:
    """Write all that stands in no table, in its order, and the small print."""
    sheet = book.add_worksheet(name)
    sheet.set_column(0, 0, _WIDE)
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    spoken = [(text, looks.line(strong=strong)) for text, strong in _spoken(document)]
    notices = [(notice, looks.notice()) for notice in document.notices]
    small = [(line, looks.line(small=True)) for line in document.stamp]
    for index, (text, look) in enumerate([*notices, *spoken, ("", looks.line()), *small]):
        sheet.set_row(index, _LINE * lines_of(text, _WIDE))
        put_text(sheet, (index, 0), one_line(text), look)


def _spoken(document: Document) -> Iterator[tuple[str, bool]]:
    """Yield the texts outside the tables, each with whether it is a head."""
    yield document.title, True
    for block in document.blocks:
        match block:
            case Heading():
                yield block.number + block.text, True
            case Paragraph() | Note():
                yield block.text, False
            case Bullets():
                yield from ((f"· {item}", False) for item in block.items)
            case Table() | Figure():
                if block.caption:
                    kind = ("表", "Table") if isinstance(block, Table) else ("图", "Figure")
                    label = f"{kind[0]}：" if document.lang == "zh" else f"{kind[1]}: "
                    yield f"{label}{block.caption}", False
