"""The hooks, run by pre-commit itself: it clones the repository and installs it, as for a user."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT
from repositories import GitFolder, new_repository
from small_pilot import TEXTS

PACKAGED = (".pre-commit-hooks.yaml", "LICENSE", "README.md", "pyproject.toml", "src", "templates")
UNMENDED = "data/standards/TG/zhinan.md"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> GitFolder:
    """Put what is packaged into a repository of its own, as a user's configuration names it."""
    folder = new_repository(tmp_path_factory.mktemp("published") / "pilotkit")
    for name in PACKAGED:
        source, target = ROOT / name, folder.root / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    adopted = "data/standards/adopted"
    shutil.copytree(ROOT / adopted, folder.root / adopted)
    folder.commit()
    return folder


@pytest.fixture
def office(published: GitFolder, tmp_path: Path) -> GitFolder:
    """Make a workspace whose commits the hooks look at."""
    folder = new_repository(tmp_path / "office")
    for path, text in TEXTS.items():
        folder.write(path, text.replace("{x}", ""))
    hooks = "".join(f"  - id: {name}\n" for name in ("pilot-fmt", "pilot-validate"))
    revision = published.git("rev-parse", "HEAD")
    folder.write(
        ".pre-commit-config.yaml",
        f"repos:\n- repo: {published.root}\n  rev: {revision}\n  hooks:\n{hooks}",
    )
    folder.commit()
    return folder


def test_the_hooks_mend_and_refuse_what_is_committed(office: GitFolder, tmp_path: Path) -> None:
    attachment = office.write("data/evidence/spj/wenjian/1-1.md", "见 1-1 条 。\r\n")
    text = office.root / UNMENDED
    text.write_text(text.read_text("utf-8").rstrip("\n") + "  \n\n\n\n", "utf-8")
    office.write("data/posts/spj/gang.yaml", "id: gang\nname: 岗\nunit: nobody\n")
    office.git("add", "-A")
    said = _run(office, tmp_path)
    assert said.returncode == 1
    assert "pilot fmt" in said.stdout
    assert f"{UNMENDED}\n" in said.stdout
    assert "files were modified by this hook" in said.stdout
    assert "PK201" in said.stdout
    assert attachment.read_bytes() == "见 1-1 条 。\r\n".encode()
    (office.root / "data/posts/spj/gang.yaml").unlink()
    attachment.unlink()
    office.git("add", "-A")
    said = _run(office, tmp_path)
    assert said.returncode == 0, said.stdout + said.stderr


def _run(office: GitFolder, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    home = {"PRE_COMMIT_HOME": str(tmp_path / "pre-commit"), "PRE_COMMIT_COLOR": "never"}
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", "run"],
        cwd=office.root,
        env={**os.environ, **home},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
