"""The language in which the table and the plan say what proves a thing (design §5).

A proof is a tree of nodes; each says exactly one of eight things. What the names in it mean
(fields, measures, codes) is known only where it is evaluated; here it is only well-formed.
"""

from collections.abc import Iterator
from typing import Any, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from pilotkit.model.entity import Part
from pilotkit.model.values import Count, Number, Rate, Several, Text, Truth

# A test on a field: a value, a list (any of), `present`, {min, max}, or tests on what is inside.
Test = Any
Tests = dict[str, Test]
WORDS = ("evidence", "entity", "measure", "clean", "judgement", "all", "any", "parts")


class Distinct(Part):
    """How many different values a field (or 月, 季, 年) must take."""

    by: Text
    at_least: Count


class Selection(Part):
    """Which records prove, and how many of them it takes."""

    where: Tests = {}
    having: dict[str, Tests] = {}
    at_least: Count = 1
    each: dict[str, Several[Text]] = {}
    distinct: Distinct | None = None
    covers: Literal["成员单位", "自编标准", "服务事项", "管理事项", "岗位"] | None = None
    together: Truth = False
    full_at: Number | None = None
    within: Count | None = None


class EvidenceProof(Selection):
    """Evidence of one kind, or of any of several."""

    kind: Text | Several[Text]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that will do."""
        return (self.kind,) if isinstance(self.kind, str) else self.kind


class EntityProof(Selection):
    """Records that are data, not evidence."""

    of: Literal["standards", "laws", "documents", "staff", "assessments", "items", "posts"]


class MeasureProof(Part):
    """A measure's rate: as it is, held against a threshold, or full from a threshold on."""

    name: Text
    pillar: Text | None = None
    unit: Text | None = None
    level: Text | None = None
    at_least: Rate | None = None
    full_at: Number | None = None


class CleanProof(Part):
    """The share of subjects without an open finding of these codes."""

    codes: Several[Text]
    over: Literal["standards", "items", "posts", "laws", "framework", "evidence"]
    where: Tests = {}


class JudgementProof(Part):
    """What the experts said of these questions."""

    questions: Several[Text]


class Proof(Part):
    """One node: exactly one of the eight words, and the official words that it proves."""

    words: Text | None = None
    evidence: EvidenceProof | None = None
    entity: EntityProof | None = None
    measure: MeasureProof | None = None
    clean: CleanProof | None = None
    judgement: JudgementProof | None = None
    all: Several["Proof"] | None = None
    any: Several["Proof"] | None = None
    parts: Several["Weighted"] | None = None

    @model_validator(mode="after")
    def _one_word(self) -> Self:
        if sum(getattr(self, word) is not None for word in WORDS) != 1:
            raise PydanticCustomError("one_word", "not exactly one word of the proof language")
        return self

    @property
    def word(self) -> str:
        """Which of the eight words it says."""
        return next(word for word in WORDS if getattr(self, word) is not None)

    def children(self) -> Iterator[tuple[tuple[str | int, ...], "Proof"]]:
        """Yield the nodes below it with their routes from here."""
        for word in ("all", "any"):
            for index, child in enumerate(getattr(self, word) or ()):
                yield (word, index), child
        for index, weighted in enumerate(self.parts or ()):
            yield ("parts", index, "proof"), weighted.proof

    def nodes(self) -> Iterator[tuple[tuple[str | int, ...], "Proof"]]:
        """Yield it and every node below it with their routes from here, outermost first."""
        yield (), self
        for route, child in self.children():
            for below, node in child.nodes():
                yield (*route, *below), node


class Weighted(Part):
    """A part of a whole and its weight."""

    weight: Number = Field(gt=0)
    proof: Proof
