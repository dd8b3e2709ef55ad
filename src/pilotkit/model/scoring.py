"""The official table (计分表): indicators A, B, C and their criteria with their proofs."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from pydantic import Field

from pilotkit.model.entity import Entity, Part
from pilotkit.model.location import Route
from pilotkit.model.pilot import PassMark
from pilotkit.model.proof import Proof
from pilotkit.model.values import Count, Number, Several, Text

Provenance = Literal["seed", "repaired", "reconstructed"]
_LEVELS = 3


class Question(Part):
    """What the reviewers are asked about the words of a criterion."""

    id: Text
    words: Text | None = None
    text: Text


class Criterion(Part):
    """One line of 评分标准: its words, its points, what proves it, what a step costs.

    `prov` says how far the words are the official ones; `reading` how this tool reads them.
    """

    id: Text
    points: Number
    group: Text | None = None
    prov: Provenance = "seed"
    raw: Text | None = None
    text: Text
    award: Literal["full", "proportional"]
    reading: Text | None = None
    proof: Proof
    questions: Several[Question] = ()
    effort: dict[str, Number] = {}


class Indicator(Part):
    """A (一级), B (二级) or C (三级): its children or, at the bottom, its criteria."""

    id: Text
    name: Text
    points: Number
    prov: Provenance = "seed"
    defects: Several[Text] = ()
    lead: Text | None = None
    tail: Text | None = None
    children: Several["Indicator"] = ()
    criteria: Several[Criterion] = ()

    @property
    def marked_name(self) -> str:
        """Its name, with a star where that is not the official one."""
        return f"{self.name} *" if self.prov == "reconstructed" else self.name

    @property
    def level(self) -> int:
        """1, 2 or 3 for 一级, 二级, 三级: the criteria stand below the third."""
        return self.children[0].level - 1 if self.children else _LEVELS

    def every(self) -> Iterator["Indicator"]:
        """Yield itself and every indicator below, in the table's order."""
        yield self
        for child in self.children:
            yield from child.every()

    def placed(self, route: Route) -> Iterator[tuple[Route, "Indicator"]]:
        """Yield itself and every indicator below, each with its route."""
        yield route, self
        for index, child in enumerate(self.children):
            yield from child.placed((*route, "children", index))


class Thresholds(Part):
    """Numbers that measures and reviews are held against (C2-2; design §4, §5).

    `training_hours`: 学时 a person needs; `effective_months`: how long a standard is in force
    before its use is due; a review takes `reviewers`, and a sample of `sample` standards and the
    `sample_share` of the own issued ones.
    """

    training_hours: Number
    effective_months: Count
    reviewers: Count
    sample: Count
    sample_share: Number


class Scoring(Entity):
    """The whole table. `step` is the smallest part of a point that is awarded."""

    schema_: Text | None = Field(None, alias="schema")
    title: Text
    source: Text | None = None
    total: Number
    step: Number
    thresholds: Thresholds
    effort: dict[str, Number] = {}
    code_sets: dict[str, Several[Text]] = {}
    pass_mark: PassMark | None = None
    header_fields: Several[Text] = ()
    columns: Several[Text] = ()
    indicators: Several[Indicator]

    def every_indicator(self) -> Iterator[Indicator]:
        """Yield A1, B1, C1 … in the table's order."""
        for indicator in self.indicators:
            yield from indicator.every()

    def with_routes(self) -> Iterator[tuple[Route, Indicator]]:
        """Yield A1, B1, C1 … with their routes."""
        for index, indicator in enumerate(self.indicators):
            yield from indicator.placed(("indicators", index))

    def placed_criteria(self) -> Iterator[tuple[Route, Criterion]]:
        """Yield every criterion with its route."""
        for route, indicator in self.with_routes():
            for index, criterion in enumerate(indicator.criteria):
                yield (*route, "criteria", index), criterion

    def criteria(self) -> Iterator[tuple[Indicator, Criterion]]:
        """Yield every criterion with its C, in the table's order."""
        for indicator in self.every_indicator():
            for criterion in indicator.criteria:
                yield indicator, criterion


def best_sum(criteria: tuple[Criterion, ...]) -> Decimal:
    """Add up what a C can reach: of the criteria of one group only the largest counts."""
    groups: dict[str, Decimal] = {}
    for criterion in criteria:
        key = criterion.group or criterion.id
        groups[key] = max(groups.get(key, Decimal(0)), criterion.points)
    return sum(groups.values(), Decimal(0))
