"""The leading group: `data/roster.yaml`."""

from typing import Any, Literal

from pilotkit.model.entity import Entity, Timed
from pilotkit.model.values import Several, Text


class Appointment(Entity, Timed):
    """A person's place in the leading group: from which unit, in which post there, as what."""

    person: Text
    unit: Text
    post: Text
    role: Literal["组长", "副组长", "成员"]
    note: Text | None = None


class Roster(Entity):
    """The whole file."""

    source: Text | None = None
    people: Several[Any]
