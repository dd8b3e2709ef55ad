"""What a file of a report is made of, whatever its format."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """A paragraph, a head, an item of a list: one text."""

    text: str


@dataclass(frozen=True)
class Grid:
    """The fields of a table, row by row, its heads too; a sheet of a workbook has a name."""

    rows: tuple[tuple[str, ...], ...]
    name: str = ""


@dataclass(frozen=True)
class Drawing:
    """A picture, by the SHA-256 of what it shows."""

    sha256: str


Part = Line | Grid | Drawing
