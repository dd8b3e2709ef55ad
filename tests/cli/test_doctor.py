"""What this machine can do."""

import json
from pathlib import Path

import pytest

from conftest import Pilot


@pytest.mark.usefixtures("repo")
def test_a_checkup(pilot: Pilot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path / "repo")
    code, out, err = pilot("doctor")
    assert (code, err) == (0, "")
    assert "好  python-docx（写 Word）：" in out
    assert "\n能写出的格式\n  Markdown：能\n  网页：能\n  Word：能\n" in out
    assert "what reports can be written in" in pilot("doctor", "--lang", "en")[1]
    code, out, _ = pilot("doctor", "--format", "json")
    said = json.loads(out)
    assert (code, said["schema"]) == (0, "pilotkit/doctor/1")
    assert {one["state"] for one in said["checks"]} <= {"ok", "missing"}
    for name in ("pdf", "binder"):
        assert {"name": name, "possible": True, "lacking": []} in said["outputs"]


def test_outside_of_a_workspace_and_what_is_wrong(
    pilot: Pilot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert pilot("doctor")[0] == 0
    monkeypatch.setattr("pilotkit.report.checkup.machine._writable", lambda _: False)
    code, out, _ = pilot("doctor")
    assert code == 1
    assert f"错  写入：写不进 {tmp_path}" in out
    assert "      → 换一个文件夹：pilot report … -o 文件夹\n" in out
