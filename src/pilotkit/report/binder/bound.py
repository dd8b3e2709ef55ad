"""A file of a record as pages: PDF as it is, pictures and texts set, Office files converted."""

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Literal

from rich.cells import cell_len

from pilotkit.model.sentence import Sentence
from pilotkit.report.binder.content import Original, UnusableFileError
from pilotkit.report.binder.sheets import sheet, written
from pilotkit.report.document import Cell, Column, Row, Table
from pilotkit.report.typesetting.compiler import typeset_picture
from pilotkit.report.typesetting.fonts import Letters
from pilotkit.report.typesetting.plain import Plain

PICTURES = {"png": "png", "jpg": "jpg", "jpeg": "jpg", "gif": "gif"}
TEXTS = frozenset({"txt", "md", "csv", "tsv", "json", "log", "yaml"})
OFFICE = frozenset(
    {"doc", "docx", "wps", "rtf", "odt", "xls", "xlsx", "et", "ods", "ppt", "pptx", "dps", "odp"}
)
# A JPEG takes three bytes a pixel when it is read, a PNG up to eight.
_MOST_PIXELS = {"jpg": 50_000_000, "png": 20_000_000, "gif": 20_000_000}
_LONGEST_TEXT = 400_000
_MOST_LINES = 2000
_MOST_COLUMNS, _MOST_ROWS, _LONGEST_CELL = 12, 1000, 400
_NARROW, _WIDE, _ACROSS = 5, 40, 7
# The marks of a JPEG: what begins one, what begins the picture itself, what is no frame.
_MARK, _SCAN = 0xFF, 0xDA
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def pages_of_picture(content: bytes, ending: str, letters: Letters) -> bytes:
    """Return a picture on a page.

    Raises:
        UnusableFileError: it has too many pixels, or is broken.
    """
    kind = PICTURES[ending]
    pixels, most = _pixels(content), _MOST_PIXELS[kind]
    if pixels > most:
        raise UnusableFileError(
            Sentence(
                f"图片超过 {most // 1_000_000} 百万像素，不拼入本卷",
                f"the picture has more than {most // 1_000_000} million pixels, not bound in",
            )
        )
    if not pixels:
        raise UnusableFileError(Sentence("图片打不开", "the picture cannot be opened"))
    try:
        return typeset_picture(content, kind, letters)
    except RuntimeError:
        raise UnusableFileError(Sentence("图片打不开", "the picture cannot be opened")) from None


def _pixels(content: bytes) -> int:
    """Return how many pixels a picture says it has; 0 where it is none that we know."""
    if content.startswith(b"\x89PNG"):
        return _area(content[16:20], content[20:24], "big")
    if content.startswith(b"GIF8"):
        return _area(content[6:8], content[8:10], "little")
    if content.startswith(b"\xff\xd8"):
        return max(_frames(content), default=0)
    return 0


def _area(wide: bytes, high: bytes, order: Literal["big", "little"]) -> int:
    return int.from_bytes(wide, order) * int.from_bytes(high, order)


def _frames(content: bytes) -> Iterator[int]:
    """Yield the area of each frame that a JPEG declares."""
    place = 2
    while place + 9 <= len(content) and content[place] == _MARK:
        kind = content[place + 1]
        if kind in _FRAMES:
            yield _area(content[place + 7 : place + 9], content[place + 5 : place + 7], "big")
        if kind == _SCAN:
            return
        place += 2 + int.from_bytes(content[place + 2 : place + 4], "big")


def sheet_of_text(title: str, original: Original, content: bytes) -> Plain:
    """Return the pages of a text or of a table of values.

    Raises:
        UnusableFileError: it is no text.
    """
    text = _decoded(content)
    if original.ending in {"csv", "tsv"} and (table := _table(text, original.ending)):
        return sheet(title, [table], landscape=len(table.columns) > _ACROSS)
    lines = text.splitlines()
    return written(title, [*lines[:_MOST_LINES], *(["……"] if len(lines) > _MOST_LINES else [])])


def _decoded(content: bytes) -> str:
    if len(content) > _LONGEST_TEXT:
        raise UnusableFileError(
            Sentence("文本太长，不拼入本卷", "the text is too long, not bound in")
        )
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnusableFileError(Sentence("不是文本", "no text"))


def _table(text: str, ending: str) -> Table | None:
    """Read values parted by commas or tabs; None where they make no table that fits a page."""
    try:
        lines = list(csv.reader(StringIO(text), delimiter="\t" if ending == "tsv" else ","))
    except csv.Error:
        return None
    across = max(map(len, lines), default=0)
    longest = max((len(one) for line in lines for one in line), default=0)
    if not 0 < across <= _MOST_COLUMNS or len(lines) > _MOST_ROWS or longest > _LONGEST_CELL:
        return None
    filled = [line + [""] * (across - len(line)) for line in lines]
    widths = [
        max(_NARROW, min(_WIDE, max(map(cell_len, one)))) for one in zip(*filled, strict=True)
    ]
    head, *rest = filled
    columns = tuple(Column(one, width=wide) for one, wide in zip(head, widths, strict=True))
    rows = tuple(Row(tuple(map(Cell, line))) for line in rest)
    return Table("", columns, rows)
