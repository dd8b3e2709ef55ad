"""What a leaf needs, and the cheapest way through a proof."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import AS_OF, files_of
from pilotkit.check.runner import check
from pilotkit.load.loader import load
from pilotkit.load.yaml_source import read_yaml
from pilotkit.measure.basis import Basis
from pilotkit.measure.runner import Measurements
from pilotkit.model.proof import Proof
from pilotkit.model.repository import Repository
from pilotkit.plan.need import Standing
from pilotkit.plan.way import Ground, Way, weighed
from pilotkit.plan.wording import steps_of, title_of
from pilotkit.score.prover import Prover
from plan_records import WORLD, Texts, document, evidence, own, service, staff, together

PAPER = "{evidence: {kind: 文件}}"
MEETING = "{evidence: {kind: 会议}}"
READY = frozenset({Standing.READY})
ONCE_THERE = frozenset({Standing.READY, Standing.WAITING})


def read(texts: Texts) -> Repository:
    repository, refused = load(files_of(texts), None, AS_OF)
    assert not refused
    return repository


def ground(proof: str, texts: Texts = WORLD, **efforts: str) -> Ground:
    document_ = read_yaml("x.yaml", f"{proof}\n".encode())
    assert not document_.refused
    repository = read(texts)
    basis = Basis(repository, tuple(check(repository)))
    result = Prover(basis, Measurements(basis)).prove(Proof.model_validate(document_.data))
    return Ground(result, {key: Decimal(days) for key, days in efforts.items()}, READY)


def way(proof: str, share: str = "1", texts: Texts = WORLD, **efforts: str) -> Way:
    found = ground(proof, texts, **efforts).cheapest(Fraction(share))
    assert found
    return found


def counts(found: Way) -> list[tuple[tuple[int, ...], int]]:
    return [(move.at, move.more) for move in found.moves]


def said(proof: str, texts: Texts = WORLD) -> str:
    return title_of(way(proof, texts=texts), read(texts)).zh


def test_under_all_everything_below_the_share_is_raised_just_so_far() -> None:
    proof = "all: [{evidence: {kind: 文件, at_least: 4}}, {evidence: {kind: 会议, at_least: 2}}]"
    assert counts(way(proof)) == [((0,), 4), ((1,), 2)]
    assert counts(way(proof, "1/2")) == [((0,), 2), ((1,), 1)]
    assert counts(way(proof, "1/2", together(WORLD, document()))) == [((0,), 1), ((1,), 1)]


def test_under_any_the_cheapest_branch_is_taken() -> None:
    proof = f"any: [{PAPER}, {MEETING}]"
    assert counts(way(proof, 文件="3", 会议="2")) == [((1,), 1)]
    assert counts(way(proof, 文件="2", 会议="2")) == [((0,), 1)]


def test_what_hangs_on_nobody_goes_before_what_costs_the_same() -> None:
    texts = together(WORLD, own("gl-jiandu", "质量标准", id="judged"))
    proof = f"any: [{{judgement: {{questions: [q]}}}}, {PAPER}]"
    found = way(proof, texts=texts)
    assert (counts(found), found.certain) == ([((1,), 1)], True)


def test_of_parts_one_alone_where_it_will_do_else_all() -> None:
    proof = f"parts: [{{weight: 1, proof: {PAPER}}}, {{weight: 3, proof: {MEETING}}}]"
    assert counts(way(proof, "1/4")) == [((0,), 1)]
    assert counts(way(proof, "1/2")) == [((1,), 1)]
    assert counts(way(proof)) == [((0,), 1), ((1,), 1)]


def test_what_is_not_built_is_left_out_and_the_rest_goes_as_far_as_it_can() -> None:
    unbuilt = "{clean: {codes: [no-such-rule], over: items}}"
    proof = f"parts: [{{weight: 1, proof: {unbuilt}}}, {{weight: 1, proof: {PAPER}}}]"
    stands = ground(proof)
    assert stands.top == Fraction(1, 2)
    assert stands.cheapest(Fraction(1)) is None
    assert ground(f"all: [{unbuilt}, {PAPER}]").top == 0
    assert counts(way(f"any: [{unbuilt}, {PAPER}]")) == [((1,), 1)]
    assert ground("all: []").top == 0


@pytest.mark.parametrize(
    "proof",
    [
        "measure: {name: conformity}",
        "clean: {codes: [unknown-unit], over: items}",
        "judgement: {questions: [q]}",
        "evidence: {kind: 文件, covers: 自编标准, together: true}",
    ],
)
def test_what_has_no_subjects_waits(proof: str) -> None:
    stands = ground(proof)
    assert stands.top == 0
    assert stands.need.standing is Standing.WAITING
    later = Ground(stands.result, {}, ONCE_THERE).cheapest(Fraction(1))
    assert later
    assert "（现在" in title_of(later, read(WORLD)).zh


def test_a_threshold_asks_for_no_more_than_it_says() -> None:
    items = together(WORLD, *(service(f"i{n}") for n in range(10)))
    covered = [f"i{n}" for n in range(3)]
    texts = together(items, own("tg-fuwu", "服务指南", *covered))
    assert counts(way("measure: {name: coverage, full_at: 0.9}", texts=texts)) == [((), 15)]
    assert counts(way("measure: {name: coverage, at_least: 0.9}", texts=texts)) == [((), 15)]
    assert counts(way("measure: {name: coverage}", "1/2", texts=texts)) == [((), 7)]
    assert ground("measure: {name: coverage, full_at: 2.0}", texts).top == Fraction(1, 2)
    compared = evidence(
        "效能对比",
        items=covered,
        baseline={"date": "2021-05-01", "source": "档案"},
        before={"steps": 5},
        after={"steps": 3},
    )
    half = "evidence: {kind: 效能对比, covers: 服务事项, together: true, full_at: 0.5}"
    assert counts(way(half, texts=together(items, compared))) == [((), 2)]


def test_one_meeting_brings_all_together_and_one_review_of_the_law_names_all() -> None:
    assert counts(way("evidence: {kind: 会议, covers: 成员单位}")) == [((), 1)]
    texts = together(WORLD, own("gl-jiandu", "质量标准"), own("gl-jiandu", "质量标准"))
    review = "evidence: {kind: 文件, covers: 自编标准, together: true}"
    assert counts(way(review, texts=texts)) == [((), 1)]


def test_several_conditions_are_met_at_once() -> None:
    proof = "evidence: {kind: 培训, at_least: 3, distinct: {by: 季, at_least: 2}}"
    found = way(proof, "1/2", together(WORLD, evidence("培训", stage="标准编制")))
    assert counts(found) == [((), 2)]


def test_findings_are_mended_one_by_one() -> None:
    standards = [own("gl-jiandu", "质量标准", unit="nobody") for _ in range(2)]
    fine = own("gl-jiandu", "质量标准")
    proof = "clean: {codes: [unknown-unit], over: standards, where: {origin: 自编}}"
    found = way(proof, texts=together(WORLD, fine, *standards))
    assert (counts(found), found.certain) == ([((), 2)], True)
    assert counts(way(proof, "2/3", texts=together(WORLD, fine, *standards))) == [((), 1)]
    assert said(proof, together(WORLD, fine, *standards)) == "改好 2 项上的问题（unknown-unit）"


def test_what_is_past_is_promised_to_nobody() -> None:
    fault = {"facts": "甲", "severity": "一般", "due": "2023-07-01"}
    texts = together(WORLD, evidence("不合格项", **fault))
    found = way("measure: {name: closure}", texts=texts)
    assert not found.certain
    assert "补不回来" in steps_of(found, read(texts))[0].zh


SHARES = st.fractions(min_value=0, max_value=1, max_denominator=20)


@settings(max_examples=40, deadline=None)
@given(
    st.recursive(
        st.sampled_from(
            [
                PAPER,
                "{evidence: {kind: 会议, at_least: 3}}",
                "{evidence: {kind: 培训, each: {stage: [标准编制, 标准实施]}}}",
                "{measure: {name: staffing}}",
            ]
        ),
        lambda inner: st.builds(
            lambda word, nodes: f"{{{word}: [{', '.join(nodes)}]}}",
            st.sampled_from(["all", "any"]),
            st.lists(inner, min_size=1, max_size=3),
        ),
        max_leaves=5,
    ),
    SHARES,
)
def test_a_way_reaches_the_share_that_it_was_found_for(proof: str, share: Fraction) -> None:
    stands = ground(proof, together(WORLD, staff("spj")))
    found = stands.cheapest(share)
    assert found
    shares = {move.at: move.need.share_with(move.more) for move in found.moves}
    assert weighed(stands.result, shares).share >= share
    assert all(move.more > 0 for move in found.moves)


@pytest.mark.parametrize(
    ("proof", "title"),
    [
        (
            """evidence:
  {kind: 培训, where: {attendees: present, assessed: present},
   each: {stage: [标准体系策划, 标准编制, 标准实施]}, at_least: 3}""",
            "补 3 份培训：标准体系策划、标准编制、标准实施阶段各一次，有签到名单，有效果考核",
        ),
        (
            "evidence: {kind: 文件, where: {doc_types: [激励政策, 通报]}}",
            "补 1 份文件：激励政策或通报",
        ),
        ("evidence: {kind: [会议, 调研], within: 6}", "补 1 份会议或调研：最近 6 个月内"),
        (
            "evidence: {kind: 会议, where: {meeting_type: 动员会}, covers: 成员单位}",
            "补 1 次会议：动员会，一次包括全部成员单位",
        ),
        (
            "evidence: {kind: 文件, each: {aspects: [符合性, 实施效果]}}",
            "补 2 份文件：写明评价方面：符合性、实施效果，可合写",
        ),
        ("evidence: {kind: 文件, each: {aspects: [符合性]}}", "补 1 份文件：写明评价方面：符合性"),
        (
            "evidence: {kind: 宣传, each: {medium: [展板, 网站]}}",
            "补 2 份宣传：形式：展板、网站各一份",
        ),
        (
            "evidence: {kind: 意见投诉, distinct: {by: 季, at_least: 4}}",
            "补 4 份意见投诉：再有 4 个季度各有记录",
        ),
        ("entity: {of: laws, at_least: 2}", "补 2 份法规政策"),
        ("measure: {name: staffing}", "专兼职人员配备率：再有 2 项达到要求（现在 0/2）"),
        (f"all: [{PAPER}, {MEETING}, {PAPER}, {MEETING}]", None),
    ],
)
def test_the_title_says_what_to_do(proof: str, title: str | None) -> None:
    if title is None:
        assert said(proof).endswith("；另有 1 步")
    else:
        assert said(proof) == title


def test_a_part_of_several_values_is_named_as_one() -> None:
    proof = "evidence: {kind: 培训, each: {stage: [标准编制, 标准实施]}}"
    title = title_of(way(proof, "1/2"), read(WORLD)).zh
    assert title == "补 1 份培训：标准编制、标准实施阶段各一次（先做其中 1 种）"


def test_what_some_records_say_already_is_not_asked_for_again() -> None:
    proof = "evidence: {kind: 培训, each: {stage: [标准编制, 标准实施]}}"
    texts = together(WORLD, evidence("培训", stage="标准编制"))
    assert said(proof, texts) == "补 1 份培训：标准实施阶段一次"


def test_subjects_are_called_by_name() -> None:
    texts = together(WORLD, *(service(f"i{n}") for n in range(3)))
    found = way("measure: {name: staffing}", texts=texts)
    step = steps_of(found, read(texts))[0]
    assert "审批局（缺 1 名专职、2 名兼职）" in step.zh
    listed = steps_of(way("measure: {name: disclosure}", texts=texts), read(texts))[0].zh
    assert "i0（" in listed
