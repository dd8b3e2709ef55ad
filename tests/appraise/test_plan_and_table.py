"""What the rules say about the real plan, and about the official table, changed and unchanged."""

import re
from functools import cache
from pathlib import Path

import pytest

from appraised import said_of
from cases import BUNDLED, files_of
from pilotkit.appraise.rules import RULES
from pilotkit.cli.pipeline import examine
from pilotkit.cli.reading import read
from pilotkit.model.diagnostic import Diagnostic, Severity

ROOT = Path(__file__).parents[2]
BY_NAME = {rule.name: rule for rule in RULES}
TABLE = BUNDLED["official/scoring.yaml"].decode()
OF_THE_TABLE = [
    rule for rule in RULES if re.match("table|proof|question|unknown-proof|effort", rule.name)
]


@cache
def real() -> tuple[Diagnostic, ...]:
    return examine(read(ROOT), None).verdict.diagnostics


def found(name: str) -> list[Diagnostic]:
    return [one for one in real() if one.name == name]


def test_no_rule_of_this_layer_calls_anything_of_the_real_pilot_wrong() -> None:
    names = {one.name for one in real() if one.severity is Severity.ERROR}
    assert not names & set(BY_NAME)


# domain.md §1.5: where the pilot loses points on paper.
@pytest.mark.parametrize(
    ("criterion", "gap"),
    [
        ("C2-1", "工作条件"),
        ("C2-2", "培训的学时或培训的证书"),
        ("C3-1", "发展规划"),
        ("C3-2", "标准化管理办法"),
        ("C4-1", "经费保障、经费长效机制"),
        ("C5-1", "激励政策或政策性文件或领导批示"),
        ("C6-1", "标准汇总表、编制说明"),
        ("C10-1", "标准制修订（批准发布）"),
        ("C14-1", "培训的效果考核、培训（标准编制）"),
        ("C15-1", "宣传（内部）"),
        ("C15-2", "宣传（外部）"),
        ("C21-1", "信息公开"),
        ("C22-1b", "满意度调查（第三方）"),
        ("C23-1", "意见投诉"),
        ("C24-1", "效能对比"),
        ("C25-1", "效能对比"),
        ("C26-1b", "业绩（全国推广）"),
        ("C27-4", "业绩（委员）"),
    ],
)
def test_the_gaps_of_the_real_plan_are_found(criterion: str, gap: str) -> None:
    (one,) = [each for each in found("unplanned-proof") if each.message.zh.startswith(criterion)]
    assert gap in one.message.zh
    assert one.location.path == "data/scoring.yaml"


def test_what_the_real_plan_arranges_is_no_gap() -> None:
    gaps = {one.message.zh.partition(" ")[0] for one in found("unplanned-proof")}
    planned = {"C1-1", "C7-1", "C7-2", "C9-1", "C12-1", "C13-1", "C16-1", "C16-2"}
    assert not gaps & {*planned, "C17-1", "C17-2", "C18-1", "C18-2", "C19-1"}


def test_the_inconsistencies_of_the_real_plan_are_told() -> None:
    overlaps = [one.message.zh.rpartition("：")[2] for one in found("phase-overlap")]
    assert overlaps == ["2021-11", "2022-02"]
    assert len(found("plan-after-phase")) == 2
    (leaders,) = found("leader-not-principal")
    assert "副区长" in leaders.message.zh
    assert len(found("subtask-missing")) == 23
    silent = ("phase-order", "phase-gap", "phase-outside-pilot", "task-without-owner")
    assert not [one for name in silent for one in found(name)]


def test_the_bundled_table_is_clean() -> None:
    files = files_of({"data/scoring.yaml": f"{TABLE}# read as a table of the workspace's own\n"})
    assert said_of(files, *OF_THE_TABLE) == []
    assert len(OF_THE_TABLE) == 7


def changed(old: str, new: str) -> list[str]:
    assert TABLE.count(old) == 1
    files = files_of({"data/scoring.yaml": TABLE.replace(old, new)})
    rules = (BY_NAME["table-changed"], BY_NAME["table-words-changed"])
    return [line.partition(": ")[2] for line in said_of(files, *rules)]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("step: 0.1", "step: 0.5", "warning[PK804] 计分表的 step 与官方的不同"),
        ("name: 自我评价\n", "name: 自评\n", "error[PK805] 指标 C19 与官方的不同"),
        ("name: 自我评价\n      points: 3", "name: 自我评价\n      points: 4", "指标 C19"),
        ("id: C27-4", "id: C27-5", "少了评分条目 C27-4"),
        ("id: C27-4", "id: C27-5", "官方计分表没有 C27-5"),
        ("where: {aspect: 秘书处,", "where: {aspect: 委员,", "C27-3 的评分依据 proof 被改动"),
        ("经费长期保障机制，得2分", "经费保障机制，得2分", "C4-1 的官方内容 text 被改动"),
    ],
)
def test_a_change_of_the_table_is_told_at_its_place(old: str, new: str, said: str) -> None:
    assert any(said in line for line in changed(old, new))


def test_a_missing_indicator_is_told_at_the_table() -> None:
    start = TABLE.index("    - id: C27\n")
    files = files_of({"data/scoring.yaml": TABLE[:start]})
    lines = said_of(files, BY_NAME["table-changed"])
    assert any("指标 C27 与官方的不同" in line for line in lines)
