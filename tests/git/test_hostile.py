"""An unpacked repository whose own configuration names programs: none of them may start."""

import subprocess
from contextlib import suppress
from pathlib import Path

import pytest

from pilotkit.git.checkout import find_checkout, head, resolve
from pilotkit.git.faults import GitFault, NotARepository
from pilotkit.git.uncommitted import uncommitted
from repositories import GitFolder, files_at, new_repository

SCAN = "data/evidence/u/x/scan.pdf"
CONFIG = """
[core]
    repositoryformatversion = 1
    fsmonitor = {canary}
    hooksPath = {hooks}
    pager = {canary}
    editor = {canary}
    askPass = {canary}
    sshCommand = {canary}
    gitProxy = {canary}
    alternateRefsCommand = {canary}
    attributesFile = {attributes}
[diff]
    external = {canary}
[diff "evil"]
    textconv = {canary}
    command = {canary}
[filter "evil"]
    clean = {canary}
    smudge = {canary}
    process = {canary}
    required = true
[merge "evil"]
    driver = {canary}
[gpg]
    program = {canary}
[log]
    showSignature = true
[credential]
    helper = !{canary}
[alias]
    rev-parse = !{canary}
    cat-file = !{canary}
    ls-tree = !{canary}
[uploadpack]
    packObjectsHook = {canary}
[protocol]
    allow = always
[protocol "ext"]
    allow = always
[remote "origin"]
    url = ext::{canary} %S
    promisor = true
    uploadpack = {canary}
[extensions]
    partialClone = origin
"""


@pytest.fixture
def ran(tmp_path: Path) -> Path:
    """The mark that a started program leaves."""
    return tmp_path / "ran"


@pytest.fixture
def hostile(repo: GitFolder, tmp_path: Path, ran: Path) -> GitFolder:
    repo.write(SCAN, "%PDF")
    repo.write("data/gone.yaml", "gone")
    repo.commit()
    program = tmp_path / "canary"
    program.write_text(f'#!/bin/sh\necho "$0 $@" >> {ran}\n', "utf-8")
    program.chmod(0o755)
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for name in (
        "post-index-change",
        "reference-transaction",
        "post-checkout",
        "fsmonitor-watchman",
    ):
        (hooks / name).symlink_to(program)
        (repo.root / ".git/hooks" / name).symlink_to(program)
    attributes = tmp_path / "attributes"
    attributes.write_text("* filter=evil diff=evil merge=evil\n", "utf-8")
    blob = repo.git("rev-parse", "HEAD:data/gone.yaml")
    (repo.root / ".git/objects" / blob[:2] / blob[2:]).unlink()
    repo.write(".git/config", CONFIG.format(canary=program, hooks=hooks, attributes=attributes))
    return repo


def test_nothing_that_the_configuration_names_is_started(hostile: GitFolder, ran: Path) -> None:
    hostile.write("data/pilot.yaml", "changed")
    checkout = find_checkout(hostile.root)
    found = files_at(checkout, "main")
    assert list(found.texts) == ["data/pilot.yaml"]
    assert [(one.location.path, one.code) for one in found.refused] == [("data/gone.yaml", "PK004")]
    assert found.attachments[SCAN].head == b"%PDF"
    assert found.attachments[SCAN].read(5000) == b"%PDF"
    assert head(checkout) is not None
    assert uncommitted(checkout) == ("data/pilot.yaml",)
    for rev in ("1" * 40, "origin/main", "--upload-pack=x"):
        with pytest.raises(GitFault):
            resolve(checkout, rev)
    assert not ran.exists()


@pytest.mark.parametrize(
    "command", [("status",), ("cat-file", "-p", "HEAD:data/gone.yaml"), ("diff",)]
)
def test_and_these_programs_do_start_for_git_itself(
    hostile: GitFolder, ran: Path, command: tuple[str, ...]
) -> None:
    hostile.write("data/pilot.yaml", "changed")
    with suppress(subprocess.CalledProcessError):
        hostile.git(*command)
    assert ran.exists()


def test_a_bare_repository_that_was_committed_is_not_obeyed(repo: GitFolder, ran: Path) -> None:
    bare = new_repository(repo.root / "examples/demo", "--bare").root
    repo.write("examples/demo/data/pilot.yaml", "name: 坏\n")
    (bare / "config").write_text(f"[core]\nfsmonitor = touch {ran}\nworktree = .\n", "utf-8")
    repo.commit()
    with pytest.raises(NotARepository):
        find_checkout(bare)
    assert list(files_at(find_checkout(repo.root), "HEAD").texts) == ["data/pilot.yaml"]
    assert not ran.exists()


def test_an_id_means_its_own_content(repo: GitFolder) -> None:
    repo.commit()
    blob = repo.git("rev-parse", "HEAD:data/pilot.yaml")
    other = repo.git("hash-object", "-w", "--stdin", given="name: 假\n".encode())
    repo.git("replace", blob, other)
    found = files_at(find_checkout(repo.root), "HEAD")
    assert found.texts == {"data/pilot.yaml": "name: 试点\n".encode()}
