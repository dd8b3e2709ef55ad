"""`pilot validate --since`, `--baseline`, `--also`: beginning on old data, judging a change."""

import json
import shutil
from pathlib import Path

import pytest

from conftest import ROOT, Pilot
from repositories import GitFolder, new_repository

WRONG = "id: wrong\nunit: nobody\nname: 岗\n"


@pytest.fixture
def folder(tmp_path: Path) -> GitFolder:
    repository = new_repository(tmp_path / "real")
    shutil.copytree(ROOT / "data", repository.root / "data")
    repository.commit()
    return repository


def test_only_what_a_change_brings(pilot: Pilot, folder: GitFolder) -> None:
    root = str(folder.root)
    assert pilot("validate", "-C", root, "--since", "HEAD")[1].count("\n") == 1
    folder.write("data/posts/nobody/wrong.yaml", WRONG)
    code, out, _ = pilot("validate", "-C", root, "--since", "HEAD")
    assert code == 1
    assert "data/posts/nobody/wrong.yaml:2:7: error[PK201]" in out
    assert "PK301" not in out


def test_a_finding_is_the_same_when_a_figure_in_it_changes(
    pilot: Pilot, repo: GitFolder, tmp_path: Path
) -> None:
    def promise(days: int) -> None:
        limits = f"legal_limit: {{days: 5}}\npromised_limit: {{days: {days}}}\n"
        own = "id: ban\nname: 办证\nclass: service\nunit: ju\n"
        repo.write("data/items/ju/ban.yaml", f"{own}{limits}")

    root, kept = str(repo.root), tmp_path / "baseline.json"
    repo.write("data/units.yaml", "units:\n- {id: ju, name: 审批局, level: 区}\n")
    promise(10)
    repo.commit()
    asked = ("validate", "-C", root, "--select", "promise-over-legal")
    old = pilot(*asked, "--format", "json")[1]
    assert "10 工作日" in json.loads(old)["diagnostics"][0]["message"]
    kept.write_text(old, "utf-8")
    promise(12)
    assert "12 工作日" in pilot(*asked)[1]
    assert pilot(*asked, "--since", "HEAD")[1].count("\n") == 1
    assert pilot(*asked, "--baseline", str(kept))[1].count("\n") == 1
    assert "只是没有查到" not in pilot("diff", "HEAD", "-C", root)[1]
    repo.write("data/items/ju/ban.yaml", "id: [\n")
    assert "有记录读不了，其中有的问题只是没有查到" in pilot("diff", "HEAD", "-C", root)[1]
    promise(12)
    found = json.loads(pilot("diff", "HEAD", "-C", root, "--format", "json")[1])["findings"]
    assert [one for one in found["new"] + found["solved"] if one["name"] == asked[-1]] == []


def test_a_baseline_covers_old_findings_and_no_new_one(
    pilot: Pilot, folder: GitFolder, tmp_path: Path
) -> None:
    root, kept = str(folder.root), tmp_path / "baseline.json"
    folder.write("data/posts/nobody/wrong.yaml", WRONG)
    kept.write_text(pilot("validate", "-C", root, "--format", "json")[1], "utf-8")
    assert pilot("validate", "-C", root, "--baseline", str(kept))[0] == 0
    folder.write("data/posts/nobody/more.yaml", WRONG.replace("wrong", "more"))
    code, out, _ = pilot("validate", "-C", root, "--baseline", str(kept))
    assert (code, "more.yaml" in out, "wrong.yaml" in out) == (1, True, False)
    kept.write_text("[]", "utf-8")
    assert pilot("validate", "-C", root, "--baseline", str(kept))[0] == 2
    assert pilot("validate", "-C", root, "--baseline", str(tmp_path / "none"))[0] == 2


def test_a_second_copy_in_another_form(pilot: Pilot, real: Path, tmp_path: Path) -> None:
    copy = tmp_path / "x.sarif"
    assert pilot("validate", "-C", str(real), "--also", f"sarif:{copy}")[0] == 0
    assert json.loads(copy.read_text("utf-8"))["version"] == "2.1.0"
    code, _, err = pilot("validate", "-C", str(real), "--also", f"sarf:{copy}")
    assert (code, "sarif" in err) == (2, True)
