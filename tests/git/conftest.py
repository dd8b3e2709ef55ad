from pathlib import Path

import pytest

from repositories import GitFolder, new_repository


@pytest.fixture(autouse=True)
def _only_our_configuration(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("PILOT_CACHE_DIR", str(tmp_path / "cache"))


@pytest.fixture
def repo(tmp_path: Path) -> GitFolder:
    folder = new_repository(tmp_path / "repo")
    folder.write("data/pilot.yaml", "name: 试点\n")
    return folder
