"""实施记录: what the use of a standard left behind, a ledger and a period a record."""

from typing import Literal

from pilotkit.model.entity import Part
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.period import Period
from pilotkit.model.values import Count, Several, Text


class SampledCase(Part):
    """A 办件 of the ledger, followed to the clause that it was handled by."""

    case: Text
    clause: Text | None = None


class PracticeRecord(Evidence):
    """A ledger of one standard (and one of its `records`) over a period."""

    kind: Literal["实施记录"]
    standard: Text
    record: Text | None = None
    post: Text | None = None
    period: Period
    count: Count | None = None
    sample: Several[SampledCase] = ()
