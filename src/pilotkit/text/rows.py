"""The rows of a table as Markdown has them: cells between bars."""

import re
from collections.abc import Iterator, Sequence

_ROW = re.compile(r"\s*\|.*\|\s*")
_RULE = re.compile(r"[\s|:-]+")


def is_row(content: str) -> bool:
    """Say whether a line is a row of a table."""
    return "|" in content and _ROW.fullmatch(content) is not None


def is_rule(content: str) -> bool:
    """Say whether a row is the line between the head of a table and what is below it."""
    return _RULE.fullmatch(content) is not None


def end_of_rows(lines: Sequence[str], at: int, end: int) -> int:
    """Pass the rows from an index on."""
    while at < end and is_row(lines[at]):
        at += 1
    return at


def cells_of(rows: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each row; the line below the head has none."""
    for row in rows:
        if not is_rule(row):
            yield tuple(cell.strip() for cell in row.strip().strip("|").split("|"))
