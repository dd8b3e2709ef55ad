"""The proof language, sentence by sentence of design §5."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
import yaml

from cases import BUNDLED, PILOT
from pilotkit.load.loader import load
from pilotkit.load.yaml_source import read_yaml
from pilotkit.measure.basis import Basis
from pilotkit.measure.runner import Measurements
from pilotkit.model.day import AsOf, DaySource
from pilotkit.model.entity import Entity, Origin
from pilotkit.model.files import Files
from pilotkit.model.location import Source
from pilotkit.model.proof import Proof
from pilotkit.model.score import ProofResult
from pilotkit.score.prover import Prover

DAY = date(2023, 6, 30)
UNITS = """units:
- {id: qu, name: 区政府, level: 区, roles: [区域]}
- {id: spj, name: 区审批局, level: 区, roles: [牵头, 成员]}
- {id: jd, name: 东街道, level: 街道, roles: [街道]}
- {id: old, name: 原窗口, level: 区, roles: [成员], until: 2022-01-01}
"""


class Written(Entity):
    """A proof as a file writes it."""

    proof: Proof


def proof_of(text: str) -> Proof:
    content = f"proof:\n  {text}\n".encode()
    document = read_yaml("x.yaml", content)
    assert document.refused == []
    origin = Origin(Source("x.yaml", content, lambda _: document.places), ())
    return Written.model_validate(document.data, context=origin).proof


def record(id_: str, kind: str, **fields: Any) -> tuple[str, str]:
    """Write a piece of evidence whose original is archived, so that it counts."""
    base = {"id": id_, "title": id_, "kind": kind, "date": "2023-05-01", "unit": "spj"}
    text = yaml.safe_dump(base | fields, allow_unicode=True, sort_keys=False)
    return (
        f"data/evidence/{fields.get('unit', 'spj')}/{id_}.yaml",
        text + "archive: {place: 档案室}\n",
    )


def prove(
    text: str, *records: tuple[str, str], unit: str | None = None, **texts: str
) -> ProofResult:
    files = {
        "data/units.yaml": UNITS,
        **dict(records),
        **{f"data/{k}": v for k, v in texts.items()},
    }
    content = {path: body.encode() for path, body in sorted((PILOT | files).items())}
    repository, unreadable = load(Files(content, bundled=BUNDLED), DAY, AsOf(DAY, DaySource.TODAY))
    assert [found.message for found in unreadable] == []
    basis = Basis(repository, ())
    return Prover(basis, Measurements(basis)).prove(proof_of(text), unit)


def share(text: str, *records: tuple[str, str], **more: Any) -> Fraction:
    return prove(text, *records, **more).share


LEADERS = record(
    "a",
    "文件",
    doc_types=["领导机构"],
    duties=["统筹"],
    appoints=[
        {"person": "甲", "unit": "区政府", "post": "副区长", "role": "组长"},
        {"person": "乙", "unit": "spj", "post": "局长", "role": "成员", "principal": True},
    ],
)


@pytest.mark.parametrize(
    ("where", "passes"),
    [
        ("where: {doc_types: 领导机构}", True),
        ("where: {doc_types: [实施方案, 领导机构]}", True),
        ("where: {doc_types: 实施方案}", False),
        ("where: {duties: present}", True),
        ("where: {mechanisms: present}", False),
        ("where: {year: {min: 2000}}", False),
        ("where: {unit: {roles: 牵头}}", True),
        ("where: {unit: 区审批局}", True),
        ("where: {unit: {roles: 街道}}", False),
        ("where: {date: {min: 2023-05-01, max: 2023-05-01}}", True),
        ("where: {date: {min: 2023-05-02}}", False),
        ("where: {no_such_field: present}", False),
        ("having: {appoints: {role: 组长}}", True),
        ("having: {appoints: {role: 组长, principal: true}}", False),
        ("having: {appoints: {role: 成员, principal: true, unit: {roles: [牵头, 区域]}}}", True),
        ("having: {appoints: {unit: {roles: 区域}, principal: false}}", True),
        ("having: {appoints: {role: 组长}, passages: {at: present}}", False),
    ],
)
def test_a_record_must_pass_every_test(where: str, passes: bool) -> None:
    assert share(f"evidence: {{kind: 文件, {where}}}", LEADERS) == passes


def test_an_absent_field_passes_nothing_not_even_false() -> None:
    absent = record("a", "效能对比", before={"steps": 2}, after={"steps": 1})
    assert share("evidence: {kind: 效能对比, where: {before: {cost: present}}}", absent) == 0
    assert share("evidence: {kind: 效能对比, where: {before: {steps: {min: 2}}}}", absent) == 1
    assert share("evidence: {kind: 效能对比, where: {before: {cost: false}}}", absent) == 0


def training(id_: str, stage: str, day: str = "2023-05-01", **fields: Any) -> tuple[str, str]:
    return record(id_, "培训", stage=stage, date=day, **fields)


def test_at_least_and_each_are_counted_and_the_least_decides() -> None:
    asked = "evidence: {kind: 培训, each: {stage: [标准体系策划, 标准编制, 标准实施]}, at_least: 4}"
    assert share(asked) == 0
    assert share(asked, training("a", "标准编制")) == Fraction(1, 4)
    four = [training(str(n), "标准编制") for n in range(4)]
    assert share(asked, *four) == Fraction(1, 3)
    assert prove(asked, *four).missing[0].zh == "阶段还缺：标准体系策划、标准实施"
    assert share(asked, *four, training("x", "标准体系策划"), training("y", "标准实施")) == 1


def test_distinct_by_a_field_or_by_calendar() -> None:
    inside = [record(f"m{n}", "宣传", scope="内部", medium=m) for n, m in enumerate("甲甲乙")]
    assert share(
        "evidence: {kind: 宣传, distinct: {by: medium, at_least: 3}}", *inside
    ) == Fraction(2, 3)
    days = ["2023-01-01", "2023-03-31", "2023-04-01"]
    held = [training(f"t{n}", "标准实施", day) for n, day in enumerate(days)]
    assert share("evidence: {kind: 培训, distinct: {by: 季, at_least: 2}}", *held) == 1
    assert share("evidence: {kind: 培训, distinct: {by: 月, at_least: 4}}", *held) == Fraction(3, 4)
    assert share("evidence: {kind: 培训, distinct: {by: 年, at_least: 2}}", *held) == Fraction(1, 2)


def test_covers_by_the_best_record_or_by_all_together() -> None:
    asked = "evidence: {kind: 会议, covers: 成员单位}"
    first = record("a", "会议", meeting_type="动员会", units=["区审批局"])
    second = record("b", "会议", meeting_type="动员会", units=["jd"])
    both = record("c", "会议", meeting_type="动员会", units=["spj", "东街道", "qu"])
    assert share(asked, first, second) == Fraction(1, 2)
    assert share(asked.replace("}", ", together: true}"), first, second) == 1
    assert share(asked, first, both) == 1
    assert prove(asked, first).missing[0].zh == "成员单位覆盖了 1/2，还缺：东街道"
    assert share(asked.replace("}", ", full_at: 0.5}"), first) == 1


def test_who_had_to_be_there_is_who_was_a_member_on_the_day_of_the_record() -> None:
    early = record("a", "会议", meeting_type="动员会", units=["spj", "jd"], date="2021-12-01")
    assert share("evidence: {kind: 会议, covers: 成员单位}", early) == Fraction(2, 3)


def test_an_empty_set_is_covered_by_nothing() -> None:
    paper = record("a", "文件", doc_types=["合法性审查"])
    result = prove("evidence: {kind: 文件, covers: 自编标准, together: true}", paper)
    assert (result.share, result.missing[0].zh) == (0, "没有自编标准可覆盖")


def test_within_looks_back_from_the_day_and_takes_the_end_of_a_period() -> None:
    counts = {"very_satisfied": 1}
    survey = record(
        "a",
        "满意度调查",
        method="第三方",
        period={"from": "2022-01-01", "to": "2022-12-31"},
        counts=counts,
        date="2023-01-05",
    )
    assert share("evidence: {kind: 满意度调查, within: 6}", survey) == 1
    assert share("evidence: {kind: 满意度调查, within: 5}", survey) == 0


def test_all_is_the_least_any_the_most_parts_the_weighted_mean() -> None:
    has, half = "{evidence: {kind: 培训}}", "{evidence: {kind: 培训, at_least: 2}}"
    not_there = "{evidence: {kind: 会议}}"
    one = training("a", "标准编制")
    assert share(f"all: [{has}, {half}]", one) == Fraction(1, 2)
    assert share(f"any: [{half}, {not_there}]", one) == Fraction(1, 2)
    parts = f"parts: [{{weight: 2, proof: {half}}}, {{weight: 1, proof: {not_there}}}]"
    assert share(parts, one) == Fraction(1, 3)
    assert share("all: []") == share("any: []") == share("parts: []") == 0


def test_over_the_records_of_one_unit() -> None:
    mine = record("a", "培训", stage="标准编制", unit="jd")
    assert share("evidence: {kind: 培训}", mine, unit="jd") == 1
    assert share("evidence: {kind: 培训}", mine, unit="spj") == 0


def test_entities_of_a_unit() -> None:
    staff = {
        "staff/jd.yaml": "unit: jd\npeople:\n- {person: a, time: 专职}\n- {person: b, time: 兼职}\n"
    }
    one = "entity: {of: staff, where: {time: 专职}, at_least: 1}"
    two = "entity: {of: staff, where: {time: 兼职}, at_least: 2}"
    assert share(one, unit="jd", **staff) == 1
    assert share(two, unit="jd", **staff) == Fraction(1, 2)
    assert share(one, unit="spj", **staff) == 0


def test_what_is_not_built_gives_nothing_and_says_so() -> None:
    result = prove("clean: {codes: [a-rule-to-come], over: framework}")
    assert (result.share, result.built) == (0, False)
    assert "尚未实现" in result.missing[0].zh
    assert not prove("measure: {name: no_such_measure}").built


def test_nothing_to_count_is_no_full_share() -> None:
    result = prove("measure: {name: conformity, at_least: 0.0}")
    assert (result.share, result.missing[0].zh) == (0, "不适用：没有可计的对象")


def test_a_record_that_does_not_count_is_shown_with_the_reason() -> None:
    path, text = training("a", "标准编制", "2024-01-01")
    late = (path, text)
    early = training("b", "标准编制", "2019-01-01")
    path, text = training("c", "标准编制")
    bare = (path, text.replace("archive: {place: 档案室}\n", ""))
    expired = training("d", "标准编制", valid_until="2023-06-29")
    result = prove("evidence: {kind: 培训}", late, early, bare, expired)
    assert result.share == 0
    assert [(one.id, one.reason.zh if one.reason else "") for one in result.rejected] == [
        ("a", "日期 2024-01-01 晚于截至日期"),
        ("b", "日期不在试点期内"),
        ("c", "没有与登记的 SHA-256 相符的附件，也没有档案位置"),
        ("d", "已于 2023-06-29 到期"),
    ]
    path, text = training("b", "标准编制", "2019-01-01")
    assert share("evidence: {kind: 培训}", (path, text + "standing: true\n")) == 1


def test_the_level_of_a_standard_that_was_authored_is_computed_not_believed() -> None:
    asked = "evidence: {kind: 业绩, where: {level: [地方, 行业, 国家]}}"
    claims = {"aspect": "主持制定标准", "role": "主持"}
    group = record("a", "业绩", **claims, level="国家级", number="T/ABC 1—2023")
    local = record("a", "业绩", **claims, number="DB61/T 1234—2023")
    assert share(asked, group) == 0
    assert share(asked, local) == 1


def test_a_publisher_is_independent_when_it_is_none_of_ours() -> None:
    asked = "evidence: {kind: 宣传, where: {independent: true}}"
    ours = record("a", "宣传", scope="外部", medium="网站", publisher="区审批局")
    theirs = record("a", "宣传", scope="外部", medium="报纸", publisher="某某日报")
    nobody = record("a", "宣传", scope="外部", medium="报纸")
    assert [share(asked, one) for one in (ours, theirs, nobody)] == [0, 1, 0]
