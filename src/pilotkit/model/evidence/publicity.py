"""宣传: publicity inside or outside."""

from typing import Literal

from pilotkit.model.evidence.record import Evidence
from pilotkit.model.values import Text


class Publicity(Evidence):
    """Something published; whether the publisher is independent is computed, never written."""

    kind: Literal["宣传"]
    scope: Literal["内部", "外部"]
    medium: Text
    publisher: Text | None = None
    url: Text | None = None
