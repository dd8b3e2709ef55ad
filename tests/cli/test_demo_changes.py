"""What the issue shows on a copy of the demonstration: each change moves exactly what it should."""

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from conftest import Pilot


def scored(pilot: Pilot, root: Path, *args: str) -> dict[str, Any]:
    out = pilot("score", "-C", str(root), "--format", "json", *args)[1]
    found: dict[str, Any] = json.loads(out)
    return found


def points(found: dict[str, Any], criterion: str) -> str:
    (one,) = [one for one in found["criteria"] if one["id"] == criterion]
    return str(one["supported"])


def records(root: Path, kind: str) -> list[tuple[Path, dict[str, Any]]]:
    every = sorted((root / "data/evidence").glob("*/*.yaml"))
    loaded = [(path, yaml.safe_load(path.read_text("utf-8"))) for path in every]
    return [(path, record) for path, record in loaded if record["kind"] == kind]


def test_without_a_stage_the_training_criterion_is_lost_and_explained(
    pilot: Pilot, demo: Path
) -> None:
    assert points(scored(pilot, demo), "C14-1") == "2"
    for path, record in records(demo, "培训"):
        if record["stage"] == "标准编制":
            path.unlink()
    assert points(scored(pilot, demo), "C14-1") == "0"
    assert "阶段还缺：标准编制" in pilot("explain", "C14-1", "-C", str(demo))[1]
    actions = json.loads(pilot("next", "-C", str(demo), "--format", "json")[1])["actions"]
    assert "C14-1" in [one["criterion"] for one in actions]


def test_an_open_severe_fault_takes_exactly_its_standard_out_of_use(
    pilot: Pilot, demo: Path
) -> None:
    before = scored(pilot, demo)["measures"]["implementation"]
    page = pilot("explain", "implementation", "-C", str(demo))[1]
    used = re.search(
        r"^  (.+) \(data/standards/[A-Z]+/(.+)\.md:", page.partition("未计入")[0], re.MULTILINE
    )
    assert used
    fault = {
        "id": "yanzhong",
        "title": "严重不合格项",
        "kind": "不合格项",
        "date": "2023-12-01",
        "unit": "spj",
        "archive": {"place": "档案室"},
        "standard": used[2],
        "facts": "窗口未按规定公示",
        "severity": "严重",
    }
    text = yaml.safe_dump(fault, allow_unicode=True)
    (demo / "data/evidence/spj/yanzhong.yaml").write_text(text, "utf-8")
    after = scored(pilot, demo)["measures"]["implementation"]
    assert after["total"] == before["total"]
    gone = pilot("explain", "implementation", "-C", str(demo))[1].partition("未计入")[2]
    assert f"  {used[1]} (data/standards/" in gone
    # An adopted standard that only this one cited goes with it; nothing else does.
    assert 1 <= before["counted"] - after["counted"] <= 2


def test_half_a_year_on_what_expired_proves_nothing(asked: Pilot, committed: Path) -> None:
    now, later = scored(asked, committed), scored(asked, committed, "--as-of", "2024-06-15")
    assert Decimal(later["total"]["supported"]) < Decimal(now["total"]["supported"])
    page = asked("score", "-C", str(committed), "--as-of", "2024-06-15")[1]
    assert "由 --as-of 指定" in page


def test_every_figure_of_the_terminal_is_in_the_json(asked: Pilot, committed: Path) -> None:
    found = scored(asked, committed)
    page = asked("score", "-C", str(committed))[1]
    total = found["total"]
    assert f"有据得分 {total['supported']} / {total['max']}" in page
    for one in found["indicators"]:
        if one["id"][0] in "AB":
            row = next(line for line in page.splitlines() if line.strip().startswith(one["id"]))
            assert f"{one['supported']}/{one['max']}" in row
    for one in found["criteria"]:
        if one["lost"] != "0":
            assert re.search(
                rf"^{re.escape(one['id'])}\s+-{re.escape(one['lost'])}\s", page, re.MULTILINE
            )
    for name in ("coverage", "implementation", "satisfaction"):
        measure = found["measures"][name]
        assert f"{measure['counted']}/{measure['total']} = " in page


def test_a_unit_that_has_not_passed_keeps_the_last_task_open(pilot: Pilot, demo: Path) -> None:
    name = "各部门初验达标"

    def lacking() -> list[str]:
        args = ("--select", "output-missing,PK708", "--as-of", "2024-04-30")
        out = pilot("validate", "-C", str(demo), *args)[1]
        return [line for line in out.splitlines() if name in line]

    assert lacking() == []
    first = next(
        path
        for path in sorted((demo / "data/assessments").glob("*.yaml"))
        if "passed: true" in path.read_text("utf-8")
    )
    first.write_text(first.read_text("utf-8").replace("passed: true", "passed: false"), "utf-8")
    page = pilot("status", "-C", str(demo))[1]
    assert name in page
