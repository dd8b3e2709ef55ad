import errno
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from pilotkit.disk.worktree import read_worktree
from pilotkit.disk.writing import UnsafePathError, replace, sweep, write_named, write_new

OLD, NEW = b"old\n", b"new\n" * 1000
PATH = "data/posts/minzheng/shouli.yaml"
CALLS = ("open", "write", "fsync", "close", "link", "replace", "unlink", "chmod", "mkdir", "lstat")
Call = Callable[[Path, str, bytes], None]


def files(root: Path) -> list[str]:
    return sorted(place.relative_to(root).as_posix() for place in root.rglob("*.*"))


def test_a_new_file_with_its_folders(tmp_path: Path) -> None:
    write_new(tmp_path, PATH, NEW)
    assert (files(tmp_path), (tmp_path / PATH).read_bytes()) == ([PATH], NEW)
    assert (tmp_path / PATH).stat().st_nlink == 1


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    write_new(tmp_path, PATH, OLD)
    with pytest.raises(FileExistsError):
        write_new(tmp_path, PATH, NEW)
    (tmp_path / "link.yaml").symlink_to("absent")
    with pytest.raises(FileExistsError):
        write_new(tmp_path, "link.yaml", NEW)
    assert (tmp_path / PATH).read_bytes() == OLD
    assert files(tmp_path) == [PATH, "link.yaml"]


def test_replacing_keeps_the_mode(tmp_path: Path) -> None:
    replace(tmp_path, PATH, OLD)
    (tmp_path / PATH).chmod(0o640)
    replace(tmp_path, PATH, NEW)
    assert (tmp_path / PATH).read_bytes() == NEW
    assert ((tmp_path / PATH).stat().st_mode & 0o777, files(tmp_path)) == (0o640, [PATH])


@pytest.mark.parametrize("call", [write_new, replace])
@pytest.mark.parametrize(
    "path",
    [
        *("", "/etc/x", "../x", "a/../x", "a//x", "./x", "C:/x", "a\\x", "x\0", "\x1b", "NUL.txt"),
        *("x.", ".git/config", ".GIT/x", "git~1/x", f"{'证' * 67}.yaml"),
    ],
)
def test_paths_that_leave_the_workspace_or_that_windows_cannot_hold(
    tmp_path: Path, call: Call, path: str
) -> None:
    with pytest.raises(UnsafePathError) as refused:
        call(tmp_path, path, NEW)
    assert refused.value.sentence.zh == f"不能写到“{path}”：路径不合规定"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("call", [write_new, replace])
def test_no_link_is_written_through(tmp_path: Path, call: Call) -> None:
    outside, root = tmp_path / "outside", tmp_path / "root"
    outside.mkdir()
    root.mkdir()
    (outside / "x.yaml").write_bytes(OLD)
    (root / "data").symlink_to(outside)
    with pytest.raises(UnsafePathError, match="'data' is a link or no folder"):
        call(root, "data/new.yaml", NEW)
    (root / "data").unlink()
    (root / "x.yaml").symlink_to(outside / "x.yaml")
    with pytest.raises((UnsafePathError, FileExistsError)):
        call(root, "x.yaml", NEW)
    assert (files(outside), (outside / "x.yaml").read_bytes()) == (["x.yaml"], OLD)


def test_a_file_in_the_place_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(OLD)
    with pytest.raises(UnsafePathError):
        write_new(tmp_path, "data/x.yaml", NEW)
    (tmp_path / "folder").mkdir()
    with pytest.raises(UnsafePathError) as refused:
        replace(tmp_path, "folder", NEW)
    assert refused.value.sentence.zh == "不能写到“folder”：那里是链接，或不是普通文件"


class Killed(BaseException):
    pass


def failing(monkeypatch: pytest.MonkeyPatch, turn: int, *, kill: bool) -> Iterator[int]:
    """Let the call of the system with this number fail; after a kill no other happens either."""
    turns = count(1)

    def wrap(name: str) -> None:
        call = getattr(os, name)

        def wrapped(*args: object, **kwargs: object) -> object:
            now = next(turns)
            if kill and now >= turn:
                raise Killed
            if now == turn:
                raise OSError(errno.ENOSPC, "No space left on device")
            return call(*args, **kwargs)

        monkeypatch.setattr(os, name, wrapped)

    for name in CALLS:
        wrap(name)
    return turns


@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
@pytest.mark.parametrize("kill", [False, True], ids=["fails", "killed"])
@pytest.mark.parametrize("call", [write_new, replace])
def test_whatever_fails_the_file_is_wholly_old_or_wholly_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Call, kill: bool, links: bool
) -> None:
    before = OLD if call is replace else None
    allowed = {before, NEW} if links or not kill or call is replace else {before, NEW, b""}
    if not links:
        monkeypatch.setattr(os, "link", without_links)
    for turn in count(1):
        root = tmp_path / str(turn)
        (root / PATH).parent.mkdir(parents=True)
        if before is not None:
            (root / PATH).write_bytes(before)
        with monkeypatch.context() as injected:
            turns = failing(injected, turn, kill=kill)
            try:
                call(root, PATH, NEW)
            except (OSError, Killed):
                done = False
            else:
                done = True
        found = (root / PATH).read_bytes() if (root / PATH).exists() else None
        assert found in allowed
        assert list(read_worktree(root).texts) == ([] if found is None else [PATH])
        if done:
            assert found == NEW
            if next(turns) <= turn:
                break
    assert turn > 5


def without_links(*_: object) -> None:
    raise OSError(errno.EPERM, "Operation not permitted")


def test_a_file_system_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", without_links)
    write_new(tmp_path, PATH, NEW)
    with pytest.raises(FileExistsError):
        write_new(tmp_path, PATH, OLD)
    assert (files(tmp_path), (tmp_path / PATH).read_bytes()) == ([PATH], NEW)


# Takes the first free number, fifty times, as a careless maker of ids would.
CREATE_MANY = """
import itertools, pathlib, sys
from pilotkit.disk.writing import write_new
taken = 0
for number in itertools.count():
    try:
        write_new(pathlib.Path(sys.argv[1]), f"data/tasks/u/{number}.yaml", sys.argv[2].encode())
    except FileExistsError:
        continue
    taken += 1
    if taken == 50:
        break
"""


def test_of_concurrent_creations_none_is_lost(tmp_path: Path) -> None:
    makers = [
        subprocess.Popen([sys.executable, "-c", CREATE_MANY, tmp_path, str(who)])
        for who in range(4)
    ]
    assert [maker.wait() for maker in makers] == [0] * 4
    assert len(files(tmp_path)) == 200
    written = [place.read_text("ascii") for place in tmp_path.rglob("*.yaml")]
    assert sorted(written) == ["0"] * 50 + ["1"] * 50 + ["2"] * 50 + ["3"] * 50


def test_stale_temporary_files_are_swept(tmp_path: Path) -> None:
    hour_ago = time.time() - 3600
    for name in (".pilot-1.tmp", "data/u/.pilot-2.tmp", "data/x.tmp", ".git/.pilot-3.tmp"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
        os.utime(tmp_path / name, (hour_ago, hour_ago))
    (tmp_path / "data/.pilot-busy.tmp").write_bytes(b"")
    assert sweep(tmp_path) == [".pilot-1.tmp", "data/u/.pilot-2.tmp"]
    assert files(tmp_path) == [".git", ".git/.pilot-3.tmp", "data/.pilot-busy.tmp", "data/x.tmp"]


def test_a_file_that_a_user_named_is_exchanged_and_keeps_its_mode_and_its_links(
    tmp_path: Path,
) -> None:
    place, link, fresh = (tmp_path / name for name in ("a:b.svg", "link", "new"))
    place.write_bytes(b"old")
    place.chmod(0o640)
    link.symlink_to(place)
    with place.open("rb") as reader:
        write_named(link, b"new")
        assert reader.read() == b"old"  # whoever reads it has it whole
    assert (place.read_bytes(), place.stat().st_mode & 0o777) == (b"new", 0o640)
    assert link.is_symlink()
    write_named(fresh, b"x")
    assert fresh.read_bytes() == b"x"
    with pytest.raises(IsADirectoryError):
        write_named(tmp_path, b"x")
    with pytest.raises(FileNotFoundError):
        write_named(tmp_path / "no/x", b"x")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a:b.svg", "link", "new"]


def test_what_is_no_file_gets_the_bytes(tmp_path: Path) -> None:
    write_named(Path(os.devnull), b"x")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_named(pipe, b"through")
    assert os.read(reader, 100) == b"through"
    os.close(reader)
    assert pipe.is_fifo()
    written = tmp_path / "out"
    script = "from pathlib import Path; from pilotkit.disk.writing import write_named as w;"
    script += "print('first', flush=True); w(Path('/dev/stdout'), b'second')"
    with written.open("wb") as out:
        subprocess.run([sys.executable, "-c", script], stdout=out, check=True)
    assert written.read_bytes() == b"first\nsecond"
