"""Markdown as GitHub and Gitea show it; texts of files are escaped, nothing in them is markup.

A merged cell is written once, the fields it reaches into stay empty. Markdown holds no drawing:
its caption stands in its place, and what it draws stands in a table beside it.
"""

from collections.abc import Iterator

from pilotkit.model.sentence import Sentence
from pilotkit.report.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Figure,
    Heading,
    Note,
    Paragraph,
    Row,
    Table,
)
from pilotkit.report.escape import markdown_text
from pilotkit.report.format import SHIPPED, Format, Setting


def render(document: Document, _: Setting = SHIPPED) -> bytes:
    """Render a document as Markdown in UTF-8."""
    pieces = [*_head(document), *(_block(block, document) for block in document.blocks)]
    pieces += ["---", *(f"*{markdown_text(line)}*" for line in document.stamp)]
    return ("\n\n".join(piece for piece in pieces if piece) + "\n").encode()


def _head(document: Document) -> Iterator[str]:
    yield f"# {markdown_text(document.title)}"
    if document.subtitle:
        yield f"**{markdown_text(document.subtitle)}**"
    for notice in document.notices:
        yield f"> **{markdown_text(notice)}**"
    yield "\n".join(f"- {markdown_text(line)}" for line in document.fact_lines)


def _block(block: Block, document: Document) -> str:
    match block:
        case Heading():
            return f"{'#' * (block.level + 1)} {markdown_text(block.number + block.text)}"
        case Paragraph():
            return _first(markdown_text(block.text))
        case Note():
            return f"> {markdown_text(block.text)}"
        case Bullets():
            return "\n".join(f"- {_first(markdown_text(item))}" for item in block.items)
        case Table():
            return _table(block)
        case Figure():
            see = "（图见网页版）" if document.lang == "zh" else " (drawn on the page)"
            return f"*{markdown_text(block.caption)}{see}*"


def _first(text: str) -> str:
    """Keep a paragraph from beginning like a list or a heading made of a line."""
    head, dot, rest = text.partition(".")
    if dot and head.isdigit():
        return f"{head}\\.{rest}"
    return f"\\{text}" if text[:1] in {"-", "+", "=", ">"} else text


def _table(table: Table) -> str:
    lines = [f"**{markdown_text(table.caption)}**", ""] if table.caption else []
    titles = (_title(column) for column in table.columns)
    lines.append(f"| {' | '.join(titles)} |")
    rules = ("---:" if column.kind == "number" else "---" for column in table.columns)
    lines.append(f"| {' | '.join(rules)} |")
    return "\n".join([*lines, *(_row(row) for row in table.rows)])


def _title(column: Column) -> str:
    return markdown_text(f"{column.group} {column.title}" if column.group else column.title)


def _row(row: Row) -> str:
    return f"| {' | '.join(_cell(cell, total=row.total) for cell in row.cells)} |"


def _cell(cell: Cell | None, *, total: bool) -> str:
    if cell is None:
        return ""
    text = "<br>".join(markdown_text(line) for line in cell.lines)
    return f"**{text}**" if total and text else text


FORMAT = Format("md", ".md", Sentence("Markdown", "Markdown"), render)
