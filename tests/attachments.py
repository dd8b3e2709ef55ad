"""Files as people hand them in, and as nobody should: made here, so that none has to be kept."""

import struct
import zlib
from datetime import date
from io import BytesIO

import docx
import xlsxwriter
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from pilotkit.report.document import Document, Paragraph
from pilotkit.report.formats.pdf import render


def pdf(words: str, pages: int = 1) -> bytes:
    """Make a PDF of so many pages, each with these words."""
    text = words + "，" + "正文" * 200
    content = render(Document("x", words, "zh", (), (Paragraph(text),), day=date(2022, 1, 1)))
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_page(PdfReader(BytesIO(content)).pages[0])
    return saved(writer)


def saved(writer: PdfWriter) -> bytes:
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def turned(degrees: int) -> bytes:
    """Make a PDF whose page is shown turned, and whose box does not begin at zero."""
    writer = PdfWriter(BytesIO(pdf("转过的页")))
    page = writer.pages[0].rotate(degrees)
    page.mediabox.left, page.mediabox.bottom = 20, 30
    return saved(writer)


def encrypted(password: str) -> bytes:
    writer = PdfWriter(BytesIO(pdf("加密")))
    writer.encrypt(password, algorithm="RC4-128")
    return saved(writer)


def looping() -> bytes:
    """Make a PDF whose pages are their own children."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    top = writer.root_object["/Pages"].get_object()
    assert isinstance(top, DictionaryObject)
    top[NameObject("/Kids")] = ArrayObject([top.indirect_reference])
    return saved(writer)


def many_times_many() -> bytes:
    """Make a small PDF that has ten thousand million pages, if one counts them."""
    writer = PdfWriter()
    node = writer.add_blank_page(200, 200)
    reference = node.indirect_reference
    for _ in range(10):
        above = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Pages"),
                NameObject("/Kids"): ArrayObject([reference] * 10),
                NameObject("/Count"): NumberObject(10),
            }
        )
        reference = writer._add_object(above)  # noqa: SLF001 - there is no public way
    writer.root_object[NameObject("/Pages")] = reference
    return saved(writer)


def bomb() -> bytes:
    """Make a PDF whose objects lie in a stream of zeros, thousands of times as large."""
    packed = zlib.compress(bytes(200 << 20), 9)
    head = b"%PDF-1.5\n"
    stream = (
        b"1 0 obj\n<</Type/ObjStm/N 1000/First 10/Filter/FlateDecode/Length %d>>\nstream\n"
        % len(packed)
    )
    table = struct.pack(">BHB", 0, 0, 0) + struct.pack(">BHB", 1, len(head), 0)
    table += struct.pack(">BHB", 2, 1, 0)
    body = head + stream + packed + b"\nendstream\nendobj\n"
    place = len(body)
    body += (
        b"3 0 obj\n<</Type/XRef/Size 3/W[1 2 1]/Root 2 0 R/Length %d>>\nstream\n" % len(table)
        + table
        + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % place
    )
    return body


def acting() -> bytes:
    """Make a PDF with a seal that is drawn, and scripts that would run."""
    writer = PdfWriter(BytesIO(pdf("有章")))
    seal = DecodedStreamObject()
    seal.set_data(b"1 0 0 rg 0 0 50 50 re f")
    seal[NameObject("/Type")] = NameObject("/XObject")
    seal[NameObject("/Subtype")] = NameObject("/Form")
    seal[NameObject("/BBox")] = ArrayObject([NumberObject(n) for n in (0, 0, 50, 50)])
    look = writer._add_object(seal)  # noqa: SLF001
    script = DictionaryObject(
        {
            NameObject("/S"): NameObject("/JavaScript"),
            NameObject("/JS"): TextStringObject("app.alert(1)"),
        }
    )
    stamp = DictionaryObject(
        {
            NameObject("/Subtype"): NameObject("/Stamp"),
            NameObject("/Rect"): ArrayObject([FloatObject(n) for n in (100, 100, 200, 200)]),
            NameObject("/AP"): DictionaryObject({NameObject("/N"): look}),
            NameObject("/A"): script,
        }
    )
    page = writer.pages[0]
    page[NameObject("/Annots")] = ArrayObject([writer._add_object(stamp)])  # noqa: SLF001
    page[NameObject("/AA")] = DictionaryObject({NameObject("/O"): script})
    return saved(writer)


def png(wide: int, high: int, *, whole: bool = True) -> bytes:
    """Make a picture; one that is not `whole` only says that it is so large."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)

    rows = b"".join(b"\0" + b"\x80\x20\x20" * wide for _ in range(high)) if whole else b""
    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def word(text: str) -> bytes:
    made, written = docx.Document(), BytesIO()
    made.add_paragraph(text)
    made.save(written)
    return written.getvalue()


def excel(text: str) -> bytes:
    written = BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        book.add_worksheet().write_string(0, 0, text)
    return written.getvalue()
