"""A stretch of days inside a record."""

from pydantic import Field

from pilotkit.model.entity import Part
from pilotkit.model.values import Day


class Period(Part):
    """From a day to a day, both included: `period: {from: 2023-01-01, to: 2023-03-31}`."""

    from_: Day = Field(alias="from")
    to: Day
