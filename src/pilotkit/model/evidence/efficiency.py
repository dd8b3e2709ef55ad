"""效能对比: the same items before and after."""

from typing import Literal

from pilotkit.model.entity import Part
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.values import Count, Day, Number, Text


class Baseline(Part):
    """When and where the figures before were taken."""

    date: Day
    source: Text


class Figures(Part):
    """Steps, materials, days, visits and cost (yuan) of handling; less is better."""

    steps: Count | None = None
    materials: Count | None = None
    days: Number | None = None
    visits: Count | None = None
    cost: Number | None = None


class Efficiency(Evidence):
    """The record's `items` compared."""

    kind: Literal["效能对比"]
    baseline: Baseline | None = None
    before: Figures
    after: Figures
