"""Document → plain data that the typst sources set; every text written out and in one line."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from rich.cells import cell_len

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
    heads,
)
from pilotkit.report.escape import one_line
from pilotkit.report.orientation import stretches

Plain = dict[str, Any]

# From so many headings on there are contents.
_LONG = 4
_LEVELS = 4
# Where a word that is longer than a column may break; nobody sees it.
_BREAK = "\u200b"
_WORD = re.compile(r"[!-~]+")
_LINE = 28
# Latin letters of 10.5 pt on 156 or 225 mm; a row of more lines may part at the end of a page.
_COLUMNS_UPRIGHT, _COLUMNS_TURNED = 74, 107
# A day stays in one line.
_DAY = 13
_WHOLE = 16
_SIZE = re.compile(r'<svg [^>]*?\bwidth="([\d.]+)" height="([\d.]+)"')


def plain_document(document: Document) -> Plain:
    """Write a document as data."""
    colon = "：" if document.lang == "zh" else ": "
    return {
        "lang": document.lang,
        "title": plain_text(document.title),
        "subtitle": plain_text(document.subtitle),
        "notices": [plain_text(one) for one in document.notices],
        "facts": [plain_text(f"{one.label}{colon}{one.text}") for one in document.facts],
        "contents": sum(1 for _ in document.headings()) >= _LONG,
        "sections": [
            {
                "landscape": landscape,
                "blocks": [plain_block(block, landscape=landscape) for block in blocks],
            }
            for landscape, blocks in stretches(document.blocks, landscape=document.landscape)
        ],
        "stamp": [plain_text(line) for line in document.stamp],
    }


def plain_text(text: str, room: int = _LINE) -> str:
    """Write a text in one line; words of more than `room` letters may break, best at a hyphen."""

    def broken(word: re.Match[str]) -> str:
        if len(word[0]) <= room:
            return word[0]
        return _BREAK.join(re.findall(rf"[^-/_.]{{1,{room}}}[-/_.]?|[-/_.]", word[0]))

    return _WORD.sub(broken, one_line(text))


def plain_block(block: Block, *, landscape: bool = False) -> Plain:
    """Write a block as data; `landscape` says how its page lies."""
    match block:
        case Heading():
            text = plain_text(block.number + block.text)
            return {"kind": "heading", "level": min(block.level, _LEVELS), "text": text}
        case Paragraph():
            return {"kind": "paragraph", "text": plain_text(block.text)}
        case Note():
            return {"kind": "note", "text": plain_text(block.text)}
        case Bullets():
            return {"kind": "bullets", "items": [plain_text(item) for item in block.items]}
        case Table():
            return _table(block, _COLUMNS_TURNED if landscape else _COLUMNS_UPRIGHT)
        case Figure():
            return _figure(block)


def _figure(figure: Figure) -> Plain:
    size = _SIZE.search(figure.svg)
    width, height = (float(size[1]), float(size[2])) if size else (1.0, 1.0)
    return {
        "kind": "figure",
        "caption": plain_text(figure.caption),
        "svg": figure.svg,
        "width": width,
        "height": height,
    }


def _table(given: Table, room: int) -> Plain:
    table = replace(given, columns=tuple(_wide_enough(given.columns, room)))
    above = heads(table.columns)
    return {
        "kind": "table",
        "caption": plain_text(table.caption),
        "widths": [column.width for column in table.columns],
        "centred": [column.kind != "text" for column in table.columns],
        "depth": len(above),
        "heads": [one for y, row in enumerate(above) for one in _row(y, row, table, room)],
        "cells": [
            one for y, row in enumerate(table.rows, len(above)) for one in _row(y, row, table, room)
        ],
    }


def _wide_enough(columns: tuple[Column, ...], room: int) -> Iterator[Column]:
    whole = sum(column.width for column in columns)
    for column in columns:
        least = _DAY * whole // room if column.kind == "day" else 0
        yield replace(column, width=max(column.width, least))


def _row(y: int, row: Row, table: Table, room: int) -> list[Plain]:
    whole = sum(column.width for column in table.columns)
    cells = [
        _cell(cell, (x, y), row, table.columns, room / whole)
        for x, cell in enumerate(row.cells)
        if cell
    ]
    # A row that might be higher than a page has to part somewhere.
    high = max((one["high"] for one in cells), default=1)
    return [one | {"breaks": one["down"] > 1 or high > _WHOLE} for one in cells]


def _cell(
    cell: Cell, place: tuple[int, int], row: Row, columns: tuple[Column, ...], scale: float
) -> Plain:
    x, y = place
    filled = columns[x : x + cell.across]
    width = max(2, int(scale * sum(column.width for column in filled)) - 2)
    lines = [plain_text(line, width) for line in cell.lines]
    return {
        "x": x,
        "y": y,
        "across": cell.across,
        "down": cell.down,
        "lines": lines,
        # An estimate, rather too many.
        "high": sum(1 + cell_len(line) // width for line in lines),
        "tone": cell.tone,
        "total": row.total,
    }
