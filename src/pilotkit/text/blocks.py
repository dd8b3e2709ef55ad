"""What stands below a heading, line by line: paragraphs, items, tables, figures, notes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from pilotkit.text.images import Image, image_of
from pilotkit.text.rows import begins_table, cells_of, end_of_rows, is_rule

_ITEM = re.compile(
    r"(?P<indent>[ \t]*)(?:(?P<sign>[-*+]|[0-9]{1,2}\.)[ \t\u3000]+|"
    r"(?P<marker>[●·]|—{1,2}(?!—)|[（(]?(?:[a-z]{1,2}|[0-9]{1,2})[)）])[ \t\u3000]*(?=\S))"
    r"(?P<text>.*)"
)
_CAPTION = re.compile(
    r"(?P<label>[表图]\s?(?:[A-Z]\.)?[0-9]{1,3})(?:[（(]续[）)])?"
    r"(?:(?:[ \t\u3000]+|[：:][ \t\u3000]*)(?P<title>\S.*(?<!。)))?"
)
_NOTE = re.compile(r"(?P<label>(?:注|示例)\s?[0-9]{0,2})[：:](?P<text>.*)")
_FORMULA = re.compile(r".*[（(](?P<number>(?:[A-Z]\.)?[0-9]{1,3})[）)]\s*")
_FIRST_WORD = "\u3400"
_LABELS = "表图注示（"
_EMPHASIS = "*_"
_NO_CODE: Mapping[int, str] = MappingProxyType({})


class Kind(StrEnum):
    """What a block of a clause is."""

    PARAGRAPH = "段"
    ITEM = "列项"
    TABLE = "表"
    FIGURE = "图"
    NOTE = "注"
    FORMULA = "式"
    CODE = "代码"


class Block(NamedTuple):
    """A paragraph, an item of a list, a table, a figure, a note, a formula or a line of code.

    `text` is without its marker or label; `label` is the marker of an item (`a)`), the label of a
    table or figure (`表1`) or note; `line` and `column` are those of the text; `rows` the cells of
    a table, the head first; `image` what a figure shows, where it is a picture.
    """

    kind: Kind
    text: str
    line: int
    column: int = 1
    label: str = ""
    depth: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    image: Image | None = None


_PARAGRAPH = Kind.PARAGRAPH  # read through its class it costs more than the rest of a line


def lines_of_rows(table: Block, lines: Sequence[str]) -> Iterator[int]:
    """Yield the lines of the rows below the head of a table."""
    written = (at for at in range(table.line, len(lines) + 1) if "|" in lines[at - 1])
    rows = (at for at in written if not is_rule(lines[at - 1]))
    yield from islice(rows, 1, len(table.rows))


def blocks_in(
    lines: Sequence[str], start: int, end: int, code: Mapping[int, str] = _NO_CODE
) -> Sequence[Block]:
    """Read the lines from index `start` up to `end`; where `code` stands they are blank."""
    found: list[Block] = []
    at = start
    while at < end:
        content = lines[at]
        if not content:
            if at in code:
                found.append(Block(Kind.CODE, code[at], at + 1))
            at += 1
        elif (
            content[0] >= _FIRST_WORD
            and content[0] not in _LABELS
            and "=" not in content
            and "|" not in content
        ):
            # A line that begins with a word at once, as nearly every one does.
            at += 1
            found.append(Block(_PARAGRAPH, content.strip(), at))
        elif content.isspace():
            at += 1
        else:
            block, at = _block(lines, at, end)
            found.append(block)
    return found


def _block(lines: Sequence[str], at: int, end: int) -> tuple[Block, int]:
    """Read the block that begins with a line, and say where the next one may begin."""
    content = lines[at]
    if begins_table(lines, at, end):
        stop = end_of_rows(lines, at, end)
        return Block(Kind.TABLE, "", at + 1, rows=tuple(cells_of(lines[at:stop]))), stop
    block = _line(content, at + 1)
    at += 1
    if block.kind is Kind.ITEM:
        stop = _end_of_item(lines, at, end)
        said = "".join(line.strip() for line in lines[at:stop])
        return block._replace(text=block.text + said), stop
    if block.kind is Kind.TABLE:
        below = _next_written(lines, at, end)
        if below < end and begins_table(lines, below, end):
            at = end_of_rows(lines, below, end)
            block = block._replace(rows=tuple(cells_of(lines[below:at])))
    if block.image:
        return _captioned(block, lines, at, end)
    return block, at


def _captioned(picture: Block, lines: Sequence[str], at: int, end: int) -> tuple[Block, int]:
    """Read the caption below a picture, where there is one: they are one figure."""
    below = _next_written(lines, at, end)
    if below < end:
        caption = _line(lines[below], below + 1)
        if caption.kind is Kind.FIGURE and not caption.image:
            return caption._replace(image=picture.image), below + 1
    return picture, at


def _line(content: str, line: int) -> Block:
    stripped = content.strip()
    column = len(content) - len(content.lstrip()) + 1
    if item := _ITEM.fullmatch(content):
        depth = len(item["indent"].expandtabs(4)) // 2
        marker, said = item["sign"] or item["marker"], item["text"].strip()
        return Block(Kind.ITEM, said, line, item.start("text") + 1, marker, depth)
    plain = stripped.strip("*_") if stripped[:1] in _EMPHASIS else stripped
    if caption := _CAPTION.fullmatch(plain):
        kind = Kind.TABLE if plain.startswith("表") else Kind.FIGURE
        label = "".join(caption["label"].split())
        return Block(kind, (caption["title"] or "").strip(), line, column, label)
    if note := _NOTE.fullmatch(plain):
        return Block(Kind.NOTE, note["text"].strip(), line, column, note["label"])
    if found := image_of(stripped, line):
        return _picture(*found, column)
    if "=" in stripped and (formula := _FORMULA.fullmatch(stripped)):
        return Block(Kind.FORMULA, stripped, line, column, formula["number"])
    return Block(Kind.PARAGRAPH, stripped, line, column)


def _picture(said: str, image: Image, column: int) -> Block:
    """See what stands in the brackets of a picture as its caption."""
    label = ""
    if said.startswith("图") and (caption := _CAPTION.fullmatch(said)):
        label, said = "".join(caption["label"].split()), (caption["title"] or "").strip()
    return Block(Kind.FIGURE, said, image.line, column, label, image=image)


def _end_of_item(lines: Sequence[str], at: int, end: int) -> int:
    """Pass the indented lines that go on with an item: without a blank line, and no block."""
    while at < end and lines[at][:1].isspace() and lines[at].strip():
        if begins_table(lines, at, end) or _line(lines[at], at + 1).kind is not Kind.PARAGRAPH:
            break
        at += 1
    return at


def _next_written(lines: Sequence[str], at: int, end: int) -> int:
    while at < end and not lines[at].strip():
        at += 1
    return at
