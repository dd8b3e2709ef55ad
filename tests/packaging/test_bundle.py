"""The offline bundle: unpacked and installed without any index, it does the main job."""

import hashlib
import json
import os
import platform
import runpy
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "script/bundle.py"
HERE = f"linux-{platform.machine()}"
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
# Nothing answers there: whoever asks the network, fails.
NOWHERE = dict.fromkeys(("http_proxy", "https_proxy", "all_proxy"), "http://127.0.0.1:9")


def run(*command: str | Path, cwd: Path, **more: str) -> str:
    plain = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        command,
        cwd=cwd,
        env=plain | more,
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pack the bundle for this machine and unpack it as an office does."""
    folder = tmp_path_factory.mktemp("bundle")
    asked = ("--platform", HERE, "--python", PYTHON, "--into", folder / "made")
    run(sys.executable, SCRIPT, *asked, cwd=folder)
    (packed,) = (folder / "made").glob("*.zip")
    with ZipFile(packed) as package:
        package.extractall(folder / "离线 包")
    (unpacked,) = (folder / "离线 包").iterdir()
    return unpacked


def test_it_installs_without_a_network_and_scores(bundle: Path, tmp_path: Path) -> None:
    target = tmp_path / "程序"
    # What an index could give is out of reach.
    offline = NOWHERE | {"PIP_INDEX_URL": "http://127.0.0.1:9"}
    said = run("sh", "install.sh", target, cwd=bundle, PYTHON=sys.executable, **offline)
    assert said.startswith("pilotkit ")
    pilot = target / "bin/pilot"
    assert run(pilot, "--version", cwd=tmp_path) == said.splitlines(keepends=True)[0]
    checkup: dict[str, Any] = json.loads(run(pilot, "doctor", "--format", "json", cwd=tmp_path))
    assert [one["name"] for one in checkup["outputs"] if not one["possible"]] == []
    workspace = tmp_path / "试点"
    shutil.copytree(ROOT / "examples/demo/data", workspace / "data")
    score = json.loads(run(pilot, "score", "--format", "json", cwd=workspace))
    assert score["total"]["max"] == "100"
    assert float(score["total"]["supported"]) > 30
    made = run(pilot, "report", "targets", "-f", "md,html,docx,pdf", cwd=workspace)
    assert [Path(line).suffix for line in made.splitlines()] == [".md", ".html", ".docx", ".pdf"]


def test_its_files_are_those_of_the_list(bundle: Path) -> None:
    lines = (bundle / "SHA256SUMS").read_text("utf-8").splitlines()
    listed = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    there = {
        place.relative_to(bundle).as_posix(): hashlib.sha256(place.read_bytes()).hexdigest()
        for place in bundle.rglob("*")
        if place.is_file() and place.name != "SHA256SUMS"
    }
    assert listed == there
    assert {"install.sh", "README.txt"} < set(there)


def test_what_only_another_system_needs_is_asked_for(tmp_path: Path) -> None:
    metadata = "Name: a\nRequires-Dist: colorama>=0.4; sys_platform == 'win32'\nRequires-Dist: b\n"
    for name, said in (("a", metadata), ("b", "Name: b\n")):
        with ZipFile(tmp_path / f"{name}-1-py3-none-any.whl", "w") as wheel:
            wheel.writestr(f"{name}-1.dist-info/METADATA", said)
    script = runpy.run_path(str(SCRIPT))
    lacking, environment = script["lacking"], script["environment"]
    assert list(lacking(tmp_path, environment("windows-x86_64", "3.12"))) == ["colorama>=0.4"]
    assert list(lacking(tmp_path, environment("macos-arm64", "3.12"))) == []


def test_an_old_python_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "python3").write_text("#!/bin/sh\nexit 1\n", "utf-8")
    (tmp_path / "python3").chmod(0o755)
    done = subprocess.run(
        ["/bin/sh", ROOT / "script/offline/install.sh", tmp_path / "x"],
        env={"PATH": f"{tmp_path}:/nowhere", "HOME": str(tmp_path)},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr.startswith("需要 Python 3.11")) == (2, True)
