"""`pilot snapshot`: what was seen can be proved, and every change since is found."""

import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import ROOT, Pilot
from pilotkit.disk.worktree import read_worktree
from pilotkit.history.snapshot import Snapshot, differences, hashes
from repositories import GitFolder, new_repository

RECORDED = "data/evidence/spj/large/scan.pdf"
PLAN = "data/evidence/spj/shidian-shishi-fangan-2021-48"
TROUBLE = """\
id: nc-1
title: 窗口未公示时限
kind: 不合格项
date: 2021-12-01
unit: spj
archive: {place: 档案室}
facts: 3 号窗口未公示时限
severity: 一般
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> GitFolder:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    repository = new_repository(tmp_path / "real")
    shutil.copytree(ROOT / "data", repository.root / "data")
    repository.write("data/evidence/spj/nc-1.yaml", TROUBLE)
    repository.git("config", "user.name", "甲")
    repository.git("config", "user.email", "a@example.org")
    repository.commit()
    return repository


def test_a_snapshot_is_one_commit_with_one_file_and_a_tag(pilot: Pilot, folder: GitFolder) -> None:
    code, out, err = pilot("snapshot", "chuyan", "-C", str(folder.root))
    assert (code, "有据得分 1" in out) == (0, True), err
    assert folder.git("show", "--name-only", "--format=", "chuyan^{commit}").split() == [
        "data/snapshots/chuyan.json"
    ]
    assert folder.git("cat-file", "-t", "chuyan") == "tag"
    assert folder.git("status", "--porcelain") == ""
    kept = json.loads((folder.root / "data/snapshots/chuyan.json").read_text("utf-8"))
    assert (kept["total"], kept["as_of"]) == ("1", "2021-12-16")
    assert kept["binder"][f"{PLAN}.yaml"] == "A1-B1-C1-01"
    assert pilot("snapshot", "verify", "chuyan", "-C", str(folder.root))[0] == 0
    assert pilot("validate", "-C", str(folder.root), "-q")[0] == 0


def test_every_change_since_is_found(pilot: Pilot, folder: GitFolder) -> None:
    root = str(folder.root)
    pilot("snapshot", "chuyan", "-C", root)
    attachment = next((folder.root / PLAN).iterdir())
    content = bytearray(attachment.read_bytes())
    content[100] ^= 1
    attachment.write_bytes(content)
    (folder.root / "data/evidence/spj/nc-1.yaml").unlink()
    folder.write("data/laws/new.yaml", "id: new\n")
    code, out, _ = pilot("snapshot", "verify", "chuyan", "-C", root)
    assert code == 1
    assert f"改动  {PLAN}/{attachment.name}" in out
    assert "缺失  data/evidence/spj/nc-1.yaml" in out
    assert "新增  data/laws/new.yaml" in out
    assert "报告问题的记录被删除：nc-1（不合格项），删除带来 0 分" in out


def test_a_large_attachment_that_rots_without_a_new_time_is_found(
    pilot: Pilot, folder: GitFolder, tmp_path: Path
) -> None:
    root = str(folder.root)
    record = TROUBLE.replace("nc-1", "large").replace("archive: {place: 档案室}\n", "")
    place = folder.write("data/evidence/spj/large/scan.pdf", b"%PDF" + bytes(3 << 20))
    digest = hashlib.sha256(place.read_bytes()).hexdigest()
    files = f"files: [{{path: scan.pdf, sha256: {digest}}}]\n"
    folder.write("data/evidence/spj/large.yaml", record + files)
    folder.commit()
    assert pilot("snapshot", "chuyan", "-C", root)[0] == 0
    memory = tmp_path / "cache/digests"
    for at, bit in ((0, 0), (1 << 18, 3), ((3 << 20) + 3, 7)):
        with place.open("r+b") as file:
            file.seek(at)
            was = file.read(1)
            file.seek(at)
            file.write(bytes([was[0] ^ 1 << bit]))
        # What is remembered still says the old hash of a file of just these times.
        one, memory_of = place.stat(), hashlib.sha256(os.fsencode(place)).hexdigest()
        memory.mkdir(parents=True, exist_ok=True)
        times = f"{one.st_size} {one.st_mtime_ns} {one.st_ctime_ns} {one.st_ino}"
        (memory / memory_of).write_text(f"{times} {digest}\n")
        assert read_worktree(folder.root).attachments[RECORDED].sha256 == digest
        code, out, _ = pilot("snapshot", "verify", "chuyan", "-C", root)
        assert (code, f"改动  {RECORDED}" in out) == (1, True)
        with place.open("r+b") as file:
            file.seek(at)
            file.write(was)
    assert pilot("snapshot", "verify", "chuyan", "-C", root)[0] == 0


def test_every_single_bit_is_found(tmp_path: Path) -> None:
    for path in ("data/pilot.yaml", RECORDED):
        place = tmp_path / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(b"name: \xe8\xaf\x95\xe7\x82\xb9\n")
    kept = Snapshot("a", "2021-12-16", "1", hashes(read_worktree(tmp_path, remembering=False)))
    for path in ("data/pilot.yaml", RECORDED):
        place = tmp_path / path
        content = place.read_bytes()
        for bit in range(8 * len(content)):
            flipped = bytearray(content)
            flipped[bit // 8] ^= 1 << bit % 8
            place.write_bytes(flipped)
            now = read_worktree(tmp_path, remembering=False)
            assert differences(kept, now).changed == (path,)
        place.write_bytes(content)
    assert not differences(kept, read_worktree(tmp_path, remembering=False)).any


def test_a_manifest_that_was_edited_is_not_the_one_of_the_tag(
    pilot: Pilot, folder: GitFolder
) -> None:
    root = str(folder.root)
    pilot("snapshot", "chuyan", "-C", root)
    kept = folder.root / "data/snapshots/chuyan.json"
    kept.write_text(kept.read_text("utf-8").replace('"total": "1"', '"total": "9"'), "utf-8")
    code, out, _ = pilot("snapshot", "verify", "chuyan", "-C", root)
    assert (code, "与标签所指的不同" in out) == (1, True)
    folder.git("tag", "-d", "chuyan")
    assert "标签 chuyan 不在了" in pilot("snapshot", "verify", "chuyan", "-C", root)[1]
    kept.write_text("{}", "utf-8")
    assert pilot("snapshot", "verify", "chuyan", "-C", root)[0] == 2


def test_what_could_not_stand_for_a_state_is_refused(
    pilot: Pilot, folder: GitFolder, tmp_path: Path
) -> None:
    root = str(folder.root)
    folder.write("data/laws/new.yaml", "id: new\n")
    assert pilot("snapshot", "a", "-C", root)[0] == 2
    (folder.root / "data/laws/new.yaml").unlink()
    for name in ("verify", "-x", "a/b", "甲"):
        assert pilot("snapshot", "-C", root, "--", name)[0] == 2
    assert pilot("snapshot", "a", "-C", root)[0] == 0
    assert pilot("snapshot", "a", "-C", root)[0] == 2
    clone = tmp_path / "clone"
    folder.git("clone", "-q", "--depth", "1", f"file://{folder.root}", str(clone))
    assert pilot("snapshot", "b", "-C", str(clone))[0] == 2


@pytest.fixture
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user who signs with SSH; the public half."""
    private = tmp_path / "key"
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(private)]
    subprocess.run(command, check=True)
    public = private.with_suffix(".pub")
    own = tmp_path / "gitconfig"
    own.write_text(f"[gpg]\nformat = ssh\n[user]\nsigningKey = {public}\n", "utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(own))
    return public


def test_a_signed_tag_is_that_of_a_signer_on_the_list(
    pilot: Pilot, folder: GitFolder, tmp_path: Path, key: Path
) -> None:
    root = str(folder.root)
    # A repository that names its own program and key is not listened to.
    evil = folder.write(".git/evil", f"#!/bin/sh\ntouch {tmp_path / 'ran'}\n")
    evil.chmod(0o755)
    for name in ("gpg.program", "gpg.ssh.program", "gpg.ssh.defaultKeyCommand"):
        folder.git("config", name, str(evil))
    folder.git("config", "user.signingKey", str(tmp_path / "none"))
    code, out, err = pilot("snapshot", "chuyan", "-C", root)
    assert (code, "标签已用本人的 SSH 密钥签名" in out) == (0, True), err
    signers = tmp_path / "signers"
    args = ("snapshot", "verify", "chuyan", "-C", root, "--signers", str(signers))
    signers.write_text(f"a@example.org {key.read_text('utf-8')}", "utf-8")
    assert pilot(*args)[0] == 0
    signers.write_text("", "utf-8")
    assert pilot(*args)[0] == 1
    assert not (tmp_path / "ran").exists()


def test_a_snapshot_on_no_branch_says_so(pilot: Pilot, repo: GitFolder) -> None:
    repo.git("config", "user.name", "甲")
    repo.git("config", "user.email", "a@example.org")
    repo.commit()
    assert "不在任何分支上" not in pilot("snapshot", "a", "-C", str(repo.root))[1]
    repo.git("checkout", "-q", "--detach")
    code, out, _ = pilot("snapshot", "b", "-C", str(repo.root))
    assert (code, "不在任何分支上" in out) == (0, True)


def test_without_a_name_git_commits_nothing_and_the_remedy_is_said(
    pilot: Pilot, repo: GitFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("EMAIL", raising=False)
    tip = repo.commit()
    repo.git("config", "user.useConfigOnly", "true")
    code, _, err = pilot("snapshot", "chuyan", "-C", str(repo.root))
    assert (code, "git 不知道以谁的名义提交" in err, "user.email" in err) == (2, True, True)
    assert (repo.git("rev-parse", "HEAD"), repo.git("tag")) == (tip, "")


def test_a_key_that_does_not_sign_leaves_nothing_half_done(
    pilot: Pilot, folder: GitFolder, key: Path
) -> None:
    key.with_suffix("").unlink()
    tip = folder.git("rev-parse", "HEAD")
    assert pilot("snapshot", "chuyan", "-C", str(folder.root))[0] == 2
    assert folder.git("rev-parse", "HEAD") == tip
    assert (folder.git("tag"), folder.git("status", "--porcelain")) == ("", "")


def test_a_tag_that_was_moved_to_an_edited_manifest_is_seen(
    pilot: Pilot, folder: GitFolder
) -> None:
    root = str(folder.root)
    pilot("snapshot", "chuyan", "-C", root)
    kept = folder.root / "data/snapshots/chuyan.json"
    kept.write_text(kept.read_text("utf-8").replace('"total": "1"', '"total": "9"'), "utf-8")
    folder.commit()
    folder.git("tag", "-f", "-a", "-m", "moved", "chuyan")
    code, out, _ = pilot("snapshot", "verify", "chuyan", "-C", root)
    assert (code, "与标签所指的不同" in out) == (1, True)


def test_signers_come_from_outside_and_an_unsigned_tag_is_not_signed(
    pilot: Pilot, folder: GitFolder, tmp_path: Path
) -> None:
    root = str(folder.root)
    pilot("snapshot", "chuyan", "-C", root)
    outside = tmp_path / "signers"
    outside.write_text("", "utf-8")
    args = ("snapshot", "verify", "chuyan", "-C", root, "--signers")
    code, out, _ = pilot(*args, str(outside))
    assert (code, "没有名单上的人签名" in out) == (1, True)
    inside = folder.write("signers", "")
    assert pilot(*args, str(inside))[0] == 2
