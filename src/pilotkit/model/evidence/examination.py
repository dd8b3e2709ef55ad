"""岗位考核: an examination of the holders of posts in their standards."""

from typing import Literal

from pilotkit.model.evidence.record import Evidence
from pilotkit.model.values import Count, Text


class Examination(Evidence):
    """How many were examined in the record's `standards` for its `posts`, and how many passed."""

    kind: Literal["岗位考核"]
    method: Text | None = None
    examined: Count
    passed: Count
