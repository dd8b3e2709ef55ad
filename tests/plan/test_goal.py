"""The plan for a target is the one of least work, then of fewest actions."""

from decimal import Decimal
from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from pilotkit.model.proof import JudgementProof, Proof
from pilotkit.model.score import CriterionScore, ProofResult, Status
from pilotkit.model.scoring import Criterion, Indicator
from pilotkit.model.sentence import Sentence
from pilotkit.plan.goal import Choice, least_work, most_of, work_of
from pilotkit.plan.need import Count, Need, Standing
from pilotkit.plan.option import Option
from pilotkit.plan.way import Move, Way

PROOF = Proof(judgement=JudgementProof(questions=("q",)))
LEAF = ProofResult(PROOF, Sentence("材料", "material"), Fraction(0), Fraction(0))
CRITERION = Criterion.model_construct(id="C1-1", points=Decimal(9), group=None, text="")
LINE = CriterionScore(
    CRITERION,
    Indicator.model_construct(id="C1", name="", criteria=(CRITERION,)),
    LEAF,
    Decimal(0),
    Decimal(9),
    Decimal(0),
    None,
    Status.UNMET,
    None,
    (),
)


def option(tenths: int, days: Fraction) -> Option:
    count = Count(0, Fraction(1), 1)
    way = Way((Move((), Need(LEAF, count, days, Standing.READY, True), 1),))
    return Option(LINE, way, Decimal(tenths) / 10, True)


OPTIONS = st.builds(
    option, st.integers(1, 30), st.fractions(min_value=0, max_value=9, max_denominator=4)
)
GROUPS = st.lists(st.lists(OPTIONS, max_size=3).map(tuple), max_size=5)


def gained(options: tuple[Option, ...]) -> Decimal:
    return sum((one.gain for one in options), Decimal(0))


@given(GROUPS, st.integers(-5, 120))
def test_no_other_choice_reaches_it_with_less(groups: list[Choice], tenths: int) -> None:
    wanted = Decimal(tenths) / 10
    chosen = least_work(groups, wanted)
    reach = sum(map(most_of, groups), Decimal(0))
    within = max(Decimal(0), min(wanted, reach))
    assert chosen.exact
    assert gained(chosen.options) >= within
    every = [
        tuple(one for one in choice if one) for choice in product(*([None, *g] for g in groups))
    ]
    least = min((work_of(one), len(one)) for one in every if gained(one) >= within)
    assert (work_of(chosen.options), len(chosen.options)) == least


def test_points_finer_than_a_hundredth_are_cut_and_the_plan_says_so() -> None:
    fine = Option(LINE, Way(), Decimal("0.015"), True)
    chosen = least_work([(fine,), (option(10, Fraction(1)),)], Decimal("1.01"))
    assert not chosen.exact
    assert gained(chosen.options) >= Decimal("1.01")


def test_nothing_is_chosen_for_what_is_there_already() -> None:
    assert least_work([(option(10, Fraction(1)),)], Decimal(0)).options == ()
    assert least_work([], Decimal(5)).options == ()
