"""One page that opens by a double click: nothing outside it, readable on a phone and in print.

Drawings are ours and escape their own texts; all else is escaped by the environment.
"""

from pilotkit.model.sentence import Sentence
from pilotkit.report.document import Block, Cell, Column, Document, Row, Table, heads
from pilotkit.report.environment import environment
from pilotkit.report.escape import visible
from pilotkit.report.format import SHIPPED, Format, Setting

_LONG = 4


def render(document: Document, _: Setting = SHIPPED) -> bytes:
    """Render a document as a page in UTF-8."""
    page = environment().get_template("report/page.html")
    headings = list(document.headings())
    return page.render(
        document=document,
        contents=headings if len(headings) >= _LONG else [],
        kind=_kind,
        heads=heads,
        fields=_fields,
        shares=_shares,
        shown=_shown,
        say=lambda zh, en: zh if document.lang == "zh" else en,
    ).encode()


def _shown(text: str) -> str:
    """Make a text one safe line, and keep a figure and its percent sign together."""
    return visible(" ".join(text.split())).replace(" %", "\u00a0%")


def _kind(block: Block) -> str:
    return type(block).__name__.lower()


def _fields(table: Table, row: Row) -> list[tuple[Column, Cell]]:
    """Return the cells that a row writes itself, each with its column."""
    return [(column, one) for column, one in zip(table.columns, row.cells, strict=False) if one]


def _shares(columns: tuple[Column, ...]) -> list[int]:
    """Return the widths as whole percents of the table."""
    total = sum(column.width for column in columns)
    return [column.width * 100 // total for column in columns]


FORMAT = Format("html", ".html", Sentence("网页", "Web page"), render)
