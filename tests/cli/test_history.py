"""`pilot history` and `pilot blame`: a pilot that grows, with real git."""

import json
import shutil
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from conftest import ROOT, Pilot
from pilotkit.cli.pipeline import examine, scored
from pilotkit.cli.reading import Revisions, read
from repositories import GitFolder, new_repository

FUNDS = """\
id: funds
title: 关于标准化激励的通知
kind: 文件
date: 2022-02-01
unit: spj
archive: {place: 档案室}
doc_types: [激励政策]
"""
RECORD = "data/evidence/spj/funds.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> GitFolder:
    """The plan; a record by a merged branch, tagged; a changed table; the record gone again."""
    repository = new_repository(tmp_path / "real")
    shutil.copytree(ROOT / "data", repository.root / "data")
    repository.commit(when="2021-12-20T09:00:00+08:00")
    repository.git("switch", "-q", "-c", "unit")
    repository.write(RECORD, FUNDS)
    repository.commit(when="2022-02-10T09:00:00+08:00")
    repository.git("switch", "-q", "main")
    merge = ("merge", "-q", "--no-ff", "-m", "收下证据", "unit")
    repository.git(*merge, when="2022-02-15T09:00:00+08:00")
    repository.git("tag", "phase-3")
    table = repository.root / "data/scoring.yaml"
    table.write_text(table.read_text("utf-8").replace("激励政策}}", "政策性文件}}"), "utf-8")
    repository.commit(when="2022-03-01T09:00:00+08:00")
    shutil.copy(ROOT / "data/scoring.yaml", table)
    (repository.root / RECORD).unlink()
    repository.commit(when="2022-03-20T09:00:00+08:00")
    return repository


def points(pilot: Pilot, folder: GitFolder, *args: str) -> list[dict[str, Any]]:
    code, out, _ = pilot("history", "-C", str(folder.root), "--format", "json", *args)
    assert code == 0
    found = json.loads(out)
    assert found["schema"] == "pilotkit/history/1"
    line: list[dict[str, Any]] = found["points"]
    return line


def test_each_commit_is_scored_as_of_its_own_day_by_both_tables(
    pilot: Pilot, folder: GitFolder
) -> None:
    line = points(pilot, folder, "--by", "commit")
    assert [(one["date"], one["total"], one["total_then"]) for one in line] == [
        ("2021-12-20", "1", "1"),
        ("2022-02-15", "3", "3"),
        ("2022-03-01", "3", "1"),
        ("2022-03-20", "1", "1"),
    ]
    assert [one["as_of"] for one in line] == [one["date"] for one in line]
    assert [one["tags"] for one in line][1] == ["phase-3"]


def test_points_by_tag_by_month_and_by_phase(pilot: Pilot, folder: GitFolder) -> None:
    days = {by: [one["date"] for one in points(pilot, folder, "--by", by)] for by in BYS}
    assert days == {
        "tag": ["2022-02-15", "2022-03-20"],
        "month": ["2021-12-20", "2022-02-15", "2022-03-20"],
        "phase": ["2021-12-20", "2022-03-20"],
    }


BYS = ("tag", "month", "phase")


def test_all_as_of_one_day(pilot: Pilot, folder: GitFolder) -> None:
    line = points(pilot, folder, "--by", "commit", "--as-of", "2021-12-15")
    assert {one["total"] for one in line} == {"0"}


def test_the_other_forms_hold_the_same_figures(pilot: Pilot, folder: GitFolder) -> None:
    root = str(folder.root)
    table = pilot("history", "-C", root, "--by", "commit")[1].splitlines()
    assert len(table) == 5
    assert table[2].split()[2] == "3"
    rows = pilot("history", "-C", root, "--by", "commit", "--format", "csv")[1].splitlines()
    assert [row.split(",")[3] for row in rows] == ["total", "1", "3", "3", "1"]
    later = pilot("history", "-C", root, "--by", "commit", "--as-of", "2022-12-31")[1]
    assert all("截至 2022-12-31" in line for line in later.splitlines()[1:])
    drawn = pilot("history", "-C", root, "--by", "commit", "--format", "svg")[1]
    assert ET.fromstring(drawn).tag.endswith("svg")


def test_blame_names_who_brought_and_who_took(pilot: Pilot, folder: GitFolder) -> None:
    root = str(folder.root)
    brought, took = pilot("blame", "C5-1", "-C", root)[1].splitlines()
    assert brought.startswith("2022-02-15")
    assert "C5-1 0 → 2  funds" in brought
    assert "收下证据" in brought
    assert took.startswith("2022-03-20")
    assert "C5-1 2 → 0  funds" in took
    lines = pilot("blame", "funds", "-C", root)[1].splitlines()
    assert [line.split()[0] for line in lines] == ["2022-02-15", "2022-03-20"]
    assert "一直没有得分" in pilot("blame", "C4-1", "-C", root)[1]
    code, _, err = pilot("blame", "C4-11", "-C", root)
    assert (code, "C4-1" in err) == (2, True)


def test_a_shallow_clone_says_that_it_knows_no_earlier(
    pilot: Pilot, folder: GitFolder, tmp_path: Path
) -> None:
    clone = tmp_path / "clone"
    folder.git("clone", "-q", "--depth", "1", f"file://{folder.root}", str(clone))
    edge, mend = pilot("blame", "C1-1", "-C", str(clone))[1].splitlines()
    assert "C1-1 ? → 1" in edge
    assert "由谁提交未知" in edge
    assert "git fetch --unshallow" in mend
    plan = "shidian-shishi-fangan-2021-48"
    assert f"{plan} 已有" in pilot("blame", plan, "-C", str(clone))[1]
    code, out, err = pilot("history", "-C", str(clone))
    assert (code, len(out.splitlines()), "git fetch --unshallow" in err) == (0, 2, True)


def test_before_the_first_commit_it_says_what_to_do(pilot: Pilot, tmp_path: Path) -> None:
    empty = new_repository(tmp_path / "empty")
    shutil.copytree(ROOT / "data", empty.root / "data")
    for command in (("history",), ("diff", "HEAD"), ("blame", "C1-1"), ("score", "--at", "main")):
        code, out, err = pilot(*command, "-C", str(empty.root))
        assert (code, out, "还没有任何提交" in err, "git commit" in err) == (2, "", True, True)


def test_names_out_of_git_are_only_text(pilot: Pilot, folder: GitFolder) -> None:
    folder.write(RECORD, FUNDS)
    folder.git("add", "-A")
    when, name = "2022-04-01T09:00:00+08:00", "\x1b[31m甲"
    folder.git("commit", "-q", "-m", "x", when=when, GIT_AUTHOR_NAME=name)
    out = pilot("blame", "funds", "-C", str(folder.root))[1]
    assert "\x1b" not in out


def kept(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "cache/points").iterdir())


def test_what_is_known_is_recalled_and_what_is_damaged_is_worked_out_again(
    pilot: Pilot, folder: GitFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = points(pilot, folder, "--by", "commit")
    assert len(kept(tmp_path)) == 4
    for place, content in zip(kept(tmp_path), (b"", b"{}", b'{"as_of": 1}', b"\xff"), strict=True):
        place.write_bytes(content)
    assert points(pilot, folder, "--by", "commit") == first
    monkeypatch.setattr(Revisions, "read", None)  # nothing is read any more
    assert points(pilot, folder, "--by", "commit") == first
    monkeypatch.undo()


def test_another_table_of_today_is_another_history(
    pilot: Pilot, folder: GitFolder, tmp_path: Path
) -> None:
    points(pilot, folder, "--by", "commit")
    table = folder.root / "data/scoring.yaml"
    table.write_text(table.read_text("utf-8").replace("激励政策}}", "政策性文件}}"), "utf-8")
    line = points(pilot, folder, "--by", "commit")
    assert [(one["total"], one["total_then"]) for one in line] == [
        ("1", "1"),
        ("1", "3"),
        ("1", "1"),
        ("1", "1"),
    ]
    assert len(kept(tmp_path)) == 8


def test_nothing_is_kept_where_the_work_tree_could_change_it(
    pilot: Pilot, folder: GitFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PILOT_CACHE_DIR", str(folder.root / "cache"))
    points(pilot, folder, "--by", "tag")
    assert not (folder.root / "cache").exists()


def test_what_a_clone_lacks_is_not_kept(pilot: Pilot, folder: GitFolder, tmp_path: Path) -> None:
    blob = folder.git("rev-parse", f"phase-3:{RECORD}")
    place = folder.root / ".git/objects" / blob[:2] / blob[2:]
    content = place.read_bytes()
    place.unlink()
    lacking = points(pilot, folder, "phase-3", "--by", "commit")
    assert [one["total"] for one in lacking] == ["1", "1"]
    assert len(kept(tmp_path)) == 1
    place.write_bytes(content)
    assert [one["total"] for one in points(pilot, folder, "phase-3", "--by", "commit")][1] == "3"


@pytest.mark.parametrize("root", [ROOT, ROOT / "examples/demo"])
def test_a_score_rests_on_no_more_rules_than_a_history_runs(root: Path) -> None:
    reading = read(root)
    whole, few = examine(reading, None).score, scored(reading, None)[1]
    assert [(one.id, one.supported, one.lost, one.unassessed) for one in few.criteria] == [
        (one.id, one.supported, one.lost, one.unassessed) for one in whole.criteria
    ]
    counted = [
        {
            name: (one.counted, one.total, len(one.pending))
            for name, one in score.measurements.items()
        }
        for score in (whole, few)
    ]
    assert counted[0] == counted[1]


def test_todays_windows_hold_for_every_commit_and_those_of_its_time_beside(
    pilot: Pilot, folder: GitFolder
) -> None:
    place = folder.root / "data/pilot.yaml"
    aging = "  freshness:\n    文件: {error_after: 1}\n"
    place.write_text(place.read_text("utf-8").replace("  freshness:\n", aging), "utf-8")
    line = points(pilot, folder, "--by", "commit")
    assert [(one["date"], one["total"], one["total_then"]) for one in line] == [
        ("2021-12-20", "1", "1"),
        ("2022-02-15", "2", "3"),
        ("2022-03-01", "0", "1"),
        ("2022-03-20", "0", "1"),
    ]
    head = pilot("history", "-C", str(folder.root))[1].splitlines()[0]
    assert "现行口径" in head
    assert "当时口径" in head
