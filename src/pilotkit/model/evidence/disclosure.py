"""信息公开: what was made public about the record's `items`."""

from typing import Literal

from pilotkit.model.evidence.record import Evidence
from pilotkit.model.values import Several, Text


class Disclosure(Evidence):
    """Where it was published, and what of the items: 流程, 时限 and so on."""

    kind: Literal["信息公开"]
    where: Text
    what: Several[Text]
