import shutil
from datetime import date
from pathlib import Path

import pytest

from pilotkit.git import process
from pilotkit.git.checkout import find_checkout, head, read_commit, resolve
from pilotkit.git.faults import (
    DubiousOwnership,
    GitMissing,
    NotARepository,
    UnknownRevision,
    UnreadableRepository,
)
from pilotkit.git.uncommitted import uncommitted
from repositories import GitFolder, files_at, new_repository


def test_the_work_tree_around_a_workspace(repo: GitFolder, tmp_path: Path) -> None:
    repo.commit()
    found = find_checkout(repo.root)
    assert (found.top, found.prefix, found.shallow) == (str(repo.root), "", False)
    (repo.root / "examples/示例 1").mkdir(parents=True)
    found = find_checkout(repo.root / "examples/示例 1")
    assert (found.top, found.prefix) == (str(repo.root), "examples/示例 1/")
    (tmp_path / "link").symlink_to(repo.root / "examples")
    assert find_checkout(tmp_path / "link").prefix == "examples/"


def test_folders_in_no_work_tree(repo: GitFolder, tmp_path: Path) -> None:
    bare = new_repository(tmp_path / "bare", "--bare").root
    for folder in (tmp_path, bare, repo.root / ".git", tmp_path / "absent"):
        with pytest.raises(NotARepository) as refused:
            find_checkout(folder)
        assert refused.value.sentence.zh == f"“{folder}”不在 git 工作区里"
    repo.git("config", "core.worktree", "/usr")
    with pytest.raises(NotARepository):
        find_checkout(repo.root)


def test_a_hook_does_not_point_us_at_another_repository(
    repo: GitFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = repo.commit()
    other = new_repository(tmp_path / "other")
    other.commit()
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY"):
        monkeypatch.setenv(name, str(other.root / ".git"))
    assert head(find_checkout(repo.root)) == read_commit(find_checkout(repo.root), first)


def test_a_commit_has_the_day_of_its_own_time_zone(repo: GitFolder) -> None:
    east = repo.commit()
    west = repo.commit(when="2022-01-01T23:59:59-11:30")
    checkout = find_checkout(repo.root)
    assert read_commit(checkout, east).date == date(2021, 12, 16)
    assert read_commit(checkout, west).date == date(2022, 1, 1)
    assert read_commit(checkout, "HEAD~1").short == east[:10]


@pytest.mark.parametrize("name", ["main", "HEAD", "初验/2023", "v1", "@", "HEAD^{tree}^0", "-v1"])
def test_commits_by_name(repo: GitFolder, name: str) -> None:
    commit = repo.commit()
    repo.git("branch", "初验/2023")
    repo.git("tag", "-a", "-m", "x", "v1")
    checkout = find_checkout(repo.root)
    if name in {"main", "HEAD", "初验/2023", "v1", "@"}:
        assert resolve(checkout, name) == resolve(checkout, commit[:7]) == commit
    else:
        with pytest.raises(UnknownRevision) as refused:
            resolve(checkout, name)
        assert refused.value.sentence.zh == f"没有版本“{name}”"


@pytest.mark.parametrize(
    "name",
    [
        *("", "--output=canary", "--all", "-1", "--exec=touch canary", "nowhere", "0" * 40),
        *("a\0b", "main\n", "\x1b[2J", "^main", "main..HEAD", "main HEAD", "HEAD:data", ":/no"),
        *("HEAD@{99}", "$(touch canary)", "`touch canary`", "\udcff"),
    ],
)
def test_what_names_no_commit(repo: GitFolder, name: str) -> None:
    repo.commit()
    with pytest.raises(UnknownRevision):
        resolve(find_checkout(repo.root), name)
    assert not list(repo.root.rglob("canary"))


def test_before_the_first_commit(repo: GitFolder) -> None:
    checkout = find_checkout(repo.root)
    assert head(checkout) is None
    assert uncommitted(checkout) == ("data/pilot.yaml",)
    with pytest.raises(UnknownRevision):
        files_at(checkout, "HEAD")


def test_detached(repo: GitFolder) -> None:
    first = repo.commit()
    repo.commit()
    repo.git("checkout", "-q", "--detach", first)
    commit = head(find_checkout(repo.root))
    assert commit
    assert commit.id == first


def test_a_shallow_clone_says_so(repo: GitFolder, tmp_path: Path) -> None:
    repo.commit()
    repo.commit()
    repo.git("clone", "-q", "--depth=1", f"file://{repo.root}", str(tmp_path / "shallow"))
    checkout = find_checkout(tmp_path / "shallow")
    assert checkout.shallow
    with pytest.raises(UnknownRevision) as refused:
        resolve(checkout, "HEAD~1")
    assert refused.value.remedy
    assert refused.value.remedy.zh == "这是浅克隆，请先运行 git fetch --unshallow"


def test_a_repository_of_another_user(repo: GitFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.commit()
    monkeypatch.setitem(vars(process)["_ENVIRONMENT"], "GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(DubiousOwnership) as refused:
        find_checkout(repo.root)
    line = f"git config --global --add safe.directory {repo.root}"
    assert refused.value.remedy
    assert refused.value.remedy.zh == f"确认可信后请运行：{line}"
    quoted = DubiousOwnership("/a b", "is owned by someone else").remedy
    assert quoted
    assert quoted.en.endswith("--add safe.directory '/a b'")


def test_without_git(repo: GitFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repo.root / "git").symlink_to(shutil.which("git") or "")
    monkeypatch.chdir(repo.root)
    monkeypatch.setenv("PATH", f".:{tmp_path / 'absent'}")
    with pytest.raises(GitMissing) as refused:
        find_checkout(repo.root)
    assert refused.value.sentence.zh == "没有找到 git 程序"


def test_git_that_never_answers(repo: GitFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    program = repo.write("slow/git", "#!/bin/sh\nexec sleep 60\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    monkeypatch.setattr(process, "_SECONDS", 0.1)
    with pytest.raises(UnreadableRepository, match="no answer"):
        find_checkout(repo.root)


@pytest.mark.parametrize(
    ("path", "content", "fault"),
    [
        (".git/HEAD", "rubbish\n", NotARepository),
        (".git/HEAD", "", NotARepository),
        (".git/config", "[core\n", UnreadableRepository),
        (".git/config", "[core]\nrepositoryformatversion = 9\n", UnreadableRepository),
    ],
)
def test_a_damaged_repository(
    repo: GitFolder, path: str, content: str, fault: type[Exception]
) -> None:
    repo.commit()
    repo.write(path, content)
    with pytest.raises(fault):
        find_checkout(repo.root)


def test_a_head_whose_commit_is_gone(repo: GitFolder) -> None:
    repo.commit()
    repo.write(".git/refs/heads/main", f"{'1' * 40}\n")
    with pytest.raises(UnreadableRepository) as refused:
        head(find_checkout(repo.root))
    assert refused.value.sentence.zh == "git 读不了这个仓库：缺少提交 1111111111"


def test_a_damaged_commit(repo: GitFolder) -> None:
    commit = repo.commit()
    place = repo.root / ".git/objects" / commit[:2] / commit[2:]
    place.chmod(0o644)
    place.write_bytes(place.read_bytes()[:20])
    with pytest.raises(UnreadableRepository, match="corrupt"):
        files_at(find_checkout(repo.root), "HEAD")


@pytest.mark.parametrize("time", ["99999999999999 +0000", "1 +9959", "x +0000", "1"])
def test_a_commit_without_a_day(repo: GitFolder, time: str) -> None:
    repo.commit()
    tree = repo.git("rev-parse", "HEAD^{tree}")
    text = f"tree {tree}\nauthor x <x> 1 +0000\ncommitter x <x> {time}\n\ncommitter x <x> 1 +0000\n"
    commit = repo.git(
        "hash-object", "-w", "-t", "commit", "--literally", "--stdin", given=text.encode()
    )
    with pytest.raises(UnreadableRepository, match=f"commit {commit[:10]} has no usable date"):
        read_commit(find_checkout(repo.root), commit)
