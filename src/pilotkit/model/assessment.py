"""What somebody claims or judges: `data/assessments/<id>.yaml`."""

from typing import Literal

from pilotkit.model.entity import Entity, Part
from pilotkit.model.values import Day, Id, Number, Several, Text, Truth


class Claim(Part):
    """Points claimed for a criterion, and why."""

    criterion: Text
    points: Number
    note: Text | None = None


class Assessment(Entity):
    """One assessment: points by criterion, or 达标 (`passed`) of one unit."""

    id: Id
    body: Literal["自评", "中期", "初验", "专家"]
    date: Day
    unit: Text | None = None
    points: Several[Claim] = ()
    passed: Truth | None = None
    note: Text | None = None
