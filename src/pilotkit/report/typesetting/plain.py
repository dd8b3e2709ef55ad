"""Document → plain data that the typst sources set; every text written out and in one line."""

import re
from collections.abc import Sequence
from typing import Any

from rich.cells import cell_len

from pilotkit.report.columns import suited
from pilotkit.report.contents import headings_of, is_listed
from pilotkit.report.document import (
    AnnexLine,
    Block,
    Bullets,
    Cell,
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
from pilotkit.report.orientation import kept_with_next, stretches
from pilotkit.report.widths import HALF, beside, is_kept_whole, paper_width, sides, widths_of

Plain = dict[str, Any]

_LEVELS = 4
# Half characters that the names of annexes stand in from the margin.
_INDENT = 4
# Where a word that is longer than a column may break; nobody sees it.
_BREAK = "\u200b"
_WORD = re.compile(r"[!-~]+")
_LINE = 28
# A row of more lines may part: it is higher than its page.
_WHOLE, _WHOLE_TURNED = 38, 25
_SIZE = re.compile(r'<svg [^>]*?\bwidth="([\d.]+)" height="([\d.]+)"')


def plain_document(document: Document) -> Plain:
    """Write a document as data."""
    heads = zip(headings_of(document.blocks), is_listed(document.blocks), strict=True)
    listed = {id(one) for one, is_in in heads if is_in}
    parts = suited(stretches(document.blocks, landscape=document.landscape))
    kept = {id(one) for one in kept_with_next(parts)}
    return {
        "lang": document.lang,
        "title": plain_text(document.title),
        "subtitle": plain_text(document.subtitle),
        "notices": [plain_text(one) for one in document.notices],
        "facts": [plain_text(line) for line in document.fact_lines],
        "contents": bool(listed),
        "landscape": document.landscape,
        "sections": [
            {
                "landscape": landscape,
                "blocks": [
                    plain_block(block, landscape=landscape, listed=id(block) in listed)
                    | {"stays": id(block) in kept, "headed": isinstance(above, Heading)}
                    for above, block in zip((None, *blocks), blocks, strict=False)
                ],
            }
            for landscape, blocks in parts
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


def plain_block(block: Block, *, landscape: bool = False, listed: bool = False) -> Plain:
    """Write a block as data; `landscape` says how its page lies, `listed` what contents name."""
    match block:
        case Heading():
            return _heading(block, listed=listed)
        case Table():
            return _table(block, paper_width(turned=landscape))
        case Figure():
            return _figure(block)
        case _:
            return _text(block)


def _text(block: Paragraph | Note | Bullets) -> Plain:
    match block:
        case AnnexLine():
            return _annex_line(block)
        case Paragraph():
            return {"kind": "paragraph", "text": plain_text(block.text)}
        case Note():
            return {"kind": "note", "text": plain_text(block.text)}
        case Bullets():
            return {"kind": "bullets", "items": [plain_text(item) for item in block.items]}


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


def _heading(heading: Heading, *, listed: bool) -> Plain:
    number = heading.number
    return {
        "kind": "heading",
        "level": min(heading.level, _LEVELS),
        "text": plain_text(heading.text if heading.annex else number + heading.text),
        "annex": plain_text(number).rstrip(" :") if heading.annex else "",
        "listed": listed,
    }


def _annex_line(line: AnnexLine) -> Plain:
    """A name that runs on stands below its own first character, as far in as Word has it."""
    own = cell_len(line.text) - cell_len(line.name)
    return {
        "kind": "annex-line",
        "text": plain_text(line.text),
        "first": line.first,
        "left": _INDENT + (0 if line.first else cell_len(line.label)) + own,
        "hanging": own,
    }


def _table(table: Table, room: int) -> Plain:
    above = heads(table.columns)
    widths = widths_of(table, room)
    return {
        "kind": "table",
        "caption": plain_text(table.caption),
        "widths": widths,
        "beside": beside(len(widths)),
        "centred": [column.kind != "text" for column in table.columns],
        "whole": is_kept_whole(table, widths),
        "depth": len(above),
        "heads": [one for y, row in enumerate(above) for one in _row(y, row, widths)],
        "cells": [
            one for y, row in enumerate(table.rows, len(above)) for one in _row(y, row, widths)
        ],
    }


def _row(y: int, row: Row, widths: Sequence[int]) -> list[Plain]:
    cells = [_cell(cell, (x, y), row, widths) for x, cell in enumerate(row.cells) if cell]
    high = max((one["high"] for one in cells if one["down"] == 1), default=1)
    most = _WHOLE_TURNED if sum(widths) > paper_width(turned=False) else _WHOLE
    return [one | {"breaks": one["down"] > 1 or high > most} for one in cells]


def _cell(cell: Cell, place: tuple[int, int], row: Row, widths: Sequence[int]) -> Plain:
    x, y = place
    room = sum(widths[x : x + cell.across]) - sides(len(widths))
    width = max(2, room // HALF)
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
