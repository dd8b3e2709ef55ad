"""What an inspection draws, and how the records answer."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.cli.pipeline import examine
from pilotkit.cli.reading import read
from pilotkit.plan.drawing_lots import CASES, POSTS, STANDARDS, WINDOWS, Lots
from pilotkit.plan.questions import Answer
from pilotkit.plan.rehearsal import default_seed, rehearse
from small_plan import MEETING, appraisal_on, plan, record, task

ROOT = Path(__file__).parents[2]
SMALL = appraisal_on("2021-07-01", plan(task("P1-1", MEETING)), record("会议", "m", "2021-05-02"))


@pytest.fixture(scope="module")
def far_along() -> Appraisal:
    return examine(read(ROOT / "examples/demo"), None).appraisal


def answers(appraisal: Appraisal, seed: int, step: int) -> list[Answer]:
    questions = rehearse(appraisal, seed).steps[step].questions
    return [answer for question in questions for answer in question.answers]


def drawn(appraisal: Appraisal, seed: int) -> tuple[list[str], ...]:
    lots = Lots(appraisal, seed)
    return (
        [one.id for one in lots.standards()],
        [one.id for one in lots.posts()],
        [f"{one.unit.id} {one.item.id}" for one in lots.windows()],
        [f"{one.ledger.id} {one.at}" for one in lots.cases()],
    )


def test_the_steps_are_the_eight_in_order() -> None:
    assert "".join(one.number for one in rehearse(SMALL, 1).steps) == "①②③④⑤⑥⑦⑧"


@settings(max_examples=10, deadline=None)
@given(st.integers())
def test_the_same_seed_draws_the_same_and_never_one_twice(seed: int) -> None:
    demo = _demo()
    found = drawn(demo, seed)
    assert found == drawn(demo, seed)
    assert [len(one) for one in found] == [STANDARDS, POSTS, WINDOWS, CASES]
    for one in found:
        assert len(one) == len(set(one))


_KEPT: list[Appraisal] = []


def _demo() -> Appraisal:
    if not _KEPT:
        _KEPT.append(examine(read(ROOT / "examples/demo"), None).appraisal)
    return _KEPT[0]


def test_seeds_differ(far_along: Appraisal) -> None:
    assert len({str(drawn(far_along, seed)) for seed in range(20)}) > 15


def test_what_is_drawn_may_be_drawn(far_along: Appraisal) -> None:
    repository = far_along.repository
    for seed in range(5):
        lots = Lots(far_along, seed)
        assert all(one.issued_on(repository.day) for one in lots.standards())
        assert all(repository.is_confirmed(one.item) for one in lots.windows())
        assert all(far_along.basis.why_not(one.ledger) is None for one in lots.cases())


def test_what_is_there_has_its_place_and_counts(far_along: Appraisal) -> None:
    for step in (2, 3):
        for one in answers(far_along, 3, step):
            assert not one.is_there or one.location


def test_where_there_is_nothing_the_sheet_says_so() -> None:
    assert [one.said.zh for one in answers(SMALL, 1, 3)] == ["材料里没有"] * 3
    assert not any(one.is_there for one in answers(SMALL, 1, 1))
    assert rehearse(SMALL, 1).steps[4].questions[0].blanks


def test_every_indicator_is_asked_for_and_scored(far_along: Appraisal) -> None:
    ids = [one.id for one in far_along.score.indicators if one.indicator.criteria]
    sheet = rehearse(far_along, 1)
    asked = [one.asked.zh.split(" ")[0] for one in sheet.steps[2].questions[: len(ids)]]
    scored = [one.asked.zh.split(" ")[0] for one in sheet.steps[5].questions]
    assert asked == scored == ids


def test_the_seed_is_the_day_where_none_is_given() -> None:
    assert default_seed(SMALL.repository.day) == 20210701
