"""The words that cells may take: kept on a hidden sheet, for a list of Excel to show."""

from collections.abc import Sequence

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from pilotkit.model.sheet_column import LISTS_SHEET


class Words:
    """The lists of words written so far, a column each; the first makes their sheet."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._sheet: Worksheet | None = None
        self._sources: dict[tuple[str, ...], str] = {}

    def source(self, words: Sequence[str]) -> str:
        """Return where words stand, as a rule of a cell names it."""
        key = tuple(words)
        if key not in self._sources:
            at = len(self._sources)
            for index, word in enumerate(key):
                self._made().write_string(index, at, word)
            letter = xl_col_to_name(at, col_abs=True)
            self._sources[key] = f"={LISTS_SHEET}!{letter}$1:{letter}${len(key)}"
        return self._sources[key]

    def _made(self) -> Worksheet:
        if self._sheet is None:
            self._sheet = self._book.add_worksheet(LISTS_SHEET)
            self._sheet.hide()
        return self._sheet
