"""`pilot codeowners`: accounts of units become owners of their records."""

import shutil
from pathlib import Path

import pytest

from conftest import ROOT, Pilot
from repositories import GitFolder, new_repository


@pytest.fixture
def folder(tmp_path: Path) -> GitFolder:
    repository = new_repository(tmp_path / "real")
    shutil.copytree(ROOT / "data", repository.root / "pilot/data")
    units = repository.root / "pilot/data/units.yaml"
    text = units.read_text("utf-8")
    text = text.replace("- id: spj\n", "- id: spj\n  accounts: ['@bq/office', '* @all', '@甲']\n")
    units.write_text(text.replace("- id: mzj\n", "- id: mzj\n  accounts: ['@mzj-bq']\n"), "utf-8")
    repository.commit()
    return repository


def test_the_office_owns_all_and_a_unit_its_own(pilot: Pilot, folder: GitFolder) -> None:
    args = ("codeowners", "-C", str(folder.root / "pilot"))
    assert pilot(*args, "--check")[0] == 1
    code, _, err = pilot(*args)
    assert (code, "个单位没有写账号" in err and "、jyj、" in err) == (0, True)
    lines = (folder.root / ".github/CODEOWNERS").read_text("utf-8").splitlines()
    assert lines[1] == "/pilot/data/ @bq/office"
    assert "/pilot/data/evidence/mzj/ @mzj-bq" in lines
    assert "/pilot/data/staff/mzj.yaml @mzj-bq" in lines
    assert not any("all" in line or "甲" in line for line in lines[1:])
    assert pilot(*args, "--check")[0] == 0
