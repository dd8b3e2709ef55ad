"""Laws, regulations and policy documents: `data/laws/<id>.yaml`."""

from datetime import date
from typing import Literal

from pydantic import Field

from pilotkit.model.day import is_in_force
from pilotkit.model.entity import Entity
from pilotkit.model.values import Day, Id, Several, Text

LawClass = Literal["法律", "行政法规", "地方性法规", "规章", "政策文件"]


class Law(Entity):
    """A law, regulation or policy document, with the days it is in force."""

    id: Id
    title: Text
    number: Text | None = None
    class_: LawClass = Field(alias="class")
    issuer: Text | None = None
    issued: Day | None = None
    effective: Day | None = None
    amended: Several[Day] = ()
    withdrawn: Day | None = None
    replaced_by: Text | None = None
    collected_by: Several[Text] = ()
    certainty: Literal["查证", "待核"] = "待核"
    source: Text | None = None
    note: Text | None = None

    def in_force_on(self, day: date) -> bool:
        """Say whether it is in force on a day; without dates it is taken to be."""
        return is_in_force(day, self.effective, self.withdrawn)
