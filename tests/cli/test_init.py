"""`pilot init`: a pilot from nothing."""

import json
from hashlib import sha256
from pathlib import Path

from conftest import Pilot

FLAGS = ("--name", "新区政务服务标准化试点", "--unit", "新区行政审批局", "--unit-id", "spj")
PERIOD = ("--since", "2024-01-01", "--until", "2026-12-31")
EVIDENCE = """\
id: leaders
title: 关于成立标准化试点领导小组的通知
kind: 文件
date: 2024-02-01
unit: spj
files:
- {path: leaders.txt, sha256: HASH}
doc_types: [领导机构]
duties: [统筹协调]
appoints:
- {person: 甲一, unit: spj, post: 局长, role: 组长}
"""


def points(pilot: Pilot, root: Path) -> str:
    out = pilot("score", "-C", str(root), "--format", "json", "--as-of", "2024-03-01")[1]
    found: str = json.loads(out)["total"]["supported"]
    return found


def test_an_empty_pilot_is_valid_scores_nothing_and_its_first_evidence_moves_a_point(
    pilot: Pilot, tmp_path: Path
) -> None:
    root = tmp_path / "new"
    assert pilot("init", str(root), *FLAGS, *PERIOD)[0] == 0
    code, out, _ = pilot("validate", "-C", str(root), "--as-of", "2024-03-01")
    assert (code, "，0 个错误" in out) == (0, True), out
    assert points(pilot, root) == "0"
    assert "还没有阶段和任务：写在 data/phases.yaml" in pilot("status", "-C", str(root))[1]
    folder = root / "data/evidence/spj/leaders"
    folder.mkdir(parents=True)
    (folder / "leaders.txt").write_text("通知", "utf-8")
    record = EVIDENCE.replace("HASH", sha256("通知".encode()).hexdigest())
    (folder.parent / "leaders.yaml").write_text(record, "utf-8")
    assert points(pilot, root) == "1"


def test_nothing_that_is_there_is_overwritten(pilot: Pilot, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine", "utf-8")
    code, _, err = pilot("init", str(tmp_path), *FLAGS)
    assert (code, "README.md" in err) == (0, True)
    assert (tmp_path / "README.md").read_text("utf-8") == "mine"
    assert pilot("init", str(tmp_path), *FLAGS)[0] == 2


def test_a_dry_run_lists_and_writes_nothing(pilot: Pilot, tmp_path: Path) -> None:
    out = pilot("init", str(tmp_path / "new"), "--dry-run")[1]
    assert "data/pilot.yaml" in out.splitlines()
    assert not (tmp_path / "new").exists()


def test_names_are_text_whatever_they_look_like(pilot: Pilot, tmp_path: Path) -> None:
    root = tmp_path / "new"
    pilot("init", str(root), "--name", "no: [x] # {a}\ty", "--unit", "- 'b'", *PERIOD)
    code, out, _ = pilot("validate", "-C", str(root), "--as-of", "2024-03-01")
    assert code == 0, out
    out = pilot("score", "-C", str(root), "--format", "json", "--as-of", "2024-03-01")[1]
    assert json.loads(out)["pilot"]["name"] == "no: [x] # {a}\ty"


def test_every_preset_makes_a_valid_pilot_and_an_unknown_one_is_refused(
    pilot: Pilot, tmp_path: Path
) -> None:
    for preset in ("gbt32170", "gbt24421-2009"):
        root = tmp_path / preset
        assert pilot("init", str(root), "--preset", preset, *PERIOD)[0] == 0
        code, out, _ = pilot("validate", "-C", str(root), "--as-of", "2024-03-01")
        assert code == 0, out
    code, _, err = pilot("init", str(tmp_path / "x"), "--preset", "gbt32171")
    assert (code, "gbt32170" in err) == (2, True)
    assert (
        pilot("init", str(tmp_path / "x"), "--since", "2024-01-01", "--until", "2023-01-01")[0] == 2
    )
