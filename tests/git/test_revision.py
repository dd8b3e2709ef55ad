import hashlib
import os
from pathlib import Path

import pytest

from pilotkit.disk.worktree import read_worktree
from pilotkit.git import objects, revision
from pilotkit.git.checkout import find_checkout
from pilotkit.git.faults import GitFault
from pilotkit.git.process import stream
from pilotkit.model.diagnostic import Diagnostic
from pilotkit.model.files import MAX_BYTES, MAX_DEPTH, Files
from repositories import GitFolder, files_at, new_repository

SCAN = "data/evidence/minzheng/x/扫描件 一.pdf"
POINTER = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'a' * 64}\nsize 12345\n"


def said(files: Files) -> list[str]:
    return [f"{found.location.path} {found.code}" for found in files.refused]


def at(repo: GitFolder, rev: str = "HEAD") -> Files:
    return files_at(find_checkout(repo.root), rev)


def without_facts(found: Diagnostic) -> tuple[str, str]:
    return found.location.path, found.code


def test_a_commit_reads_as_the_folder_that_was_committed(repo: GitFolder) -> None:
    for path in (
        *("data/posts/b.yaml", "data/posts/B2.yaml", "data/posts.txt", "data/posts-old/a.yaml"),
        *("data/标准/证.md", "data/x.yaml", "data/X.YAML", "data/Posts/a", "data/CON.yaml"),
        *("data/.gitignore", "data/posts/README.md", f"data/{'证' * 67}.md", "outside.yaml"),
        *(SCAN, "data/evidence/minzheng/x.yaml", "data/templates/a/b.docx", "data/dir/empty"),
        *(f"data{'/d' * 40}/x.yaml", f"data/{'/'.join(['f' * 78] * 3)}/deep/a.yaml"),
    ):
        repo.write(path, path)
    repo.write("data/large.yaml", b"#" * (MAX_BYTES + 1))
    repo.write("data/evidence/minzheng/x/large.pdf", b"#" * (MAX_BYTES + 1))
    repo.write(os.fsdecode(b"data/\xd6\xd0/a.yaml"))
    repo.write(os.fsdecode(b"data/\xd6\xd0/b.yaml"))
    repo.write(os.fsdecode(b"data/a/\xd6\xd0"))
    (repo.root / "data/link.yaml").symlink_to("pilot.yaml")
    (repo.root / "data/folder").symlink_to("posts")
    new_repository(repo.root / "data/sub").commit()
    repo.commit()
    folder, commit = read_worktree(repo.root), at(repo)
    assert list(commit.texts) == list(folder.texts)
    assert commit == Files(folder.texts, commit.attachments, refused=folder.refused)
    assert list(commit.attachments) == list(folder.attachments)
    for path, found in commit.attachments.items():
        same = folder.attachments[path]
        assert (found.size, found.sha256, found.head) == (same.size, same.sha256, same.head)
    assert {found.code for found in commit.refused} == {
        *("PK001", "PK003", "PK005", "PK007", "PK008", "PK009", "PK030", "PK031"),
    }


def test_another_revision_leaves_the_work_tree_alone(repo: GitFolder) -> None:
    repo.commit()
    repo.write("data/pilot.yaml", "name: 新\n")
    repo.write("data/units.yaml", "units: []\n")
    repo.commit()
    repo.write("data/pilot.yaml", "name: 没提交\n")
    checkout = find_checkout(repo.root)
    before, after = files_at(checkout, "HEAD~1"), files_at(checkout, "main")
    assert before.texts == {"data/pilot.yaml": "name: 试点\n".encode()}
    assert after.texts["data/pilot.yaml"].decode() == "name: 新\n"
    assert list(after.texts) == ["data/pilot.yaml", "data/units.yaml"]
    assert (repo.root / "data/pilot.yaml").read_text("utf-8") == "name: 没提交\n"


def test_what_was_read_once_is_not_read_again(
    repo: GitFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.write(SCAN, "%PDF")
    repo.commit()
    checkout = find_checkout(repo.root)
    first = files_at(checkout, "HEAD")
    digest = first.attachments[SCAN].sha256
    repo.commit()
    asked: list[str] = []

    def spying(folder: str, *arguments: str, given: bytes = b"") -> object:
        asked.append(arguments[0])
        return stream(folder, *arguments, given=given)

    monkeypatch.setattr(objects, "stream", spying)
    monkeypatch.setattr(revision, "stream", spying)
    again = files_at(checkout, "HEAD")
    assert (again.texts, again.attachments[SCAN].sha256) == (first.texts, digest)
    assert asked == ["ls-tree"]


def test_a_workspace_in_a_folder_of_the_repository(repo: GitFolder) -> None:
    repo.write("examples/示例[1]/data/pilot.yaml", "name: 示例\n")
    repo.write("examples/示例[1]/database/x.yaml", "")
    repo.write("examples/示例1/data/other.yaml", "")
    repo.commit()
    found = files_at(find_checkout(repo.root / "examples/示例[1]"), "HEAD")
    assert found.texts == {"data/pilot.yaml": "name: 示例\n".encode()}
    nothing = files_at(find_checkout(repo.root / "examples"), "HEAD")
    assert (nothing.texts, nothing.refused) == ({}, ())


@pytest.mark.parametrize("kind", ["link", "file", "submodule"])
def test_a_data_folder_that_is_none(repo: GitFolder, kind: str) -> None:
    (repo.root / "data").rename(repo.root / "real")
    if kind == "link":
        (repo.root / "data").symlink_to("real")
    elif kind == "file":
        repo.write("data", "x")
    else:
        new_repository(repo.root / "data").commit()
    repo.commit()
    code = {"link": "PK001", "file": "PK004", "submodule": "PK031"}[kind]
    assert said(at(repo)) == said(read_worktree(repo.root)) == [f"data {code}"]


def test_attachments_are_read_on_demand(repo: GitFolder) -> None:
    content = b"%PDF-1.7" + b"\0" * (3 << 20)
    repo.write(SCAN, content)
    repo.write("data/templates/empty.docx", b"")
    repo.write("data/evidence/u/lfs/scan.pdf", POINTER)
    repo.commit()
    found = at(repo).attachments
    scan, pointer = found[SCAN], found["data/evidence/u/lfs/scan.pdf"]
    assert (scan.size, scan.head, scan.read(4)) == (len(content), content[:1024], b"%PDF")
    assert (scan.read(2_000_000), scan.read(1 << 30)) == (content[:2_000_000], content)
    assert scan.sha256 == hashlib.sha256(content).hexdigest()
    assert found["data/templates/empty.docx"].sha256 == hashlib.sha256(b"").hexdigest()
    assert (pointer.read(2000).decode(), pointer.fingerprint) == (POINTER, "a" * 64)


def test_small_attachments_are_read_many_at_a_time(
    repo: GitFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(20):
        repo.write(f"data/templates/{number:02}", f"{number:02}" * 1000)
    repo.write("data/templates/10-large", b"#" * 5000)
    repo.commit()
    asked: list[str] = []

    def spying(folder: str, *arguments: str, given: bytes = b"") -> object:
        asked.append(arguments[0])
        return stream(folder, *arguments, given=given)

    monkeypatch.setattr(objects, "_ROOM", 4999)  # the large one fits in no room
    found = at(repo).attachments
    monkeypatch.setattr(objects, "stream", spying)
    for path, one in found.items():
        assert one.read(1 << 20) == (repo.root / path).read_bytes()
    assert len(asked) == 6 + 1 + 5
    assert found["data/templates/03"].read(1001) == b"03" * 500 + b"0"


def loose(repo: GitFolder, path: str) -> Path:
    blob = repo.git("rev-parse", f"HEAD:{path}")
    return repo.root / ".git/objects" / blob[:2] / blob[2:]


def test_attachments_that_git_cannot_read_are_faults_of_the_disk(repo: GitFolder) -> None:
    for name in "abcd":
        repo.write(f"data/templates/{name}", os.urandom(5000))
    repo.commit()
    checkout = find_checkout(repo.root)
    found = files_at(checkout, "HEAD").attachments
    broken = loose(repo, "data/templates/b")
    broken.chmod(0o644)
    broken.write_bytes(broken.read_bytes()[:50])
    loose(repo, "data/templates/c").unlink()
    for name, fault in (("b", "ends early"), ("c", "not in this clone")):
        with pytest.raises(OSError, match=fault):
            found[f"data/templates/{name}"].digest()
    with pytest.raises(OSError, match="ends early"):
        found["data/templates/b"].read(4000)
    for name in "ad":
        content = (repo.root / f"data/templates/{name}").read_bytes()
        assert found[f"data/templates/{name}"].sha256 == hashlib.sha256(content).hexdigest()


def test_texts_that_this_clone_lacks(repo: GitFolder) -> None:
    repo.write("data/gone.yaml", "gone")
    repo.commit()
    loose(repo, "data/gone.yaml").unlink()
    found = at(repo)
    assert (list(found.texts), said(found)) == (["data/pilot.yaml"], ["data/gone.yaml PK004"])


def test_a_text_that_goes_while_it_is_read(
    repo: GitFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.commit()
    monkeypatch.setattr(revision, "each_blob", lambda *_: ())
    assert said(at(repo)) == ["data/pilot.yaml PK004"]


def test_a_damaged_text(repo: GitFolder) -> None:
    repo.write("data/a.yaml", os.urandom(9000))
    repo.commit()
    place = loose(repo, "data/a.yaml")
    place.chmod(0o644)
    place.write_bytes(place.read_bytes()[:4000])
    with pytest.raises(GitFault):
        at(repo)


def test_a_folder_that_is_gone(repo: GitFolder) -> None:
    repo.commit()
    loose(repo, "data").unlink()
    with pytest.raises(GitFault, match="git cannot read this repository: "):
        at(repo)


def tree(repo: GitFolder, *entries: tuple[str, str, bytes]) -> str:
    """Write a tree by hand, of names that no file system would hold."""
    raw = b"".join(
        mode.encode() + b" " + name + b"\0" + bytes.fromhex(blob) for mode, blob, name in entries
    )
    return repo.git("hash-object", "-w", "-t", "tree", "--literally", "--stdin", given=raw)


def committed(repo: GitFolder, data: str) -> str:
    return repo.git("commit-tree", "-m", "x", tree(repo, ("40000", data, b"data")))


def test_hand_made_trees(repo: GitFolder) -> None:
    blob = repo.git("hash-object", "-w", "--stdin", given=b"x: 1\n")
    other = repo.commit()
    names = (b"..", b"a.yaml", b"a.yaml", b"b\n.yaml", b"c\xff")
    data = tree(
        repo,
        *(("100644", blob, name) for name in names),
        ("100644", other, b"commit"),
        ("160000", "1" * 40, b"sub"),
    )
    found = at(repo, committed(repo, data))
    assert said(found) == [
        "data/.. PK007",
        "data/a.yaml PK008",
        "data/b\n.yaml PK007",
        "data/c\\xff PK030",
        "data/commit PK004",
        "data/sub PK031",
    ]
    assert list(found.texts) == ["data/..", "data/a.yaml", "data/b\n.yaml"]


def test_a_bomb_of_trees_ends_at_the_limits(
    repo: GitFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    blob = repo.git("hash-object", "-w", "--stdin", given=b"x" * 1000)
    bomb = tree(repo, *(("100644", blob, b"%d" % number) for number in range(10)))
    for _ in range(12):  # a million million files
        bomb = tree(repo, *(("40000", bomb, b"%d" % number) for number in range(10)))
    rev = committed(repo, bomb)
    monkeypatch.setattr(revision, "MAX_FILES", 500)
    assert said(at(repo, rev)) == ["data PK006"]
    monkeypatch.setattr(revision, "MAX_TOTAL_BYTES", 100_000)
    found = at(repo, rev)
    assert (said(found), len(found.texts)) == (["data PK032"], 101)
    deep = tree(repo, ("100644", blob, b"x.yaml"))
    for _ in range(300):
        deep = tree(repo, ("40000", deep, b"d"))
    assert said(at(repo, committed(repo, deep))) == [f"data{'/d' * MAX_DEPTH} PK005"]


def test_a_blob_that_ends_early_is_a_fault(
    repo: GitFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.commit()
    program = repo.write("fake/git", "#!/bin/sh\ncat >&2\nprintf '%s blob 9\\nshort' x\n")
    program.chmod(0o755)
    checkout = find_checkout(repo.root)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    with pytest.raises(GitFault, match="a blob ends early"):
        list(objects.each_blob(checkout, ["x"]))
