"""The words that a cell of a list may take, and which cells must be filled."""

from pilotkit.load.sheet_rows import shapes_of
from pilotkit.model.entity import fields_by_key
from pilotkit.model.field_type import choices_of, type_at
from pilotkit.model.repository import Repository
from pilotkit.model.sheet_cell import choices
from pilotkit.model.sheet_column import POSITION, SheetColumn, SheetKind
from pilotkit.model.standard import ORIGINS
from pilotkit.report.workbook.words import Words

# Fields whose words are a closed list of the vocabulary.
_VOCABULARY = {
    ("standards", "kind"): "standard_kinds",
    ("evidence", "meeting_type"): "meeting_types",
    ("evidence", "doc_types"): "doc_types",
}


class Choices:
    """What the columns of lists offer."""

    def __init__(self, words: Words, repository: Repository) -> None:
        self._words, self._repository = words, repository

    def source(self, column: SheetColumn, kind: SheetKind) -> str | None:
        """Return where the words for a column stand; None where it takes any."""
        if column.shown or column.key == POSITION:
            return None
        words = choices(column, self._allowed(column, kind), self._repository)
        return self._words.source(words) if words else None

    def beside(self, column: SheetColumn, kind: SheetKind) -> tuple[str, ...]:
        """Return the words of which a cell may hold several; none where it takes any."""
        is_closed = column.form == "words" and not column.refers and not column.shown
        return self._allowed(column, kind) if is_closed else ()

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
