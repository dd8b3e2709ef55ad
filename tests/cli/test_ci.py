"""`pilot ci`: workflows that give an untrusted change nothing, driven as a server would."""

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import ROOT, Pilot
from repositories import GitFolder, new_repository

SERVERS = {
    "github": (
        ".github/workflows/pilot.yml",
        ".github/workflows/pilot-comment.yml",
        ".github/workflows/pilot-nightly.yml",
    ),
    "gitea": (
        ".gitea/workflows/pilot.yml",
        ".gitea/workflows/pilot-comment.yml",
        ".gitea/workflows/pilot-nightly.yml",
    ),
    "gitlab": ("pilot.gitlab-ci.yml",),
}
# Gitea reads the workflows of GitHub.
SCHEMAS = {
    "github": "vendor.github-workflows",
    "gitea": "vendor.github-workflows",
    "gitlab": "vendor.gitlab-ci",
}
FUNDS = """\
id: funds
title: "通知 ::error::x"
kind: 文件
date: 2021-12-10
unit: spj
archive: {place: 档案室}
doc_types: [激励政策]
"""


@pytest.fixture
def folder(tmp_path: Path) -> GitFolder:
    repository = new_repository(tmp_path / "work")
    shutil.copytree(ROOT / "data", repository.root / "pilot/data")
    repository.commit()
    return repository


def workflow(folder: GitFolder, path: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((folder.root / path).read_text("utf-8"))
    return found


def steps(found: dict[str, Any]) -> list[dict[str, Any]]:
    jobs = found.get("jobs", {})
    return [step for job in jobs.values() for step in job["steps"]]


@pytest.mark.parametrize("server", SERVERS)
def test_files_are_written_once_and_none_is_overwritten(
    pilot: Pilot, folder: GitFolder, server: str
) -> None:
    args = ("ci", server, "-C", str(folder.root / "pilot"))
    assert "# " in pilot(*args, "--dry-run")[1]
    assert not any((folder.root / path).exists() for path in SERVERS[server])
    code, out, _ = pilot(*args)
    (required,) = (
        one for one in out.splitlines() if one.endswith("写上你们装得到 pilotkit 的地址")
    )
    place = folder.root / required.removeprefix("先改 ").partition("：")[0]
    # Whoever takes the name of a package that is not published must not be installed.
    assert (code, "pilotkit @ https://" in place.read_text("utf-8")) == (0, True)
    for path in SERVERS[server]:
        text = (folder.root / path).read_text("utf-8")
        assert "@" not in re.sub(r"uses: \S+@[0-9a-f]{40}", "", text)
        assert yaml.safe_load(text)
    assert pilot(*args)[0] == 1


@pytest.mark.parametrize("server", SERVERS)
def test_what_is_written_keeps_to_the_schema_of_its_server(
    pilot: Pilot, folder: GitFolder, server: str
) -> None:
    pilot("ci", server, "-C", str(folder.root / "pilot"))
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", SCHEMAS[server]]
    subprocess.run([*command, *SERVERS[server]], cwd=folder.root, check=True)


@pytest.mark.parametrize("server", ["github", "gitea"])
def test_what_reads_the_change_has_no_secret_and_pins_all_it_uses(
    pilot: Pilot, folder: GitFolder, server: str
) -> None:
    pilot("ci", server, "-C", str(folder.root / "pilot"))
    for path in SERVERS[server]:
        found = workflow(folder, path)
        triggers = (folder.root / path).read_text("utf-8")
        assert "pull_request_target" not in triggers
        for step in steps(found):
            if "uses" in step:
                assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", step["uses"])
            if "run" in step:
                assert "${{" not in step["run"]
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False
        if path.endswith("pilot.yml"):
            assert found["permissions"] == {"contents": "read"}
            assert "secrets" not in (folder.root / path).read_text("utf-8")


def test_only_jobs_that_run_nothing_of_the_change_may_write(
    pilot: Pilot, folder: GitFolder
) -> None:
    pilot("ci", "github", "-C", str(folder.root / "pilot"))
    jobs = workflow(folder, ".github/workflows/pilot-comment.yml")["jobs"]
    writing = {
        name: {right for right, how in job["permissions"].items() if how == "write"}
        for name, job in jobs.items()
    }
    assert writing == {
        "whose": set(),
        "comment": {"pull-requests"},
        "scanning": {"security-events"},
    }
    for job in jobs.values():
        assert not any("checkout" in step.get("uses", "") for step in job["steps"])
    (upload,) = [step for step in jobs["scanning"]["steps"] if "upload-sarif" in step["uses"]]
    assert upload["with"]["sarif_file"] == "pilot/findings.sarif"


def test_the_job_with_a_token_runs_on_the_default_branch_and_installs_nothing(
    pilot: Pilot, folder: GitFolder
) -> None:
    for server in ("gitlab", "gitea"):
        pilot("ci", server, "-C", str(folder.root / "pilot"))
    jobs = workflow(folder, "pilot.gitlab-ci.yml")
    (rule,) = jobs["pilot-comment"]["rules"]
    for needed in ('== "schedule"', "== $CI_DEFAULT_BRANCH", 'CI_COMMIT_REF_PROTECTED == "true"'):
        assert needed in rule["if"]
    assert jobs["pilot-comment"]["script"] == ["python pilot_comment.py gitlab"]
    assert jobs["pilot-comment"]["environment"] == {"name": "pilot-comment", "action": "access"}
    assert "pilot-comment.md" in jobs["pilot"]["artifacts"]["paths"]
    posting: dict[Any, Any] = workflow(folder, ".gitea/workflows/pilot-comment.yml")
    assert set(posting[True]) == {"schedule", "workflow_dispatch"}  # YAML 1.1 reads `on` as true
    runs = [step["run"] for step in steps(posting) if "run" in step]
    assert runs == ["python .gitea/pilot_comment.py gitea"]
    script = (ROOT / "templates/ci/pilot_comment.py").read_bytes()
    for path in ("pilot_comment.py", ".gitea/pilot_comment.py"):
        assert (folder.root / path).read_bytes() == script


def checked_out(folder: GitFolder, tmp_path: Path) -> tuple[GitFolder, GitFolder]:
    """A unit's clone of a fork, and a runner's clone of the upstream repository."""
    for name in ("upstream", "fork"):
        folder.git("clone", "-q", "--bare", str(folder.root), str(tmp_path / f"{name}.git"))
    folder.git("clone", "-q", str(tmp_path / "fork.git"), str(tmp_path / "unit"))
    folder.git("clone", "-q", str(tmp_path / "upstream.git"), str(tmp_path / "runner"))
    return GitFolder(tmp_path / "unit"), GitFolder(tmp_path / "runner")


def script_of(folder: GitFolder, path: str, step: str) -> str:
    every = steps(workflow(folder, path))
    return next(str(one["run"]) for one in every if one.get("name") == step)


def run_on(
    unit: GitFolder, runner: GitFolder, script: str, base: str
) -> subprocess.CompletedProcess[str]:
    """Push the unit's change to the fork, check it out as a server does, run the step."""
    unit.commit()
    unit.git("push", "-q", "origin", "HEAD:refs/heads/funds")
    temp = runner.root.parent / "temp"
    runner.git("fetch", "-q", str(runner.root.parent / "fork.git"), "funds")
    runner.git("checkout", "-q", "FETCH_HEAD")
    temp.mkdir(exist_ok=True)
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "BASE": base,
        "NUMBER": "7",
        "RUNNER_TEMP": str(temp),
        "GITHUB_STEP_SUMMARY": str(temp / "summary"),
        "GITHUB_SERVER_URL": "https://git.example.org",
        "GITHUB_REPOSITORY": "office/pilot",
        "GITHUB_SHA": "0" * 40,
    }
    command = ["bash", "-e", "-c", script]
    return subprocess.run(
        command, cwd=runner.root, env=environment, capture_output=True, text=True, check=False
    )


def test_the_steps_run_over_a_fork_and_the_comment_says_what_moved(
    pilot: Pilot, folder: GitFolder, tmp_path: Path
) -> None:
    pilot("ci", "github", "-C", str(folder.root / "pilot"))
    base = folder.commit()
    unit, runner = checked_out(folder, tmp_path)
    script = script_of(folder, ".github/workflows/pilot.yml", "validate and compare")
    unit.write("pilot/data/evidence/spj/funds.yaml", FUNDS)
    done = run_on(unit, runner, script, base)
    assert done.returncode == 0, done.stderr
    assert not any(line.startswith("::error") for line in done.stdout.splitlines())
    comment = (tmp_path / "temp/pilot/comment.md").read_text("utf-8")
    assert comment.startswith("<!-- pilotkit-diff -->")
    assert "C5-1 激励政策：0 → 2" in comment
    assert (tmp_path / "temp/summary").read_text("utf-8") == comment
    assert (tmp_path / "temp/pilot/number").read_text() == "7\n"
    unit.write("pilot/data/posts/nobody/x.yaml", "id: x\nunit: nobody\nname: 岗\n")
    done = run_on(unit, runner, script, base)
    assert done.returncode == 1
    # The workspace is a folder of the repository: a server looks from the top.
    assert "::error file=pilot/data/posts/nobody/x.yaml,line=2" in done.stdout
    shown = "https://git.example.org/office/pilot/blob/" + "0" * 40
    comment = (tmp_path / "temp/pilot/comment.md").read_text("utf-8")
    assert f"]({shown}/pilot/data/posts/nobody/x.yaml#L2) PK201" in comment
    sarif = json.loads((tmp_path / "temp/pilot/findings.sarif").read_text("utf-8"))
    places = [one["locations"][0]["physicalLocation"] for one in sarif["runs"][0]["results"]]
    assert {one["artifactLocation"]["uri"].partition("/")[0] for one in places} == {"pilot"}


def test_the_nightly_step_says_what_expires(
    pilot: Pilot, folder: GitFolder, tmp_path: Path
) -> None:
    pilot("ci", "github", "-C", str(folder.root / "pilot"))
    unit, runner = checked_out(folder, tmp_path)
    soon = date.today() + timedelta(days=20)  # noqa: DTZ011 - the step asks the same clock
    record = FUNDS + f"standing: true\nvalid_until: {soon}\n"
    unit.write("pilot/data/evidence/spj/funds.yaml", record)
    script = script_of(folder, ".github/workflows/pilot-nightly.yml", "what expires")
    done = run_on(unit, runner, script, base="")
    assert done.returncode == 0, done.stderr
    summary = (tmp_path / "temp/summary").read_text("utf-8")
    (expired,) = [line for line in summary.splitlines() if "到期" in line]
    assert "funds.yaml" in expired
    assert f"已于 {soon} 到期" in expired
    assert "有据得分" in summary
