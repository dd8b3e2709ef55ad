"""What an inspection draws, by a printed seed: the same seed on the same records draws the same."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import NamedTuple, TypeVar

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.appraise.asks import MADE_OF
from pilotkit.model.evidence.practice import PracticeRecord, SampledCase
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.item import ServiceItem
from pilotkit.model.post import Post
from pilotkit.model.proof import Proof
from pilotkit.model.scoring import Indicator
from pilotkit.model.standard import Standard
from pilotkit.model.unit import Unit

Drawn = TypeVar("Drawn")
# How many an expert takes in the day or two that an inspection lasts.
STANDARDS, POSTS, WINDOWS, CASES = 5, 3, 3, 5


class Window(NamedTuple):
    """A unit with a window, and one of its items."""

    unit: Unit
    item: ServiceItem


class Case(NamedTuple):
    """A 办件 out of the sample of a ledger, and its place there."""

    ledger: PracticeRecord
    at: int
    sampled: SampledCase


@dataclass(frozen=True)
class Lots:
    """The draws of one inspection. Each has a stream of its own: one does not shift another."""

    appraisal: Appraisal
    seed: int

    def standards(self) -> list[Standard]:
        """Draw own standards that are issued."""
        day = self.appraisal.repository.day
        issued = {one.id: one for one in self.appraisal.repository.standards if one.issued_on(day)}
        return self._draw("standards", issued, STANDARDS)

    def posts(self) -> list[Post]:
        """Draw posts of the day."""
        living = {one.id: one for one in self.appraisal.repository.living_posts}
        return self._draw("posts", living, POSTS)

    def windows(self) -> list[Window]:
        """Draw units that have windows, and of each one confirmed item."""
        repository = self.appraisal.repository
        items: dict[str, dict[str, ServiceItem]] = {}
        for item in repository.service_items:
            if repository.is_confirmed(item):
                items.setdefault(repository.unit_id(item.unit), {})[item.id] = item
        units = {one.id: one for one in repository.living_units() if one.id in items}
        return [
            Window(unit, *self._draw(f"items of {unit.id}", items[unit.id], 1))
            for unit in self._draw("windows", units, WINDOWS)
        ]

    def cases(self) -> list[Case]:
        """Draw 办件 out of the ledgers that count."""
        ledgers = self.appraisal.basis.of(PracticeRecord)
        every = {
            f"{ledger.id}/{index:06}": Case(ledger, index, sampled)
            for ledger in ledgers
            for index, sampled in enumerate(ledger.sample)
        }
        return self._draw("cases", every, CASES)

    def evidence(self, indicator: Indicator) -> Evidence | None:
        """Draw one of the records that the points of a C rest on, by themselves or measured."""
        known = self.appraisal.repository.evidence_by_id
        criteria = self.appraisal.score.of_indicator(indicator.id)
        found = {
            support.id: known[support.id]
            for one in criteria
            for support in one.supports
            if support.id in known
        }
        if not found:
            kinds = {kind for one in criteria for kind in _measured(one.criterion.proof)}
            found = {one.id: one for one in self.appraisal.basis.counting if one.kind in kinds}
        return next(iter(self._draw(f"evidence of {indicator.id}", found, 1)), None)

    def _draw(self, what: str, among: Mapping[str, Drawn], most: int) -> list[Drawn]:
        """Draw without laying back; the order of files plays no part."""
        keys = sorted(among)
        lots = Random(f"{self.seed}/{what}")  # noqa: S311 - to be drawn again, not to be secret
        return [among[key] for key in sorted(lots.sample(keys, min(most, len(keys))))]


def _measured(proof: Proof) -> Iterator[str]:
    """Yield the kinds of evidence that the measures of a proof are made of."""
    for _, node in proof.nodes():
        if node.measure:
            yield from (ask.kind for ask in MADE_OF.get(node.measure.name, ()))


def latest(records: Iterable[Evidence]) -> Evidence | None:
    """Return the latest of some records."""
    return max(records, key=lambda one: (one.time, one.id), default=None)
