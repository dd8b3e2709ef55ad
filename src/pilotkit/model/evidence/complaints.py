"""意见投诉: the ledger of opinions, suggestions and complaints of one period."""

from typing import Literal

from pilotkit.model.evidence.record import Evidence
from pilotkit.model.period import Period
from pilotkit.model.values import Count


class Complaints(Evidence):
    """How many came in, how many were resolved, how many in time, how many are open."""

    kind: Literal["意见投诉"]
    period: Period
    received: Count
    resolved: Count
    resolved_in_time: Count
    open: Count
    by_type: dict[str, Count] = {}
    by_channel: dict[str, Count] = {}
