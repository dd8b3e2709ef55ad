"""The rows of a table as Markdown has them: cells between bars."""

import re
from collections.abc import Iterator, Sequence

_ROW = re.compile(r"\s*\|.*\|\s*")
_RULE = re.compile(r"[\s|:-]+")
# A bar behind a backslash, or in code, parts no cells; no text holds the sign that stands for it.
_KEPT = re.compile(r"\\\||`[^`]*`")
_STAND_IN = "\0"
_BAR = "|"


def begins_table(lines: Sequence[str], at: int, end: int) -> bool:
    """Say whether a table begins with a line: with a row in bars, or with one above a rule."""
    content = lines[at]
    if _BAR not in content:
        return False
    return _ROW.fullmatch(content) is not None or (
        at + 1 < end and _BAR in lines[at + 1] and is_rule(lines[at + 1])
    )


def is_rule(content: str) -> bool:
    """Say whether a row is the line between the head of a table and what is below it."""
    return _RULE.fullmatch(content) is not None


def end_of_rows(lines: Sequence[str], at: int, end: int) -> int:
    """Pass the rows from an index on."""
    while at < end and _BAR in lines[at]:
        at += 1
    return at


def cells_of(rows: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each row; the line below the head has none."""
    for row in rows:
        if not is_rule(row):
            yield tuple(_cells(row))


def _cells(row: str) -> Iterator[str]:
    row = _KEPT.sub(lambda kept: kept[0].replace(_BAR, _STAND_IN), row.strip())
    for cell in row.removeprefix(_BAR).removesuffix(_BAR).split(_BAR):
        yield cell.strip().replace(f"\\{_STAND_IN}", _BAR).replace(_STAND_IN, _BAR)
