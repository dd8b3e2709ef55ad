"""Small real attachments: PDF, PNG, CSV and text, the same bytes every time."""

import json
import struct
import zlib
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache

import typst
from pylopdf_fonts_zh_cn import serif_path

NOTICE = "本件为演示材料，全部内容系虚构。"
_PER_PAGE = 34
_HOUR = datetime(1980, 1, 1, tzinfo=UTC)
_PAGE = b"""
#set page(paper: "a4", margin: 56pt)
#set text(font: "Noto Serif SC", size: 12pt, lang: "zh", region: "cn")
#set par(leading: 8pt, spacing: 8pt)
#for line in json(bytes(sys.inputs.lines)) { par(if line == "" { sym.zws } else { line }) }
"""


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
    """Set lines on a page; what it needs of an open font is in the file, so that all see it."""
    shown = [title, NOTICE, "", *lines][:_PER_PAGE]
    content: bytes = typst.compile(
        _PAGE,
        font_paths=_fonts(),
        sys_inputs={"lines": json.dumps(shown, ensure_ascii=False)},
        timestamp=_HOUR,
        pdf_tags=False,
    )
    return content


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(serif_path().parent)],
    )
