"""Which records serve which proofs."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from pilotkit.appraise.asks import Ask
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.proof import EvidenceProof
from pilotkit.model.repository import Repository
from pilotkit.model.score import ProofResult
from pilotkit.score.fields import value_of


def ids_found(
    results: Iterable[ProofResult], repository: Repository, *, rejected: bool = False
) -> frozenset[str]:
    """Return the ids of the evidence that these proofs rest on; with `rejected` what would, too."""
    found: set[str] = set()
    for result in results:
        for node in result.nodes():
            if node.proof.evidence or node.proof.judgement:
                supports = (*node.supports, *(node.rejected if rejected else ()))
                ids = {support.id for support in supports}
                found |= _adding(ids, node.proof.evidence, repository)
    return frozenset(found)


def _adding(ids: set[str], asked: EvidenceProof | None, repository: Repository) -> set[str]:
    """Keep what adds something: where a proof only asks `each`, a record with one of the values."""
    if asked is None or not asked.each or asked.at_least > 1:
        return ids
    records = repository.evidence_by_id
    return {
        id_
        for id_ in ids
        if any(
            _has(records[id_], key, value, repository)
            for key, values in asked.each.items()
            for value in values
        )
    }


def _has(record: Evidence, key: str, wanted: str, repository: Repository) -> bool:
    value = value_of(record, key, repository)
    return wanted in value if isinstance(value, tuple) else wanted == value


@dataclass(frozen=True)
class Readers:
    """What some proofs rest on: records by their ids, and what they read by way of measures."""

    ids: frozenset[str]
    asks: frozenset[Ask]
    repository: Repository

    @cached_property
    def _by_kind(self) -> dict[str, list[Ask]]:
        found: dict[str, list[Ask]] = {}
        for ask in sorted(self.asks):
            found.setdefault(ask.kind, []).append(ask)
        return found

    def take(self, record: Evidence) -> bool:
        """Say whether a record is among what they rest on or read."""
        asks = self._by_kind.get(record.kind, ())
        return record.id in self.ids or any(
            not ask.value or _has(record, ask.field, ask.value, self.repository) for ask in asks
        )
