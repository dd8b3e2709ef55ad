"""The hidden sheet of a list that came from here: what each cell said when it went out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pilotkit.edit.tables.grid import Grid, TableError
from pilotkit.model.sentence import Sentence
from pilotkit.model.sheet_column import KEY_SHEET, OF_SHEET, SCHEMA

# Of a row: its sheet, the id of its record, its place in a list of it.
RowKey = tuple[str, str, str]


@dataclass(frozen=True)
class Key:
    """The fingerprints of cells by row and by the key of the column; empty for any other file."""

    rows: Mapping[RowKey, Mapping[str, str]] = field(default_factory=dict)

    def before(self, sheet: str, id_: str, position: str) -> Mapping[str, str]:
        """Return what the cells of a row said; nothing is known of a new one."""
        return self.rows.get((sheet, id_, position), {})


def key_of(grids: Sequence[Grid]) -> Key:
    """Find the key of a file.

    Raises:
        TableError: it was written by another version, whose key means something else.
    """
    grid = next((one for one in grids if one.name == KEY_SHEET), None)
    if grid is None or not grid.rows:
        return Key()
    if grid.rows[0][0] != SCHEMA:
        raise TableError(
            Sentence(
                f"这份清单由别的版本导出（{grid.rows[0][0]}），请重新导出",
                f"another version exported this list ({grid.rows[0][0]}); export it again",
            )
        )
    rows: dict[RowKey, Mapping[str, str]] = {}
    title, columns = "", list[str]()
    for row in grid.rows[1:]:
        texts = [str(cell) for cell in row]
        if texts[0] == OF_SHEET:
            title, columns = texts[1], [text for text in texts[2:] if text]
        else:
            rows[title, texts[0], texts[1]] = dict(zip(columns, texts[2:], strict=False))
    return Key(rows)
