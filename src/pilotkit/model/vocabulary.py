"""The closed lists of the tool (`official/vocabulary.yaml`); a workspace may add to them."""

from pilotkit.model.entity import Entity
from pilotkit.model.values import Several, Text


class ClosedLists(Entity):
    """Words that a field may take."""

    doc_types: Several[Text]
    meeting_types: Several[Text]
    standard_kinds: Several[Text]
