"""`pilot status`, `pilot gaps` and `pilot rehearse` as their users see them."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from rich.console import Console

from conftest import Pilot

COMMANDS = ("status", "gaps", "rehearse")


def told(pilot: Pilot, command: str, root: Path, *args: str) -> str:
    code, out, _ = pilot(command, "-C", str(root), *args)
    assert code == 0
    return out


def status(pilot: Pilot, root: Path, *args: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(told(pilot, "status", root, "--format", "json", *args))
    return found


def gaps(pilot: Pilot, root: Path, *args: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(told(pilot, "gaps", root, "--format", "json", *args))
    return found


@pytest.mark.parametrize("workspace", ["real", "committed"])
def test_the_contract_of_status(
    asked: Pilot, workspace: str, request: pytest.FixtureRequest
) -> None:
    found = status(asked, request.getfixturevalue(workspace))
    assert list(found) == ["schema", "as_of", "phases", "tasks", "units"]
    assert found["schema"] == "pilotkit/status/1"
    assert [one["id"] for one in found["phases"]] == [f"P{n}" for n in range(1, 9)]
    assert {"id", "unit", "state", "due", "done_on"} == {key for t in found["tasks"] for key in t}
    assert {"id", "light", "reasons"} == {key for one in found["units"] for key in one}
    assert {one["light"] for one in found["units"]} <= {"red", "yellow", "green", "grey"}
    assert all(one["reasons"] for one in found["units"])
    for one in found["tasks"]:
        assert (one["done_on"] is not None) >= (one["state"] in {"done", "done_late"})
        if one["state"] == "done":
            assert one["done_on"] <= one["due"]
        if one["state"] == "done_late":
            assert one["done_on"] > one["due"]
        assert not one["done_on"] or one["done_on"] <= found["as_of"]


def test_the_real_pilot_on_its_documents_day(pilot: Pilot, real: Path) -> None:
    found = status(pilot, real)
    assert "缺：年度计划；责任：区行政审批局\n" in told(pilot, "status", real)
    states = {one["id"]: one["state"] for one in found["tasks"]}
    assert states["P1-1"] == states["P1-2"] == "made_up"
    assert states["P1-3"] == "untraced"
    assert {states[f"P2-{n}"] for n in range(1, 6)} == {"due_soon"}
    assert states["P8-2"] == "not_started"
    assert "red" not in {one["light"] for one in found["units"]}
    assert "late" in {one["state"] for one in status(pilot, real, "--as-of", "2022-03-01")["tasks"]}


def test_status_of_one_unit(asked: Pilot, committed: Path) -> None:
    found = status(asked, committed, "--unit", "spj")
    assert [one["id"] for one in found["units"]] == ["spj"]
    whole = status(asked, committed)
    assert [one for one in whole["units"] if one["id"] == "spj"] == found["units"]
    page = told(asked, "status", committed, "--unit", found["units"][0]["id"])
    assert "要交的产出" in page
    for reason in found["units"][0]["reasons"]:
        assert re.sub(r"\s", "", reason) in re.sub(r"\s", "", page)
    assert re.search(r"data/\S+\.yaml:\d+:\d+", page)


def test_the_demo_did_in_time_what_its_records_say(pilot: Pilot, demo: Path) -> None:
    """Without the record of a meeting the task that it proves is late, and its lead is red."""
    before = {one["id"]: one for one in status(pilot, demo)["tasks"]}
    assert before["P1-3"]["state"] == "done"
    for path in (demo / "data/evidence").glob("*/*.yaml"):
        if "meeting_type: 动员会" in path.read_text("utf-8"):
            path.unlink()
    after = status(pilot, demo)
    assert next(one for one in after["tasks"] if one["id"] == "P1-3")["done_on"] is None
    assert next(one for one in after["units"] if one["id"] == "spj")["light"] == "red"


@pytest.mark.parametrize("workspace", ["real", "committed"])
def test_the_contract_of_gaps(asked: Pilot, workspace: str, request: pytest.FixtureRequest) -> None:
    found = gaps(asked, request.getfixturevalue(workspace))
    assert list(found) == ["schema", "as_of", "rows", "columns", "cells"]
    assert found["as_of"] == {"real": "2021-12-16", "committed": "2023-12-15"}[workspace]
    assert found["schema"] == "pilotkit/gaps/1"
    assert len(found["cells"]) == len(found["rows"]) * len(found["columns"])
    for cell in found["cells"]:
        if cell["count"] is None:
            assert cell["missing"] == []
        else:
            assert cell["count"] + len(cell["missing"]) == cell["expected"]


def test_the_matrix_shows_the_counts_of_its_json(asked: Pilot, committed: Path) -> None:
    found = gaps(asked, committed)
    lines = told(asked, "gaps", committed).splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("单位")) + 1
    width = len(found["columns"])
    for number, row in enumerate(found["rows"]):
        fields = re.split(r"\s{1,}", lines[start + number].strip())[-width:]
        mine = [one for one in found["cells"] if one["unit"] == row["id"]]
        for cell, field in zip(mine, fields, strict=True):
            missing = len(cell["missing"])
            shown = {"—": None, "缺": 0}.get(field, field.partition("缺")[0] or 0)
            assert str(shown or 0) == str(cell["count"] or 0)
            assert ("缺" in field) == bool(missing)


def test_gaps_drill_down_to_the_file(asked: Pilot, committed: Path) -> None:
    found = gaps(asked, committed, "--unit", "spj", "--column", "标准")
    (cell,) = found["cells"]
    page = told(asked, "gaps", committed, "--unit", "spj", "--column", "standards")
    assert page.count("✗") == len(cell["missing"])
    assert page.count("✓") == cell["count"]
    for one in cell["missing"]:
        assert one["path"] in page
        assert one["id"] not in page.replace(one["path"], "")
    markdown = told(
        asked, "gaps", committed, "--unit", "spj", "--column", "standards", "--format", "markdown"
    )
    assert markdown.count("\n- ") == len(cell["missing"])


def test_rehearse_is_drawn_by_its_seed(pilot: Pilot, asked: Pilot, committed: Path) -> None:
    sheet = told(asked, "rehearse", committed, "--seed", "7")
    assert "pilot rehearse --seed 7" in sheet
    assert sheet == told(pilot, "rehearse", committed, "--seed", "7")
    assert sheet != told(asked, "rehearse", committed, "--seed", "8")
    assert "种子 20231215" in told(asked, "rehearse", committed)
    for path, line in re.findall(r"(data/\S+?\.(?:yaml|md)):(\d+):\d+", sheet):
        assert int(line) <= len((committed / path).read_text("utf-8").splitlines())


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand at a terminal of 80 columns."""
    monkeypatch.setattr(Console, "is_terminal", property(lambda _: True))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.mark.usefixtures("narrow")
@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_80_columns_are_enough(
    pilot: Pilot, real: Path, committed: Path, lang: str, command: str
) -> None:
    for root in (real, committed):
        out = re.sub(r"\x1b\[[0-9;]*m", "", told(pilot, command, root, "--lang", lang))
        assert [line for line in out.splitlines() if cell_len(line) > 80] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_invented_says_so(asked: Pilot, committed: Path, command: str) -> None:
    for form in ("text", "markdown"):
        assert "虚构" in told(asked, command, committed, "--format", form)


@pytest.mark.parametrize("command", COMMANDS)
def test_markdown_shows_names_as_they_are(pilot: Pilot, real: Path, command: str) -> None:
    path = real / "data/pilot.yaml"
    text = path.read_text("utf-8").splitlines()
    hostile = "name: '<b>|[x](http://example.org)'"
    path.write_text("\n".join(hostile if one.startswith("name:") else one for one in text) + "\n")
    out = told(pilot, command, real, "--format", "markdown")
    assert "<b>" not in out
    assert "\\<b\\>\\|\\[x\\]" in out


def test_an_unknown_unit_or_column_says_what_there_is(pilot: Pilot, real: Path) -> None:
    code, out, err = pilot("status", "-C", str(real), "--unit", "区行政审批")
    assert (code, out) == (2, "")
    assert "区行政审批局" in err
    code, out, err = pilot("gaps", "-C", str(real), "--unit", "nobody-at-all")
    assert (code, out) == (2, "")
    unknown, known = err.splitlines()
    assert unknown == "没有单位“nobody-at-all”"
    assert known.startswith("data/units.yaml 里有：灞桥区人民政府、")
    code, out, err = pilot("gaps", "-C", str(real), "--column", "钱")
    assert (code, out) == (2, "")
    assert "training" in err
