"""The filled table: what is supported, what is claimed, what is lost and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from pilotkit.model.day import AsOf
from pilotkit.model.diagnostic import Diagnostic
from pilotkit.model.location import Location, Place
from pilotkit.model.measurement import Measurement
from pilotkit.model.proof import Proof
from pilotkit.model.scoring import Criterion, Indicator, Scoring
from pilotkit.model.sentence import Sentence


class Status(StrEnum):
    """How far a criterion is met: 达到, 部分达到, 未达到, 待评."""

    MET = "met"
    PARTIAL = "partial"
    UNMET = "unmet"
    UNASSESSED = "unassessed"


class Support(NamedTuple):
    """A record that a proof rests on, or would if nothing spoke against it."""

    id: str
    title: str
    place: Place
    reason: Sentence | None = None

    @property
    def location(self) -> Location:
        """Where it is written."""
        return self.place.location


@dataclass(frozen=True)
class ProofResult:
    """What became of one node of a proof: its share from 0 to 1, and everything behind it.

    `best_share` is the share were every judgement that nobody has given yet a full one; `missing`
    says in words what would raise the share; `short` how many records or subjects are missing to
    the full share, where that can be counted; `measurement` is that of a measure node, `faults`
    the findings that a `clean` node holds against its subjects, one of each.
    """

    proof: Proof
    asks: Sentence
    share: Fraction
    best_share: Fraction
    supports: tuple[Support, ...] = ()
    rejected: tuple[Support, ...] = ()
    missing: tuple[Sentence, ...] = ()
    short: int | None = None
    built: bool = True
    assessed: bool = True
    measurement: Measurement | None = None
    faults: tuple[Diagnostic, ...] = ()
    children: tuple["ProofResult", ...] = ()
    weight: Decimal | None = None

    def nodes(self) -> Iterator["ProofResult"]:
        """Yield it and all nodes below, outermost first."""
        yield self
        for child in self.children:
            yield from child.nodes()


@dataclass(frozen=True)
class CriterionScore:
    """One line of the table, filled. `taken` is None outside a group of alternatives."""

    criterion: Criterion
    indicator: Indicator
    result: ProofResult
    supported: Decimal
    lost: Decimal
    unassessed: Decimal
    claimed: Decimal | None
    status: Status
    taken: bool | None
    reasons: tuple[Sentence, ...]

    @property
    def id(self) -> str:
        """The id of the criterion, such as C14-1."""
        return self.criterion.id

    @property
    def is_reconstructed(self) -> bool:
        """Whether its words, or the name of its C, are not the official ones."""
        return "reconstructed" in {self.criterion.prov, self.indicator.prov}

    @property
    def marked_name(self) -> str:
        """The name of its C, with a star where that or its own words are not the official ones."""
        return f"{self.indicator.name} *" if self.is_reconstructed else self.indicator.name

    @property
    def supports(self) -> tuple[Support, ...]:
        """The records that any node of its proof rests on, each once, in order of their ids."""
        found = {one.id: one for node in self.result.nodes() for one in node.supports}
        return tuple(found[id_] for id_ in sorted(found))


@dataclass(frozen=True)
class IndicatorScore:
    """An A, B or C with the sums of what is below it; `claimed` is None where nothing is."""

    indicator: Indicator
    supported: Decimal
    claimed: Decimal | None
    unassessed: Decimal

    @property
    def id(self) -> str:
        """Its id, such as B3."""
        return self.indicator.id


@dataclass(frozen=True)
class Score:
    """The whole table, filled, as of a day.

    `changes` names every way in which table, proofs and windows differ from the official ones;
    `later` counts the records dated after the day, which are not counted.
    """

    as_of: AsOf
    table: Scoring
    supported: Decimal
    claimed: Decimal | None
    unassessed: Decimal
    indicators: tuple[IndicatorScore, ...]
    criteria: tuple[CriterionScore, ...]
    measurements: Mapping[str, Measurement]
    changes: tuple[Sentence, ...]
    later: int

    @property
    def lost(self) -> Decimal:
        """What is missing to the maximum; the sum of what the criteria lost."""
        return self.table.total - self.supported

    def criterion(self, id_: str) -> CriterionScore | None:
        """Find a criterion by its id."""
        return next((one for one in self.criteria if one.id == id_), None)

    def of_indicator(self, id_: str) -> tuple[CriterionScore, ...]:
        """Return the criteria of a C."""
        return tuple(one for one in self.criteria if one.indicator.id == id_)
