"""`pilot diff`: what a change does to the pilot, with real git."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT, Pilot
from repositories import GitFolder, new_repository

SUPPORT = """\
id: funds
title: 关于落实标准化试点经费的通知
kind: 文件
date: 2021-12-10
unit: spj
archive: {place: 档案室}
doc_types: [激励政策]
"""
TROUBLE = """\
id: nc-1
title: 窗口未公示时限
kind: 不合格项
date: 2021-12-01
unit: spj
archive: {place: 档案室}
facts: 3 号窗口未公示时限
severity: 一般
due: 2021-12-10
"""


@pytest.fixture
def folder(tmp_path: Path) -> GitFolder:
    repository = new_repository(tmp_path / "real")
    shutil.copytree(ROOT / "data", repository.root / "data")
    repository.commit()
    return repository


def differed(pilot: Pilot, folder: GitFolder, *args: str) -> dict[str, Any]:
    out = pilot("diff", *args, "-C", str(folder.root), "--format", "json")[1]
    found: dict[str, Any] = json.loads(out)
    return found


def test_nothing_changed_is_said(pilot: Pilot, folder: GitFolder) -> None:
    found = differed(pilot, folder, "HEAD")
    assert found["schema"] == "pilotkit/diff/1"
    assert found["total"] == {"before": "1", "after": "1"}
    assert (found["criteria"], found["changes"], found["rules"]) == ([], [], [])


def test_a_new_record_moves_its_criterion_and_is_named(pilot: Pilot, folder: GitFolder) -> None:
    folder.write("data/evidence/spj/funds.yaml", SUPPORT)
    found = differed(pilot, folder, "HEAD")
    assert found["total"] == {"before": "1", "after": "3"}
    assert found["criteria"] == [{"id": "C5-1", "before": "0", "after": "2", "because": ["funds"]}]
    (change,) = found["changes"]
    assert (change["action"], change["id"], change["unit"]) == ("added", "funds", "spj")
    folder.commit()
    assert differed(pilot, folder, "HEAD~1", "HEAD")["total"]["after"] == "3"
    assert differed(pilot, folder, "HEAD", "HEAD~1")["criteria"] == []
    assert pilot("diff", "HEAD~1", "-C", str(folder.root), "--fail-on", "lost-points")[0] == 0


def test_a_gain_cannot_hide_a_loss(pilot: Pilot, folder: GitFolder) -> None:
    folder.write("data/evidence/spj/funds.yaml", SUPPORT)
    plan = folder.root / "data/evidence/spj/shidian-shishi-fangan-2021-48.yaml"
    plan.unlink()
    args = ("diff", "HEAD", "-C", str(folder.root))
    assert pilot(*args)[0] == 0
    code, out, _ = pilot(*args, "--fail-on", "lost-points")
    assert code == 1
    assert "C1-1 领导职责：1 → 0" in out
    assert "C5-1 激励政策：0 → 2" in out


def test_what_reported_trouble_and_is_gone_is_an_error(pilot: Pilot, folder: GitFolder) -> None:
    folder.write("data/evidence/spj/nc-1.yaml", TROUBLE)
    folder.commit()
    (folder.root / "data/evidence/spj/nc-1.yaml").unlink()
    found = differed(pilot, folder, "HEAD")
    assert found["removed_trouble"] == [{"id": "nc-1", "kind": "不合格项", "points": "0"}]
    assert pilot("diff", "HEAD", "-C", str(folder.root), "--fail-on", "new-errors")[0] == 1


def test_fields_and_a_changed_table_are_said_old_to_new(pilot: Pilot, folder: GitFolder) -> None:
    units = folder.root / "data/units.yaml"
    units.write_text(
        units.read_text("utf-8").replace("name: 区行政审批局", "name: 区审批局"), "utf-8"
    )
    table = folder.root / "data/scoring.yaml"
    table.write_text(table.read_text("utf-8").replace("step: 0.1", "step: 0.5"), "utf-8")
    out = pilot("diff", "HEAD", "-C", str(folder.root))[1]
    assert "单位名称：区行政审批局 → 区审批局" in out
    assert out.index("规则和计分表有改动") < out.index("单位名称：")
    assert "计分表的 step 与官方的不同" in out


def test_the_comment_is_marked_and_escapes_what_it_quotes(pilot: Pilot, folder: GitFolder) -> None:
    evil = SUPPORT.replace("关于落实标准化试点经费的通知", "'<img src=x> [a](b) @all `c`'")
    folder.write("data/evidence/spj/funds.yaml", evil)
    out = pilot("diff", "HEAD", "-C", str(folder.root), "--format", "markdown")[1]
    assert out.startswith("<!-- pilotkit-diff -->\n")
    assert "\n涉及单位：区行政审批局\n" in out
    assert "\\<img src=x\\> \\[a\\](b) \\@all \\`c\\`" in out


def test_a_branch_is_compared_with_where_it_left(pilot: Pilot, folder: GitFolder) -> None:
    folder.git("switch", "-q", "-c", "unit")
    folder.write("data/evidence/spj/funds.yaml", SUPPORT)
    folder.commit()
    folder.git("switch", "-q", "main")
    folder.write("data/evidence/spj/nc-1.yaml", TROUBLE)
    folder.commit()
    found = differed(pilot, folder, "main", "unit")
    assert [one["id"] for one in found["changes"]] == ["funds"]


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_a_score_against_a_revision_is_the_diff(pilot: Pilot, folder: GitFolder, form: str) -> None:
    folder.write("data/evidence/spj/funds.yaml", SUPPORT)
    common = ("-C", str(folder.root), "--format", form)
    assert pilot("score", "--against", "HEAD", *common) == pilot("diff", "HEAD", *common)
    assert pilot("score", "--against", "HEAD", "--fail-under", "4", *common)[0] == 1
    assert pilot("score", "--against", "HEAD", "--fail-under", "3", *common)[0] == 0
    assert pilot("score", "--against", "HEAD", "--explain", "C5", *common)[0] == 2
    assert pilot("score", "--against", "none", *common)[0] == 2


NOBODY = "id: x{n}\nunit: nobody\nname: 岗\n"


def test_new_findings_link_to_their_lines(pilot: Pilot, folder: GitFolder) -> None:
    folder.write("data/posts/nobody/x1.yaml", NOBODY.format(n=1))
    folder.write("data/standards/TG/s.md", "---\nid: s\ntitle: 指南\n---\n")
    args = ("diff", "HEAD", "-C", str(folder.root), "--format", "markdown")
    out = pilot(*args, "--links", "https://git.example.org/a/b/blob/main/")[1]
    place = "https://git.example.org/a/b/blob/main/data"
    assert f"- [data/posts/nobody/x1.yaml:2:7]({place}/posts/nobody/x1.yaml#L2) PK201 " in out
    assert re.search(rf"]\({place}/standards/TG/s\.md\?plain=1#L\d+\) PK\d+ ", out)
    assert "](" not in pilot(*args)[1]
    for address in ("javascript:alert(1)", "https://x/)[", "ftp://x/"):
        assert pilot(*args, "--links", address)[0] == 2


def test_a_comment_that_grows_too_long_says_what_is_cut(pilot: Pilot, folder: GitFolder) -> None:
    for n in range(50):
        folder.write(f"data/posts/spj/x{n}.yaml", f"id: x{n}\nunit: spj\nname: {'岗' * 600}{n}\n")
    out = pilot("diff", "HEAD", "-C", str(folder.root), "--format", "markdown")[1]
    assert "岗" * 300 in out
    assert "岗" * 500 not in out
    assert re.search(r"^- 另有 \d+ 个未列出$", out, re.MULTILINE)
    assert re.search(r"^\*\*内容过长，另有 \d+ 行未列出", out, re.MULTILINE)
    assert len(out.encode()) < 61_000


def test_a_change_cannot_excuse_itself(pilot: Pilot, folder: GitFolder) -> None:
    folder.write("data/posts/nobody/x.yaml", NOBODY.format(n=""))
    settings = folder.root / "data/pilot.yaml"
    excuse = "policy: {unknown-unit: 'off'}\n"
    settings.write_text(settings.read_text("utf-8") + excuse, "utf-8")
    args = ("diff", "HEAD", "-C", str(folder.root))
    code, out, _ = pilot(*args, "--fail-on", "new-errors")
    assert code == 1
    assert out.index("问题级别（policy）有改动") < out.index("error[PK201]")
    assert not any("PK201" in line for line in pilot("validate", "-C", args[3])[1].splitlines())
