"""The wheel by itself: in a bare environment, far from the checkout, it does the main job."""

import json
import os
import shutil
import subprocess
import sys
import venv
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
BIN = "Scripts" if os.name == "nt" else "bin"
INHERITED = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "PILOT_LANG"}


def run(*command: str | Path, cwd: Path) -> str:
    env = {key: value for key, value in os.environ.items() if key not in INHERITED}
    done = subprocess.run(
        command,
        cwd=cwd,
        env=env,
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def pilot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, install it and its dependencies, and nothing else."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT, cwd=folder)
    (wheel,) = folder.glob("pilotkit-*.whl")
    venv.create(folder / "bare", with_pip=True)
    commands = folder / "bare" / BIN
    pip = (commands / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*pip, wheel, cwd=folder)
    return commands / "pilot"


def test_the_wheel_scores_a_pilot_that_lies_elsewhere(pilot: Path, tmp_path: Path) -> None:
    workspace = tmp_path / "一个试点"
    shutil.copytree(ROOT / "examples/demo", workspace)
    score: dict[str, Any] = json.loads(run(pilot, "score", "--format", "json", cwd=workspace))
    assert score["schema"] == "pilotkit/score/1"
    assert score["total"]["max"] == "100"
    assert Decimal(score["total"]["supported"]) >= 30
    here = Path(sys.executable).with_name("pilot")
    assert score == json.loads(
        run(here, "score", "--format", "json", cwd=ROOT / "examples/demo")
    ), "the wheel and the checkout differ"


def test_the_wheel_begins_a_pilot_with_the_official_table(pilot: Path, tmp_path: Path) -> None:
    run(pilot, "init", tmp_path / "new", "--yes", cwd=tmp_path)
    run(pilot, "validate", cwd=tmp_path / "new")
    score = json.loads(run(pilot, "score", "--format", "json", cwd=tmp_path / "new"))
    assert (score["total"]["supported"], score["total"]["max"]) == ("0", "100")
    assert len(score["criteria"]) == 43
