"""Running `pilot` as a user does, in small workspaces and in copies of the real ones."""

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from pilotkit.cli import app
from pilotkit.disk.confinement import Workroom, answer_to, answered
from repositories import GitFolder, new_repository
from small_pilot import texts

ROOT = Path(__file__).parents[1]
# The same examples on every run: a commit is judged by its change, not by the day's luck.
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")

Pilot = Callable[..., tuple[int, str, str]]


@pytest.fixture
def pilot(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Pilot:
    """Run `pilot` with arguments: exit code, stdout, stderr."""

    def run(*args: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["pilot", *args])
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            app.main()
        return (int(left.value.code or 0), *capsys.readouterr())

    return run


@pytest.fixture
def asked(pilot: Pilot, tmp_path_factory: pytest.TempPathFactory) -> Pilot:
    """Run a command that only reads what is committed: each question is asked once a session.

    Answers lie where all processes of the session find them.
    """
    # pytest-xdist gives each of its processes a folder below the session's own.
    own = tmp_path_factory.getbasetemp()
    place = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def run(*args: str) -> tuple[int, str, str]:
        answer = place / f"answer-{hashlib.sha256(repr(args).encode()).hexdigest()}.json"
        if not answer.exists():
            written = answer.with_name(f"{answer.name}.{os.getpid()}")
            written.write_text(json.dumps(pilot(*args)), "utf-8")
            written.replace(answer)
        code, out, err = json.loads(answer.read_text("utf-8"))
        return int(code), str(out), str(err)

    return run


@pytest.fixture(autouse=True)
def _only_our_configuration(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing of this machine's own git configuration or caches reaches a test."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("PILOT_CACHE_DIR", str(tmp_path / "cache"))


@pytest.fixture
def repo(tmp_path: Path) -> GitFolder:
    """Make a git repository that holds a workspace with nothing in it."""
    folder = new_repository(tmp_path / "repo")
    folder.write("data/pilot.yaml", "name: 试点\n")
    return folder


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """Copy the real pilot, free to be changed."""
    shutil.copytree(ROOT / "data", tmp_path / "real/data")
    return tmp_path / "real"


@pytest.fixture
def committed() -> Path:
    """Return the demo itself, for those who only read."""
    return ROOT / "examples/demo"


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    """Copy the demo, free to be changed."""
    shutil.copytree(ROOT / "examples/demo", tmp_path / "demo")
    return tmp_path / "demo"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Write the small pilot to the disk, free to be changed."""
    root = tmp_path / "small"
    for path, text in texts().items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text.replace("{x}", ""), "utf-8", newline="")
    return root


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Work on files of others in this process, but for the tests that are about the other one."""
    if "confined" in request.keywords:
        return

    def here(_: Workroom, work: str, content: bytes, context: dict[str, object]) -> bytes:
        return answered(answer_to(work, content, json.loads(json.dumps(context))))

    monkeypatch.setattr(Workroom, "work", here)
