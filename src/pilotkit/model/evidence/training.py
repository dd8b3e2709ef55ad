"""培训: a training."""

from typing import Literal

from pilotkit.model.entity import Part
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.values import Count, Number, Several, Text

Stage = Literal["标准体系策划", "标准编制", "标准实施"]


class Attendee(Part):
    """A person with the hours attended, or how many holders of a post of a unit came."""

    person: Text | None = None
    hours: Number | None = None
    unit: Text | None = None
    post: Text | None = None
    count: Count | None = None


class Assessed(Part):
    """How the effect of a training was examined; `pass_rate` from 0 to 1."""

    method: Text
    pass_rate: Number | None = None


class IssuedCertificate(Part):
    """A certificate that a training gave."""

    person: Text
    number: Text


class Training(Evidence):
    """A training, who came for how long (学时), and how it was examined."""

    kind: Literal["培训"]
    stage: Stage
    hours: Number | None = None
    attendees: Several[Attendee] = ()
    assessed: Assessed | None = None
    certificates: Several[IssuedCertificate] = ()
