"""满意度调查: a satisfaction survey."""

from typing import Literal

from pilotkit.model.entity import Part
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.period import Period
from pilotkit.model.values import Count, Text


class Answers(Part):
    """Valid answers by the five levels of 好差评."""

    very_satisfied: Count = 0
    satisfied: Count = 0
    basically: Count = 0
    dissatisfied: Count = 0
    very_dissatisfied: Count = 0

    @property
    def positive(self) -> int:
        """非常满意 + 满意 + 基本满意."""
        return self.very_satisfied + self.satisfied + self.basically

    @property
    def valid(self) -> int:
        """All valid answers."""
        return self.positive + self.dissatisfied + self.very_dissatisfied


class Survey(Evidence):
    """A survey by one method over one period. `valid` is the count the report itself states."""

    kind: Literal["满意度调查"]
    method: Literal["自测", "第三方", "好差评"]
    agency: Text | None = None
    report_number: Text | None = None
    questionnaire: Text | None = None
    period: Period
    counts: Answers
    valid: Count | None = None
    analysis: Text | None = None
    measures: Text | None = None
