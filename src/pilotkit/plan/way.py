"""The cheapest set of leaves whose meeting brings a proof to a share."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from pilotkit.model.score import ProofResult
from pilotkit.plan.need import Need, Standing, need_of
from pilotkit.score.prover import combine

Path = tuple[int, ...]
_ALL = Fraction(1)


class Move(NamedTuple):
    """So many more of what a leaf needs; `at` is the way to the leaf from the root."""

    at: Path
    need: Need
    more: int

    @property
    def days(self) -> Fraction:
        """The work, in days."""
        return self.need.days * self.more


class Way(NamedTuple):
    """Moves that together bring a proof where it is wanted, in the order of the proof."""

    moves: tuple[Move, ...] = ()

    @property
    def days(self) -> Fraction:
        """The work, in days."""
        return sum((move.days for move in self.moves), Fraction(0))

    @property
    def key(self) -> tuple[tuple[Path, int], ...]:
        """What tells it from other ways over the same proof."""
        return tuple((move.at, move.more) for move in self.moves)

    @property
    def certain(self) -> bool:
        """Whether what it promises hangs on nobody's judgement and on nothing past."""
        return all(move.need.certain for move in self.moves)


@dataclass(frozen=True)
class Ground:
    """A proof as it stands, with what its leaves need and how it is put together.

    `allowed` says which leaves may be worked on.
    """

    result: ProofResult
    efforts: Mapping[str, Decimal]
    allowed: frozenset[Standing] = frozenset({Standing.READY})
    at: Path = ()

    @property
    def below(self) -> tuple["Ground", ...]:
        """The nodes below."""
        return tuple(
            replace(self, result=child, at=(*self.at, index))
            for index, child in enumerate(self.result.children)
        )

    @property
    def need(self) -> Need:
        """What it needs, being a leaf."""
        return need_of(self.result, self.efforts)

    @property
    def top(self) -> Fraction:
        """The highest share that it can be brought to."""
        result = self.result
        if result.share >= 1:
            return result.share
        if self.result.proof.word in {"all", "any", "parts"}:
            shares = {ground.at: ground.top for ground in self.below}
            return weighed(result, shares, self.at).share if shares else result.share
        need = self.need
        return max(result.share, need.top) if need.standing in self.allowed else result.share

    def cheapest(self, share: Fraction) -> Way | None:
        """Find the way of least work to a share; None where there is none."""
        proof = self.result.proof
        if self.result.share >= share:
            return Way()
        if self.top < share:
            return None
        if proof.all is not None:
            return _together(ground.cheapest(share) for ground in self.below)
        if proof.any is not None:
            return _least(ground.cheapest(share) for ground in self.below)
        if proof.parts is not None:
            return self._part(share)
        need = self.need
        return Way((Move(self.at, need, need.more_for(share)),))

    def _part(self, share: Fraction) -> Way | None:
        """Raise one part by itself where that will do, else all parts as far as they go."""
        whole = sum((Fraction(one.weight) for one in self.result.proof.parts or ()), Fraction(0))
        alone: list[Way | None] = []
        for ground in self.below:
            weight = Fraction(ground.result.weight or 0)
            wanted = ground.result.share + (share - self.result.share) * whole / weight
            alone.append(ground.cheapest(wanted) if wanted <= 1 else None)
        return _least(alone) or _together(ground.cheapest(ground.top) for ground in self.below)


def weighed(result: ProofResult, shares: Mapping[Path, Fraction], at: Path = ()) -> ProofResult:
    """Weigh a proof again with the shares of some nodes replaced."""
    if at in shares:
        share = shares[at]
        return replace(result, share=share, best_share=max(share, result.best_share))
    if not result.children:
        return result
    children = enumerate(result.children)
    return combine(
        result.proof, tuple(weighed(child, shares, (*at, index)) for index, child in children)
    )


def _together(ways: Iterable[Way | None]) -> Way | None:
    moves: list[Move] = []
    for way in ways:
        if way is None:
            return None
        moves += way.moves
    return Way(tuple(moves))


def _least(ways: Iterable[Way | None]) -> Way | None:
    """Of equal ones the surer, then the first."""
    found = [way for way in ways if way is not None]
    return min(found, key=lambda way: (way.days, not way.certain), default=None)
