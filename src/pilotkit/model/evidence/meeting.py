"""会议: a meeting."""

from typing import Literal

from pilotkit.model.evidence.record import Evidence
from pilotkit.model.values import Several, Text


class Meeting(Evidence):
    """A meeting and the units that attended."""

    kind: Literal["会议"]
    meeting_type: Text
    units: Several[Text] = ()
