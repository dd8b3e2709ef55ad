"""The promised gain of a certain action is what it brings when its records are really there."""

from decimal import Decimal
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import AS_OF, files_of
from pilotkit.check.runner import check
from pilotkit.load.loader import load
from pilotkit.measure.basis import Basis
from pilotkit.model.repository import Repository
from pilotkit.model.score import Score
from pilotkit.plan.action import Action
from pilotkit.plan.worklist import Wish, worklist_of
from pilotkit.score.runner import score_of
from plan_records import WORLD, Texts, document, evidence, nonconformity, own, staff, together

BOTH = ["spj", "hongqi"]
STAGES = ("标准体系策划", "标准编制", "标准实施")
MEDIA = ("展板", "网站", "简报")
OUTSIDE = {"scope": "外部", "medium": "报纸"}


def training(stage: str) -> Texts:
    attended = [{"unit": "spj", "post": "窗口", "count": 3}]
    return evidence("培训", stage=stage, attendees=attended, assessed={"method": "笔试"})


def publicity(**fields: str) -> Texts:
    return evidence("宣传", **fields)


# What carries out the full action of a criterion in the district of two units.
CARRIED_OUT: dict[str, Texts] = {
    "C1-1": document(
        "领导机构",
        duties=["组织试点"],
        appoints=[{"person": "甲", "unit": "spj", "post": "副局长", "role": "组长"}],
    ),
    "C2-1": together(document("工作机构"), document("工作条件")),
    "C3-1": together(
        document("发展规划", passages=[{"at": "一", "text": "标准化"}]),
        document("年度计划", passages=[{"at": "一", "text": "标准化"}]),
    ),
    "C3-2": together(
        document("标准化管理办法"),
        *(document(mechanisms=[one]) for one in ("制修订", "培训", "监督检查")),
        *(document(mechanisms=[one]) for one in ("考核奖惩", "持续改进")),
        own("gl-jiandu", "质量标准", id="revised"),
        evidence("标准制修订", standard="revised", stage="修订", date="2022-12-01"),
        evidence("培训", stage="标准编制"),
        evidence("监督检查", level="日常"),
        document("通报"),
        nonconformity(),
    ),
    "C4-1": together(document("经费保障", year=2022, amount=5), document("经费长效机制")),
    "C5-1": document("激励政策"),
    "C13-1": evidence("会议", meeting_type="动员会", units=BOTH),
    "C14-1": together(*map(training, STAGES)),
    "C15-1": together(*(publicity(scope="内部", medium=one) for one in MEDIA)),
    "C15-2": together(
        publicity(**OUTSIDE, date="2022-01-10"),
        publicity(**OUTSIDE, date="2022-05-10", publisher="某某日报"),
    ),
    "C19-1": document("自我评价报告", aspects=["符合性", "实施效果"]),
    "C22-1b": evidence(
        "满意度调查",
        method="第三方",
        agency="某某公司",
        report_number="1",
        period={"from": "2023-05-01", "to": "2023-05-31"},
        counts={"very_satisfied": 1},
    ),
    "C26-1b": evidence("业绩", aspect="全国推广"),
    "C27-4": evidence("业绩", aspect="委员", level="省级"),
}
NAMES = sorted(CARRIED_OUT)


def scored(texts: Texts) -> tuple[Repository, Score]:
    return _scored(tuple(texts.items()))


@cache
def _scored(every: tuple[tuple[str, str], ...]) -> tuple[Repository, Score]:
    texts = dict(every)
    repository, refused = load(files_of(texts), None, AS_OF)
    assert not refused
    return repository, score_of(Basis(repository, tuple(check(repository))))


def actions(texts: Texts) -> tuple[Action, ...]:
    repository, score = scored(texts)
    pilot = repository.pilot
    return worklist_of(repository, score, Wish(pilot.period.until if pilot else None)).actions


def full_action(texts: Texts, criterion: str) -> Action:
    return max((one for one in actions(texts) if one.of.id == criterion), key=lambda one: one.gain)


@pytest.mark.parametrize("criterion", NAMES)
def test_what_is_promised_is_what_it_brings(criterion: str) -> None:
    action = full_action(WORLD, criterion)
    assert action.certain
    before, after = scored(WORLD)[1], scored(together(WORLD, CARRIED_OUT[criterion]))[1]
    assert after.supported - before.supported == action.gain > 0
    assert criterion not in {one.of.id for one in actions(together(WORLD, CARRIED_OUT[criterion]))}


@settings(max_examples=15, deadline=None)
@given(st.sets(st.sampled_from(NAMES)), st.sampled_from(NAMES))
def test_it_holds_whatever_was_done_before(done: set[str], criterion: str) -> None:
    texts = together(WORLD, *(CARRIED_OUT[one] for one in sorted(done - {criterion})))
    after = scored(together(texts, CARRIED_OUT[criterion]))[1]
    before = scored(texts)[1]
    promised = [one.gain for one in actions(texts) if one.of.id == criterion]
    gained = sum(
        (one.supported for one in after.of_indicator(indicator_of(before, criterion))), Decimal(0)
    ) - sum(
        (one.supported for one in before.of_indicator(indicator_of(before, criterion))), Decimal(0)
    )
    assert max(promised, default=Decimal(0)) == gained >= 0


def indicator_of(score: Score, criterion: str) -> str:
    found = score.criterion(criterion)
    assert found
    return found.indicator.id


@pytest.mark.parametrize("done", range(3))
def test_a_part_of_a_proportional_criterion_brings_what_it_promises(done: int) -> None:
    held = [publicity(scope="内部", medium=one) for one in MEDIA[:done]]
    texts = together(WORLD, *held)
    score = scored(texts)[1]
    action = full_action(texts, "C15-1")
    assert action.days == 3 - done
    one = score.criterion("C15-1")
    assert one
    assert action.gain == 2 - one.supported


def lesson(*people: str) -> Texts:
    return evidence(
        "培训",
        stage="标准编制",
        attendees=[{"person": one, "hours": 12} for one in people],
        certificates=[{"person": one, "number": one} for one in people],
    )


def test_a_measure_is_promised_exactly_too() -> None:
    texts = together(WORLD, staff("spj"), staff("hongqi"))
    people = [f"{unit}-{number}" for unit in BOTH for number in range(3)]
    action = full_action(together(texts, lesson(people[0])), "C2-2")
    assert action.title.zh == "专业培训达标率：再有 5 项达到要求（现在 1/6）"
    assert (action.certain, action.days) == (True, 5 * Fraction("1.5"))
    before, after = (
        scored(together(texts, lesson(people[0])))[1],
        scored(together(texts, lesson(*people)))[1],
    )
    assert after.supported - before.supported == action.gain == Decimal("0.9")


def test_work_that_brings_in_more_to_be_counted_is_not_certain() -> None:
    action = full_action(together(WORLD, staff("spj")), "C2-2")
    assert action.title.zh.startswith("专兼职人员配备率：再有 1 项达到要求（现在 1/2）")
    assert not action.certain


def test_gains_are_never_negative_and_the_list_is_ranked() -> None:
    found = actions(WORLD)
    assert found
    assert all(one.gain > 0 for one in found)
    assert [one.option.rank for one in found] == sorted(one.option.rank for one in found)


@given(st.permutations(sorted(together(WORLD, *CARRIED_OUT.values()))))
@settings(max_examples=5, deadline=None)
def test_the_order_of_files_changes_nothing(order: list[str]) -> None:
    every = together(WORLD, CARRIED_OUT["C4-1"], CARRIED_OUT["C15-2"])
    shuffled = {path: every[path] for path in order if path in every}
    assert [one.title for one in actions(shuffled)] == [one.title for one in actions(every)]


def test_of_a_group_the_better_alternative_gains_only_what_it_adds() -> None:
    first = together(WORLD, evidence("业绩", aspect="全省推广"))
    assert full_action(WORLD, "C26-1b").gain == 2
    assert full_action(first, "C26-1b").gain == 1
    assert full_action(first, "C26-1b").steps[-1].zh == "与 C26-1a 择一，只计一项"
    assert "C26-1a" not in {one.of.id for one in actions(first)}


def test_what_is_there_and_does_not_count_is_named_with_the_reason() -> None:
    late = document("激励政策", title="奖励办法", date="2020-01-01")
    step = full_action(together(WORLD, late), "C5-1").steps[0].zh
    assert step == "补 1 份文件：激励政策；已有“奖励办法”不计入（日期不在试点期内），改好也算"
