"""Shares become points: full or in steps, alternatives, losses that add up."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from pilotkit.model.proof import JudgementProof, Proof
from pilotkit.model.score import ProofResult, Status
from pilotkit.model.scoring import Criterion, Indicator
from pilotkit.model.sentence import Sentence
from pilotkit.score.award import award, points_of

STEP = Decimal("0.1")
ASKS = Sentence("材料", "material")
PROOF = Proof(judgement=JudgementProof(questions=("q",)))
SHARES = st.fractions(min_value=0, max_value=1, max_denominator=1000)


def criterion(
    id_: str, points: int, award_: str = "proportional", group: str | None = None
) -> Criterion:
    return Criterion.model_construct(
        id=id_, points=Decimal(points), award=award_, group=group, text="", proof=PROOF
    )


def result(share: Fraction, best: Fraction | None = None) -> ProofResult:
    missing = (Sentence("缺", "lacks"),)
    return ProofResult(PROOF, ASKS, share, share if best is None else best, missing=missing)


def c_of(*criteria: Criterion) -> Indicator:
    return Indicator.model_construct(id="C1", name="", points=Decimal(0), criteria=criteria)


@given(SHARES, st.integers(1, 8))
def test_points_are_cut_to_the_step_and_never_full_below_a_full_share(
    share: Fraction, points: int
) -> None:
    given_points = points_of(criterion("x", points), share, STEP)
    exact = share * points
    assert given_points <= exact < given_points + STEP or share == 1
    assert (given_points == points) == (share == 1)
    whole = points_of(criterion("x", points, "full"), share, STEP)
    assert whole == (points if share == 1 else 0)


@given(SHARES, SHARES)
def test_more_never_gives_less(one: Fraction, other: Fraction) -> None:
    low, high = sorted((one, other))
    assert points_of(criterion("x", 3), low, STEP) <= points_of(criterion("x", 3), high, STEP)


@given(SHARES, SHARES, SHARES)
def test_losses_and_points_of_a_group_add_up_to_its_best(
    first: Fraction, second: Fraction, third: Fraction
) -> None:
    indicator = c_of(
        criterion("a", 1, "full", "g"), criterion("b", 2, "full", "g"), criterion("c", 2)
    )
    shares = {"a": result(first), "b": result(second), "c": result(third)}
    filled = award(indicator, shares, {}, STEP)
    assert sum(one.supported + one.lost for one in filled) == 4
    taken = [one.id for one in filled if one.taken]
    assert len(taken) == 1
    assert all(one.supported == 0 for one in filled if one.taken is False)


def test_the_best_alternative_carries_the_points_and_the_other_says_so() -> None:
    indicator = c_of(criterion("a", 1, "full", "g"), criterion("b", 2, "full", "g"))
    own, third = award(indicator, {"a": result(Fraction(1)), "b": result(Fraction(0))}, {}, STEP)
    assert (own.supported, own.lost, own.taken, own.status) == (1, 0, True, Status.MET)
    assert (third.supported, third.lost, third.taken) == (0, 1, False)
    assert third.reasons[0].zh == "择一，已取 a"
    both = award(indicator, {"a": result(Fraction(1)), "b": result(Fraction(1))}, {}, STEP)
    assert [(one.supported, one.lost) for one in both] == [(0, 0), (2, 0)]


def test_what_nobody_has_judged_yet_is_open() -> None:
    (one,) = award(c_of(criterion("a", 6)), {"a": result(Fraction(0), Fraction(1, 2))}, {}, STEP)
    assert (one.status, one.unassessed, one.lost) == (Status.UNASSESSED, 3, 6)
    (one,) = award(c_of(criterion("a", 6)), {"a": result(Fraction(1, 2), Fraction(1))}, {}, STEP)
    assert (one.status, one.unassessed) == (Status.PARTIAL, 3)


def test_reasons_are_empty_only_where_nothing_is_lost() -> None:
    (full,) = award(c_of(criterion("a", 6)), {"a": result(Fraction(1))}, {}, STEP)
    (lost,) = award(c_of(criterion("a", 6)), {"a": result(Fraction(999, 1000))}, {}, STEP)
    assert full.reasons == ()
    assert (lost.supported, lost.reasons[0].zh) == (Decimal("5.9"), "材料：缺")
