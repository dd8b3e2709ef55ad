"""`--at`: any revision, without touching the working tree."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from conftest import Pilot

ENVIRONMENT = {
    "GIT_AUTHOR_NAME": "甲",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "甲",
    "GIT_COMMITTER_EMAIL": "a@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def commit(root: Path, day: str) -> None:
    when = {"GIT_AUTHOR_DATE": f"{day}T12:00:00+0800", "GIT_COMMITTER_DATE": f"{day}T12:00:00+0800"}
    environment = {**os.environ, **ENVIRONMENT, **when}
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"]):
        subprocess.run(["git", *arguments], cwd=root, env=environment, check=True)


@pytest.fixture
def history(real: Path) -> Path:
    """Two commits: the real pilot, then one that is not pinned to a day and has no evidence."""
    commit(real, "2022-01-01")
    settings = real / "data/pilot.yaml"
    settings.write_text(settings.read_text("utf-8").replace("as_of: 2021-12-16\n", ""), "utf-8")
    for record in (real / "data/evidence/spj").glob("*.yaml"):
        record.unlink()
    commit(real, "2022-06-01")
    return real


def score(pilot: Pilot, root: Path, *args: str) -> tuple[str, str, str]:
    found = json.loads(pilot("score", "-C", str(root), "--format", "json", *args)[1])
    return found["total"]["supported"], found["as_of"], found["as_of_source"]


def test_a_revision_is_scored_as_it_was(pilot: Pilot, history: Path) -> None:
    before = sorted(str(path) for path in history.rglob("*"))
    assert score(pilot, history, "--at", "HEAD~1") == ("1", "2021-12-16", "pilot.yaml")
    assert score(pilot, history, "--at", "HEAD") == ("0", "2022-06-01", "commit")
    assert score(pilot, history, "--at", "HEAD", "--as-of", "2022-07-01")[1] == "2022-07-01"
    assert sorted(str(path) for path in history.rglob("*")) == before


def test_what_cannot_be_read_is_said_with_a_remedy(
    pilot: Pilot, history: Path, tmp_path: Path
) -> None:
    for revision in ("nope", "--output=/x", "HEAD~9"):
        code, _, err = pilot("score", "-C", str(history), "--at", revision)
        assert (code, len(err.splitlines())) == (2, 2)
    code, _, err = pilot("score", "-C", str(history), "--at", "nope", "--lang", "en")
    assert "no revision" in err
    outside = tmp_path / "bare"
    (outside / "data").mkdir(parents=True)
    (outside / "data/pilot.yaml").write_text("name: x\n", "utf-8")
    assert pilot("validate", "-C", str(outside), "--at", "HEAD")[0] == 2
