"""What must hold of every score, whatever the records (issue: laws that tests hold)."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases import BUNDLED, PILOT
from pilotkit.check.runner import check
from pilotkit.load.loader import load
from pilotkit.measure.basis import Basis
from pilotkit.model.day import AsOf, DaySource
from pilotkit.model.files import Files
from pilotkit.model.score import Score
from pilotkit.score.runner import score_of

DAY = date(2023, 6, 30)
SLOWLY = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
UNITS = """units:
- {id: qu, name: 区政府, level: 区, roles: [区域]}
- {id: spj, name: 区审批局, level: 区, parent: qu, roles: [牵头, 成员, 入驻]}
- {id: jd, name: 东街道, level: 街道, roles: [街道]}
"""
FRAMEWORK = """name: 体系
layers: [{number: 1, name: 基础}]
pillars:
- {id: TG, name: 提供, layer: 1, subsystems: [{id: tg-a, name: 规范}]}
"""
STANDARD = """---
id: s
title: 服务指南
kind: 服务指南
subsystem: tg-a
unit: spj
issued: 2022-08-01
effective: 2022-09-01
records: [{id: tz, name: 台账, every: 季}]
---
# 4 要求

## 4.1

应办。
"""
BASE = {
    "data/units.yaml": UNITS,
    "data/framework.yaml": FRAMEWORK,
    "data/standards/TG/s.md": STANDARD,
}
Written = tuple[str, str]


def record(number: int, kind: str, **fields: Any) -> Written:
    head = {"id": f"r{number}", "title": f"记录{number}", "kind": kind, "date": "2023-05-01"}
    body = head | {"unit": "spj", "archive": {"place": "档案室"}} | fields
    text = yaml.safe_dump(body, allow_unicode=True, sort_keys=False)
    return f"data/evidence/spj/r{number}.yaml", text


def _supporting() -> list[Written]:
    """Records of kinds that enter no denominator of a measure."""
    appointed = {"person": "甲一", "unit": "qu", "post": "区长", "role": "组长", "principal": True}
    pool: list[dict[str, Any]] = [
        {"kind": "文件", "doc_types": ["领导机构"], "duties": ["统筹"], "appoints": [appointed]},
        {"kind": "文件", "doc_types": ["工作机构", "工作条件"]},
        {"kind": "文件", "doc_types": ["发展规划"], "passages": [{"at": "三", "text": "标准化"}]},
        {"kind": "文件", "doc_types": ["年度计划"], "passages": [{"at": "二", "text": "标准化"}]},
        {"kind": "文件", "doc_types": ["标准化管理办法"], "mechanisms": ["制修订", "培训"]},
        {"kind": "文件", "doc_types": ["激励政策"]},
        {"kind": "文件", "doc_types": ["自我评价报告"], "aspects": ["符合性"]},
        {"kind": "文件", "doc_types": ["自我评价报告"], "aspects": ["实施效果"]},
        {"kind": "会议", "meeting_type": "动员会", "units": ["spj", "jd"]},
        {"kind": "会议", "meeting_type": "动员会", "units": ["spj"]},
        {"kind": "业绩", "aspect": "全省推广"},
        {"kind": "业绩", "aspect": "全国推广"},
        {"kind": "业绩", "aspect": "委员", "level": "省级"},
    ]
    pool += [
        {"kind": "宣传", "scope": "内部", "medium": medium} for medium in ("简报", "展板", "网站")
    ]
    pool += [
        {
            "kind": "培训",
            "stage": stage,
            "attendees": [{"unit": "spj", "count": 9}],
            "assessed": {"method": "笔试"},
        }
        for stage in ("标准体系策划", "标准编制", "标准实施")
    ]
    return [record(number, **fields) for number, fields in enumerate(pool)]


SUPPORTING = _supporting()
SUBSETS = st.sets(st.sampled_from(range(len(SUPPORTING))))


def score(records: Iterable[Written], day: date = DAY, *, order: bool = False) -> Score:
    texts = PILOT | BASE | dict(records)
    content = {path: text.encode() for path, text in texts.items()}
    arranged = dict(sorted(content.items(), reverse=order))
    files = Files(arranged, bundled=BUNDLED)
    repository, unreadable = load(files, day, AsOf(day, DaySource.TODAY))
    assert [found.message.zh for found in unreadable] == []
    return score_of(Basis(repository, tuple(check(repository))))


def chosen(numbers: Iterable[int]) -> list[Written]:
    return [SUPPORTING[number] for number in sorted(numbers)]


@SLOWLY
@given(SUBSETS, SUBSETS)
def test_a_valid_record_of_a_supporting_kind_never_lowers_a_criterion(
    some: set[int], more: set[int]
) -> None:
    fewer, all_ = score(chosen(some)), score(chosen(some | more))
    for before, after in zip(fewer.criteria, all_.criteria, strict=True):
        group = [one for one in all_.criteria if one.criterion.group == before.criterion.group]
        if before.criterion.group is None:
            assert before.supported <= after.supported, before.id
        else:
            assert before.supported <= sum(one.supported for one in group)


@SLOWLY
@given(SUBSETS)
def test_sums_agree_at_every_level_and_losses_fill_up_to_the_maximum(some: set[int]) -> None:
    found = score(chosen(some))
    for letter in "ABC":
        level = [one for one in found.indicators if one.id.startswith(letter)]
        assert sum(one.supported for one in level) == found.supported
    assert sum(one.supported for one in found.criteria) == found.supported
    assert sum(one.lost for one in found.criteria) == found.table.total - found.supported
    assert all(0 <= one.supported <= one.criterion.points for one in found.criteria)


@SLOWLY
@given(SUBSETS)
def test_the_order_of_files_changes_nothing(some: set[int]) -> None:
    there, back = score(chosen(some)), score(chosen(some), order=True)
    assert [one.supported for one in there.criteria] == [one.supported for one in back.criteria]


@SLOWLY
@given(SUBSETS, st.integers(1, 400))
def test_before_its_day_no_record_counts(some: set[int], days: int) -> None:
    before = date(2023, 5, 1) - timedelta(days=days)
    assert score(chosen(some), before).supported == 0


CLAUSES = st.lists(
    st.tuples(
        st.sampled_from(["4.1", "4.2", "4.3"]), st.sampled_from(["符合", "不符合", "不适用"])
    ),
    min_size=1,
    max_size=5,
)


def inspections(results: list[tuple[str, str]]) -> list[Written]:
    return [
        record(
            100 + number,
            "监督检查",
            level="日常",
            clauses=[{"standard": "s", "clause": clause, "result": result}],
        )
        for number, (clause, result) in enumerate(results)
    ]


@SLOWLY
@given(CLAUSES, st.integers(0, 4))
def test_turning_a_clause_to_not_kept_never_raises(
    results: list[tuple[str, str]], which: int
) -> None:
    worse = list(results)
    clause, result = worse[which % len(worse)]
    if result == "符合":
        worse[which % len(worse)] = (clause, "不符合")
    # The faults that a record lists are for others to handle; here only the clauses differ.
    assert score(inspections(worse)).supported <= score(inspections(results)).supported


@SLOWLY
@given(CLAUSES, st.sampled_from(["严重", "一般"]), SUBSETS)
def test_an_open_nonconformity_never_raises_a_criterion_that_measures(
    results: list[tuple[str, str]], severity: str, some: set[int]
) -> None:
    fault = record(900, "不合格项", standard="s", clause="4.1", facts="未公示", severity=severity)
    records = [*inspections(results), *chosen(some)]
    before, after = score(records), score([*records, fault])
    measured = ("C16-1", "C17-1", "C18-1", "C18-2", "C20-1")
    for id_ in measured:
        old, new = before.criterion(id_), after.criterion(id_)
        assert old is not None
        assert new is not None
        assert new.supported <= old.supported


def test_nothing_scores_nothing_and_all_of_it_is_lost() -> None:
    nothing = score([])
    assert (nothing.supported, nothing.lost) == (Decimal(0), Decimal(100))
