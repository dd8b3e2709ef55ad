"""`pilot next` as its users see it."""

import csv
import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from conftest import Pilot

CONTRACT = {"criterion", "title", "gain", "effort_days", "unit", "start_by", "certain"}


def listed(pilot: Pilot, root: Path, *args: str) -> dict[str, Any]:
    code, out, _ = pilot("next", "-C", str(root), "--format", "json", *args)
    assert code == 0
    found: dict[str, Any] = json.loads(out)
    return found


def test_the_contract(pilot: Pilot, real: Path) -> None:
    found = listed(pilot, real)
    assert (found["schema"], found["as_of"]) == ("pilotkit/next/1", "2021-12-16")
    assert found["by"] == "2024-04-10"
    actions = found["actions"]
    assert len(actions) > 20
    assert all(set(one) >= CONTRACT for one in actions)
    ranks = [
        (-Decimal(one["gain"]) / Decimal(one["effort_days"]), one["criterion"]) for one in actions
    ]
    assert ranks == sorted(ranks)
    training = next(one for one in actions if one["criterion"] == "C14-1")
    assert training["title"] == (
        "补 3 份培训：标准体系策划、标准编制、标准实施阶段各一次，有签到名单，有效果考核"
    )
    assert (training["gain"], training["effort_days"], training["unit"]) == ("2", "9", "spj")
    assert (training["start_by"], training["certain"]) == ("2024-03-28", True)


def test_what_no_rule_can_see_yet_is_proposed_to_nobody(pilot: Pilot, real: Path) -> None:
    found = listed(pilot, real)
    proposed = {one["criterion"] for one in found["actions"]}
    assert not proposed & {one["criterion"] for one in found["beyond"]}
    waiting = {one["criterion"] for one in found["later"]}
    assert {"C9-1", "C12-1", "C17-1"} <= waiting - proposed


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_line_fits_a_terminal(asked: Pilot, committed: Path, lang: str) -> None:
    for more in ([], ["--target", "100"]):
        code, out, _ = asked("next", "-C", str(committed), "--lang", lang, *more)
        assert code == 0
        assert max(cell_len(line) for line in out.splitlines()) <= 80
        assert ("责任：" in out, "owner: " in out) == (lang == "zh", lang == "en")


def test_a_target_is_reached_with_the_least_work(pilot: Pilot, real: Path) -> None:
    found = listed(pilot, real, "--target", "10")
    goal, actions = found["goal"], found["actions"]
    assert (goal["met"], goal["exact"]) == (True, True)
    assert 1 + sum(Decimal(one["gain"]) for one in actions) == Decimal(goal["reached"]) >= 10
    days = sum(Decimal(one["effort_days"]) for one in actions)
    assert days == Decimal(goal["effort_days"])
    every = listed(pilot, real)["actions"]
    best, gained = Decimal(0), Decimal(1)
    for one in every:  # taking the best paid first reaches it too, and never with less work
        if gained < 10:
            gained, best = gained + Decimal(one["gain"]), best + Decimal(one["effort_days"])
    assert days <= best
    assert "精确解" in pilot("next", "-C", str(real), "--target", "10")[1]


def test_a_target_out_of_reach_says_what_can_be_reached(pilot: Pilot, real: Path) -> None:
    goal = listed(pilot, real, "--target", "100")["goal"]
    assert not goal["met"]
    assert goal["reached"] == goal["reachable"]
    out = pilot("next", "-C", str(real), "--target", "100")[1]
    assert f"达不到 100 分：现在能着手的行动最多做到 {goal['reachable']} 分" in out
    assert f"至少要 {goal['people']} 人同时做" in out


def test_a_target_that_is_met_asks_for_nothing(pilot: Pilot, real: Path) -> None:
    found = listed(pilot, real, "--target", "1")
    assert (found["actions"], found["goal"]["met"], found["goal"]["effort_days"]) == ([], True, "0")
    out = pilot("next", "-C", str(real), "--target", "1")[1]
    assert "现在已有 1 分，已达到 1 分" in out
    assert "没有现在能着手的行动" not in out


def test_by_a_unit_and_a_day(pilot: Pilot, real: Path) -> None:
    mine = listed(pilot, real, "--unit", "区行政审批局")["actions"]
    assert mine
    assert "spj" in mine[0]["units"]
    assert mine[0]["concern"]["leads"]
    assert "concern" not in listed(pilot, real)["actions"][0]
    streets = listed(pilot, real, "--unit", "hongqi")["actions"]
    assert all(one["concern"]["leads"] or one["concern"]["joins"] for one in streets)
    late = listed(pilot, real, "--by", "2021-12-17")["actions"]
    assert all(one["late"] for one in late if Decimal(one["effort_days"]) > 1)
    assert "已迟" in pilot("next", "-C", str(real), "--by", "2021-12-17")[1]
    assert "late" in pilot("next", "-C", str(real), "--by", "2021-12-17", "--lang", "en")[1]


def test_a_unit_sees_what_it_leads_joins_or_lacks(pilot: Pilot, demo: Path) -> None:
    found = listed(pilot, demo, "--unit", "scjg")["actions"]
    by_id = {one["criterion"]: one["concern"] for one in found}
    assert by_id["C8-1"] == {"leads": ["P2-4"], "joins": ["P5-2"], "own": []}
    traced = by_id["C17-2"]
    assert (traced["leads"], traced["joins"]) == ([], ["P6-3"])
    assert traced["own"] == ["个体工商户登记办理台账（2023 年 5 月）/QL2023053839（没有写明条款）"]
    first = [bool(one["concern"]["leads"] or one["concern"]["own"]) for one in found]
    assert first == sorted(first, reverse=True)
    out = pilot("next", "-C", str(demo), "--unit", "scjg")[1]
    assert "本单位：参加 P6-3；缺的有 1 项：个体工商户登记办理台账" in out.replace("\n    ", "")
    for form, said in (("markdown", "本单位：牵头 P2-4；参加 P5-2"), ("csv", "牵头 P2-4；参加")):
        assert said in pilot("next", "-C", str(demo), "--unit", "scjg", "--format", form)[1]


def test_the_findings_of_a_unit_are_its_own_to_mend(pilot: Pilot, demo: Path) -> None:
    found = listed(pilot, demo, "--unit", "zwzx")["actions"]
    own = next(one for one in found if one["criterion"] == "C8-1")["concern"]["own"]
    assert any(
        one.startswith("data/standards/GL/gl-kaoqin.md:") and "已于 2022-12-31 废止" in one
        for one in own
    )


@pytest.mark.parametrize(
    "args",
    [["--unit", "区行政审批"], ["--by", "2020-01-01"], ["--target", "nan"], ["--limit", "0"]],
)
def test_a_command_line_that_means_nothing(pilot: Pilot, real: Path, args: list[str]) -> None:
    code, out, err = pilot("next", "-C", str(real), *args)
    assert (code, out) == (2, "")
    assert err


def test_limits(pilot: Pilot, real: Path) -> None:
    assert len(listed(pilot, real, "--limit", "3")["actions"]) == 3
    out = pilot("next", "-C", str(real))[1]
    assert "\n10. " in out
    assert "\n11. " not in out
    assert "用 --limit 看更多" in out


def test_a_table_and_a_spreadsheet_hold_every_action(pilot: Pilot, real: Path) -> None:
    actions = listed(pilot, real)["actions"]
    table = pilot("next", "-C", str(real), "--format", "markdown", "--target", "90")[1]
    assert "| 条目 | 做什么 |" in table
    table = pilot("next", "-C", str(real), "--format", "markdown")[1]
    assert sum(line.startswith("| C") for line in table.splitlines()) == len(actions)
    out = pilot("next", "-C", str(real), "--format", "csv")[1]
    assert out.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(out.removeprefix("\ufeff"))))
    assert [row[0] for row in rows[1:]] == [one["criterion"] for one in actions]


def test_no_cell_is_a_formula_and_no_text_is_markup(pilot: Pilot, real: Path) -> None:
    units = real / "data/units.yaml"
    text = units.read_text("utf-8")
    assert "name: 区行政审批局" in text
    units.write_text(text.replace("name: 区行政审批局", "name: '=1+1|<b>'"), "utf-8")
    cells = next_rows(pilot, real)
    assert any(cell.startswith("'=1+1") for row in cells for cell in row)
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in cells for cell in row)
    table = pilot("next", "-C", str(real), "--format", "markdown")[1]
    assert r"=1+1\|\<b\>" in table


def next_rows(pilot: Pilot, root: Path) -> list[list[str]]:
    out = pilot("next", "-C", str(root), "--format", "csv")[1]
    return list(csv.reader(io.StringIO(out.removeprefix("\ufeff"))))


def test_the_lead_time_of_a_table_comes_before_the_work(pilot: Pilot, real: Path) -> None:
    table = real / "data/scoring.yaml"
    text = table.read_text("utf-8")
    assert "effort: {培训: 3}" in text
    table.write_text(text.replace("effort: {培训: 3}", "effort: {培训: 3, lead: 10}"), "utf-8")
    found = listed(pilot, real)["actions"]
    assert next(one["start_by"] for one in found if one["criterion"] == "C14-1") == "2024-03-18"


def test_work_that_costs_nothing_stands_first(pilot: Pilot, real: Path) -> None:
    table = real / "data/scoring.yaml"
    text = table.read_text("utf-8")
    table.write_text(text.replace("effort: {培训: 3}", "effort: {培训: 0}"), "utf-8")
    assert listed(pilot, real)["actions"][0]["criterion"] == "C14-1"
    assert "每日 — 分" in pilot("next", "-C", str(real))[1]


@pytest.mark.parametrize("command", ["next", "score"])
def test_the_invented_pilot_says_so(asked: Pilot, committed: Path, command: str) -> None:
    for form in ("text", "markdown"):
        assert "（虚构）" in asked(command, "-C", str(committed), "--format", form)[1]
        assert "全部虚构" in asked(command, "-C", str(committed), "--format", form)[1]


def test_work_without_end_cannot_be_begun_in_time(pilot: Pilot, real: Path) -> None:
    table = real / "data/scoring.yaml"
    text = table.read_text("utf-8")
    table.write_text(text.replace("effort: {培训: 3}", "effort: {培训: 99999.5}"), "utf-8")
    found = listed(pilot, real)["actions"]
    training = next(one for one in found if one["criterion"] == "C14-1")
    assert (training["effort_days"], training["start_by"], training["late"]) == (
        "299998.5",
        None,
        True,
    )
    assert "已来不及" in pilot("next", "-C", str(real), "--limit", "40")[1]


def test_a_changed_table_and_finer_points_are_said(pilot: Pilot, real: Path) -> None:
    table = real / "data/scoring.yaml"
    text = table.read_text("utf-8")
    table.write_text(text.replace("step: 0.1", "step: 0.004"), "utf-8")
    out = pilot("next", "-C", str(real), "--target", "30")[1]
    assert "与官方不同 1 处" in out
    assert "舍去" in out


def test_a_training_that_is_gone_is_asked_for_again(pilot: Pilot, demo: Path) -> None:
    gone = [
        path
        for path in demo.glob("data/evidence/*/*.yaml")
        if "stage: 标准编制\n" in path.read_text("utf-8")
    ]
    assert gone
    for path in gone:
        path.unlink()
    found = listed(pilot, demo)["actions"]
    training = next(one for one in found if one["criterion"] == "C14-1")
    assert "标准编制阶段一次" in training["title"]
    assert (training["gain"], training["certain"]) == ("2", True)
