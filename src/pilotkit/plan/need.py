"""What it takes to raise one leaf of a proof: how many more, of what, and whether that is sure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from pilotkit.measure.measures import BY_NAME
from pilotkit.model.measurement import Measurement
from pilotkit.model.proof import EvidenceProof, MeasureProof, Selection
from pilotkit.model.score import ProofResult

# One document or one meeting takes in all that is lacking; of other kinds each subject is work.
_TAKING_ALL = frozenset({"文件", "会议"})
# What one more of a leaf costs that the table gives no effort for, in working days.
_UNWRITTEN = Decimal(1)
_NONE, _ALL = Fraction(0), Fraction(1)


class Standing(Enum):
    """Whether a leaf can be worked on: now, once there is something to count, or not yet."""

    READY = "ready"
    WAITING = "waiting"
    UNBUILT = "unbuilt"


class Count(NamedTuple):
    """Where a leaf stands: `have` of the `full` that a full share takes, at most `most`.

    A leaf that is `whole` gives nothing for a part of it.
    """

    have: int
    full: Fraction
    most: int
    whole: bool = False


@dataclass(frozen=True)
class Need:
    """A leaf below its full share; `days` is the work that one more takes."""

    leaf: ProofResult
    count: Count
    days: Fraction
    standing: Standing
    certain: bool

    @property
    def top(self) -> Fraction:
        """The share that it can be brought to."""
        return self.share_with(max(0, self.count.most - self.count.have))

    def more_for(self, share: Fraction) -> int:
        """Say how many more bring it to a share that it can be brought to."""
        wanted = _ALL if self.count.whole else share
        return max(0, ceil(wanted * self.count.full) - self.count.have)

    def share_with(self, more: int) -> Fraction:
        """Return its share with so many more."""
        reached = (self.count.have + more) / self.count.full
        if reached >= 1:
            return _ALL
        return self.leaf.share if self.count.whole else reached


def need_of(leaf: ProofResult, efforts: Mapping[str, Decimal]) -> Need:
    """Say what a leaf whose share is not full needs."""
    counted, keys = _counted(leaf)
    known = [efforts[key] for key in keys if key in efforts]
    if not leaf.built:
        standing = Standing.UNBUILT
    else:
        standing = Standing.READY if counted else Standing.WAITING
    # Of what cannot be counted yet at least one will be needed.
    count = counted or Count(0, _ALL, 1, whole=True)
    return Need(leaf, count, Fraction(min(known, default=_UNWRITTEN)), standing, _is_certain(leaf))


def _is_certain(leaf: ProofResult) -> bool:
    proof = leaf.proof
    if proof.measure:
        measure = BY_NAME.get(proof.measure.name)
        return measure is None or not measure.final
    selection = proof.evidence or proof.entity
    if selection and selection.covers:  # what is to be covered may be nothing, unseen
        return not _is_mixed(selection)
    return proof.judgement is None


def _counted(leaf: ProofResult) -> tuple[Count | None, Iterable[str]]:
    """Count a leaf, None where there is nothing to count; and name the keys of its effort."""
    proof = leaf.proof
    if selection := proof.evidence or proof.entity:
        of = () if proof.entity is None else (proof.entity.of,)
        return _of_records(leaf, selection), proof.evidence.kinds if proof.evidence else of
    if proof.measure:
        return _of_measure(leaf.measurement, proof.measure), (proof.measure.name,)
    if proof.judgement:
        return _of_judgement(leaf), ("judgement",)
    return _of_clean(leaf), ("clean",)


def _of_records(leaf: ProofResult, selection: Selection) -> Count | None:
    short = leaf.short
    if not short:
        return None
    if _is_mixed(selection):
        return Count(0, Fraction(short), short, whole=True)
    if selection.covers:
        return _of_cover(leaf, selection, short)
    if selection.each:
        full = len(set(map(str, next(iter(selection.each.values())))))
    else:
        full = selection.distinct.at_least if selection.distinct else selection.at_least
    return Count(full - short, Fraction(full), full)


def _is_mixed(selection: Selection) -> bool:
    """Say whether several conditions hold at once, of which the share shows only the least."""
    conditions = (selection.distinct, selection.covers, selection.at_least > 1)
    return len(selection.each) + sum(map(bool, conditions)) > 1


def _of_cover(leaf: ProofResult, selection: Selection, short: int) -> Count:
    """Of what each record must cover by itself a new record is needed, whatever the old have."""
    if not selection.together or _takes_all(selection):
        return Count(0, _ALL, 1, whole=True)
    most_of = Fraction(selection.full_at) if selection.full_at else _ALL
    every = round(short / (1 - leaf.share * most_of))
    return Count(every - short, every * most_of, every)


def _takes_all(selection: Selection) -> bool:
    return isinstance(selection, EvidenceProof) and set(selection.kinds) <= _TAKING_ALL


def _of_measure(measured: Measurement | None, asked: MeasureProof) -> Count | None:
    if measured is None or measured.lower_rate is None:
        return None
    every = measured.required
    if asked.at_least is not None:
        return Count(measured.counted, every * Fraction(asked.at_least), every, whole=True)
    full = every * Fraction(asked.full_at) if asked.full_at else Fraction(every)
    return Count(measured.counted, full, every)


def _of_judgement(leaf: ProofResult) -> Count | None:
    """Count the questions that are not answered, or not with a full rating."""
    if not leaf.supports and leaf.best_share == 0:
        return None
    asked = len(leaf.missing)
    return Count(0, Fraction(asked), asked, whole=True)


def _of_clean(leaf: ProofResult) -> Count | None:
    if not leaf.short:
        return None
    every = round(leaf.short / (1 - leaf.share))
    return Count(every - leaf.short, Fraction(every), every)
