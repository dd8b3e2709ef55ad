"""A file of a record as pages: PDF as it is, pictures and texts set, Office files converted."""

import csv
from io import StringIO

from rich.cells import cell_len

from pilotkit.disk.pictures import UnfitPictureError, shape_of
from pilotkit.model.sentence import Sentence
from pilotkit.report.binder.content import Original, UnusableFileError
from pilotkit.report.binder.sheets import sheet, written
from pilotkit.report.document import Cell, Column, Row, Table
from pilotkit.report.typesetting.compiler import typeset_picture
from pilotkit.report.typesetting.fonts import Letters
from pilotkit.report.typesetting.plain import Plain

PICTURES = frozenset({"png", "jpg", "jpeg", "gif"})
TEXTS = frozenset({"txt", "md", "csv", "tsv", "json", "log", "yaml"})
OFFICE = frozenset(
    {"doc", "docx", "wps", "rtf", "odt", "xls", "xlsx", "et", "ods", "ppt", "pptx", "dps", "odp"}
)
_LONGEST_TEXT = 400_000
_MOST_LINES = 2000
_MOST_COLUMNS, _MOST_ROWS, _LONGEST_CELL = 12, 1000, 400
_NARROW, _WIDE, _ACROSS = 5, 40, 7


def pages_of_picture(content: bytes, name: str, letters: Letters) -> bytes:
    """Return a picture on a page.

    Raises:
        UnusableFileError: it has too many pixels, or is broken.
    """
    try:
        return typeset_picture(content, shape_of(content, name).kind, letters)
    except UnfitPictureError as unfit:
        zh, en = unfit.sentence
        raise UnusableFileError(Sentence(f"{zh}，不拼入本卷", f"{en}, not bound in")) from None
    except RuntimeError:
        raise UnusableFileError(Sentence("图片打不开", "the picture cannot be opened")) from None


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
