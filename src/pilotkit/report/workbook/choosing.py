"""The words that a cell of a list may take: kept on a hidden sheet, for a list of Excel to show."""

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from pilotkit.load.sheet_rows import shapes_of
from pilotkit.model.entity import fields_by_key
from pilotkit.model.field_type import choices_of, type_at
from pilotkit.model.repository import Repository
from pilotkit.model.sheet_cell import choices
from pilotkit.model.sheet_column import LISTS_SHEET, POSITION, SheetColumn, SheetKind
from pilotkit.model.standard import ORIGINS

# Fields whose words are a closed list of the vocabulary.
_VOCABULARY = {
    ("standards", "kind"): "standard_kinds",
    ("evidence", "meeting_type"): "meeting_types",
}


class Choices:
    """The lists of words written so far, a column each."""

    def __init__(self, sheet: Worksheet, repository: Repository) -> None:
        self._sheet, self._repository = sheet, repository
        self._sources: dict[tuple[str, ...], str] = {}
        sheet.hide()

    def source(self, column: SheetColumn, kind: SheetKind) -> str | None:
        """Return where the words for a column stand; None where it takes any."""
        if column.shown or column.key == POSITION:
            return None
        words = tuple(choices(column, self._allowed(column, kind), self._repository))
        if not words:
            return None
        if words not in self._sources:
            at = len(self._sources)
            for index, word in enumerate(words):
                self._sheet.write_string(index, at, word)
            letter = xl_col_to_name(at, col_abs=True)
            self._sources[words] = f"={LISTS_SHEET}!{letter}$1:{letter}${len(words)}"
        return self._sources[words]

    def _allowed(self, column: SheetColumn, kind: SheetKind) -> tuple[str, ...]:
        if (kind.name, column.key) == ("standards", "origin"):
            return ORIGINS
        if name := _VOCABULARY.get((kind.name, column.key)):
            return self._repository.words(name)
        if (kind.name, column.key) == ("evidence", "kind"):
            return tuple(shapes_of(kind))
        found: dict[str, None] = {}
        for shape in shapes_of(kind).values():
            inside = (kind.inside, 0, *column.route[1:]) if kind.inside else shape.route(column)
            found |= dict.fromkeys(choices_of(type_at(shape.model, inside)))
        return tuple(found)

    @staticmethod
    def is_required(column: SheetColumn, kind: SheetKind) -> bool:
        """Tell whether every record of the list must fill a column; ids are made for new ones."""
        if column.key == "id" or kind.inside:
            return False
        return all(
            (name := fields_by_key(shape.model).get(column.key)) is not None
            and shape.model.model_fields[name].is_required()
            for shape in shapes_of(kind).values()
        )
