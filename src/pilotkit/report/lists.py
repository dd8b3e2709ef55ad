"""The lists of a workspace as an Excel file. The library is loaded when a file is asked for."""

from collections.abc import Sequence
from typing import NamedTuple

from pilotkit.model.repository import Repository
from pilotkit.model.sheet_column import SheetKind
from pilotkit.report.formats.xlsx import require_library


class Exported(NamedTuple):
    """A workbook; how many rows each of its sheets has; the cells that could not say all."""

    content: bytes
    rows: tuple[tuple[str, int], ...]
    cut: tuple[str, ...]


def write(
    sheets: Sequence[SheetKind], repository: Repository, version: str, units: frozenset[str]
) -> Exported:
    """Write lists of a workspace as one workbook; of these units only, if any are named.

    Raises:
        Fault: what writes Excel files is not installed.
    """
    require_library()
    from pilotkit.report.workbook.lists import write_lists  # noqa: PLC0415 - of an extra, slow

    content, rows, cut = write_lists(sheets, repository, version, units)
    return Exported(content, rows, cut)
