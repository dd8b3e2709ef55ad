import hashlib
import os
from pathlib import Path

import pytest

from pilotkit.git.checkout import find_checkout
from pilotkit.git.uncommitted import uncommitted
from repositories import GitFolder, new_repository


def found(repo: GitFolder, folder: str = "data") -> tuple[str, ...]:
    return uncommitted(find_checkout(repo.root), folder)


def test_what_differs_from_the_commit(repo: GitFolder) -> None:
    for name in ("changed", "removed", "staged", "unstaged", "same", "a/same", "exec", "证"):
        repo.write(f"data/{name}.yaml", name)
    repo.write("data/.gitignore", "ignored.yaml\n")
    repo.commit()
    assert found(repo) == ()
    repo.write("data/changed.yaml", "changes")
    repo.write("data/证.yaml", "書")
    (repo.root / "data/removed.yaml").unlink()
    repo.write("data/staged.yaml", "x")
    repo.write("data/new.yaml", "x")
    repo.git("add", "data/staged.yaml", "data/new.yaml")
    repo.git("rm", "-q", "--cached", "data/unstaged.yaml")
    repo.write("data/ignored.yaml")
    repo.write("data/untracked/x.yaml")
    repo.write("data/untracked/README.md")
    repo.write("outside.yaml")
    new_repository(repo.root / "data/a/sub")
    os.utime(repo.root / "data/same.yaml", (0, 0))
    assert found(repo) == tuple(
        f"data/{name}.yaml"
        for name in "changed ignored new removed staged unstaged untracked/x 证".split()  # noqa: SIM905
    )
    assert found(repo, "data/a") == ()


def test_a_workspace_in_a_folder_of_the_repository(repo: GitFolder) -> None:
    repo.write("examples/demo/data/a.yaml", "x")
    repo.commit()
    repo.write("data/pilot.yaml", "changed")
    repo.write("examples/demo/data/b.yaml", "x")
    demo = find_checkout(repo.root / "examples/demo")
    assert (found(repo), uncommitted(demo)) == (("data/pilot.yaml",), ("data/b.yaml",))


def test_an_unfinished_merge(repo: GitFolder) -> None:
    repo.commit()
    for branch in ("one", "other"):
        repo.git("checkout", "-q", "-b", branch, "main")
        repo.write("data/pilot.yaml", f"name: {branch}\n")
        repo.commit()
    repo.git("checkout", "-q", "one")
    repo.write("data/pilot.yaml")
    repo.git("update-index", "--index-info", given=_conflict(repo))
    repo.git("checkout", "-q", "--ours", "--", "data/pilot.yaml")
    assert found(repo) == ("data/pilot.yaml",)


def _conflict(repo: GitFolder) -> bytes:
    stages = enumerate(("main", "one", "other"), start=1)
    lines = [f"0 {'0' * 40}\tdata/pilot.yaml"]
    for stage, branch in stages:
        blob = repo.git("rev-parse", f"{branch}:data/pilot.yaml")
        lines.append(f"100644 {blob} {stage}\tdata/pilot.yaml")
    return "".join(f"{line}\n" for line in lines).encode()


def test_line_ends_that_git_converts_are_no_difference(repo: GitFolder) -> None:
    repo.write("data/a.yaml", "a: 1\nb: 2\n")
    repo.commit()
    repo.write("data/a.yaml", "a: 1\r\nb: 2\r\n")
    assert found(repo) == ()
    repo.write("data/a.yaml", "a: 1\r\nb: 3\r\n")
    assert found(repo) == ("data/a.yaml",)


def test_files_kept_by_git_lfs_are_no_difference(repo: GitFolder) -> None:
    content = b"%PDF" + b"x" * (3 << 20)
    oid = hashlib.sha256(content).hexdigest()
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{oid}\nsize {len(content)}\n"
    repo.write("data/evidence/u/x/scan.pdf", pointer)
    repo.commit()
    repo.write("data/evidence/u/x/scan.pdf", content)
    assert found(repo) == ()
    repo.write("data/evidence/u/x/scan.pdf", content + b"x")
    assert found(repo) == ("data/evidence/u/x/scan.pdf",)


def test_links_and_what_is_no_file(repo: GitFolder) -> None:
    (repo.root / "data/link").symlink_to("pilot.yaml")
    (repo.root / "data/other").symlink_to("pilot.yaml")
    repo.write("data/text", "x")
    repo.write("data/was/x.yaml", "x")
    repo.commit()
    assert found(repo) == ()
    for name in ("other", "text"):
        (repo.root / "data" / name).unlink()
    (repo.root / "data/other").write_text("pilot.yaml", "utf-8")
    os.mkfifo(repo.root / "data/text")
    (repo.root / "data/was").rename(repo.root / "elsewhere")
    (repo.root / "data/was").symlink_to("../elsewhere")
    assert found(repo) == ("data/other", "data/text", "data/was", "data/was/x.yaml")


def test_a_file_that_cannot_be_read(repo: GitFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.commit()

    def refusing(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refusing)
    assert found(repo) == ("data/pilot.yaml",)


def test_a_repository_with_sha256_ids(tmp_path: Path) -> None:
    repo = new_repository(tmp_path / "new", "--object-format=sha256")
    repo.write("data/pilot.yaml", "name: 试点\n")
    assert len(repo.commit()) == 64
    assert found(repo) == ()
