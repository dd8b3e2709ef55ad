"""不合格项: a nonconformity from its finding to its closing."""

from datetime import date
from typing import Literal

from pilotkit.model.evidence.record import Evidence
from pilotkit.model.values import Day, Text


class Nonconformity(Evidence):
    """What was wrong, why, what was done, by when, and who verified it (never its owner).

    `source` names where it was found, `revision` the standard that has to be revised for it.
    """

    kind: Literal["不合格项"]
    source: Text | None = None
    standard: Text | None = None
    clause: Text | None = None
    facts: Text
    severity: Literal["严重", "一般", "观察项"]
    cause: Text | None = None
    correction: Text | None = None
    corrective_action: Text | None = None
    preventive_action: Text | None = None
    owner: Text | None = None
    due: Day | None = None
    verified_by: Text | None = None
    verified_on: Day | None = None
    revision: Text | None = None

    def is_closed_on(self, day: date) -> bool:
        """Say whether it is verified by a day."""
        return self.verified_on is not None and self.verified_on <= day

    def is_overdue_on(self, day: date) -> bool:
        """Say whether it is open after the day that it was due."""
        return self.due is not None and self.due < day and not self.is_closed_on(day)
