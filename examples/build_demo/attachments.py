"""Small real attachments: PDF, PNG, CSV and text, made without any library."""

import struct
import zlib
from collections.abc import Sequence

NOTICE = "本件为演示材料，全部内容系虚构。"
_PER_PAGE = 34


def text(title: str, lines: Sequence[str]) -> bytes:
    """Make a plain text file."""
    return "\n".join([title, NOTICE, "", *lines, ""]).encode()


def markdown(title: str, lines: Sequence[str]) -> bytes:
    """Make a Markdown file."""
    return "\n".join([f"# {title}", "", f"> {NOTICE}", "", *lines, ""]).encode()


def csv(header: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    """Make a table that Excel opens: with the mark of UTF-8 and its own line ends."""
    lines = [",".join(map(str, row)) for row in (header, *rows)]
    return ("\ufeff" + "\r\n".join([*lines, ""])).encode()


def png(seed: int, width: int = 48, height: int = 32) -> bytes:
    """Draw a small pattern that stands for a photograph; every seed draws another one."""
    rows = bytearray()
    for y in range(height):
        rows.append(0)
        for x in range(width):
            rows += bytes(
                (
                    (x * 5 + seed * 37) % 256,
                    (y * 7 + seed * 59 // 8) % 256,
                    (x * y + seed * 91) % 256,
                )
            )
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(rows), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def pdf(title: str, lines: Sequence[str]) -> bytes:
    """Set lines on a page in the Song typeface that every Chinese PDF reader brings along."""
    shown = [title, NOTICE, "", *lines][:_PER_PAGE]
    drawn = "".join(f"<{line.encode('utf-16-be').hex()}> Tj T*\n" for line in shown)
    content = f"BT /F1 12 Tf 56 780 Td 20 TL\n{drawn}ET".encode()
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light "
        b"/Encoding /UniGB-UTF16-H /DescendantFonts [6 0 R] >>"
    )
    descendant = (
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo "
        b"<< /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 7 0 R >>"
    )
    descriptor = (
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] "
        b"/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>"
    )
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>"
    )
    return _pdf_file(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            page,
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
            font,
            descendant,
            descriptor,
        ]
    )


def _pdf_file(objects: Sequence[bytes]) -> bytes:
    out, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size, start = len(objects) + 1, len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return out + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, start)
