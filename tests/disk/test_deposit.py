import errno
import os
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from pilotkit.disk.deposit import deposit
from pilotkit.disk.intake import Incoming, UnfitFileError, take_in
from pilotkit.disk.worktree import read_worktree
from pilotkit.disk.writing import UnsafePathError

PATH = "data/evidence/spj/a.yaml"
RECORD = b"id: a\n"
CALLS = ("open", "write", "fsync", "close", "link", "replace", "mkdir", "lstat")
KILLED = """
import os, sys
from pathlib import Path
from pilotkit.disk.deposit import deposit
from pilotkit.disk.intake import take_in
left = int(sys.argv[1])
def dying(call):
    def die(*args, **kwargs):
        global left
        left -= 1
        if left < 0:
            os._exit(9)
        return call(*args, **kwargs)
    return die
root = Path(sys.argv[2])
incoming = [take_in(Path(place)) for place in sys.argv[3:]]
for name in {calls}:
    setattr(os, name, dying(getattr(os, name)))
deposit(root, "data/evidence/spj/a.yaml", b"id: a\\n", incoming)
"""


@pytest.fixture
def incoming(tmp_path: Path) -> list[Incoming]:
    places = [tmp_path / "一.txt", tmp_path / "二.bin"]
    places[0].write_bytes(b"1")
    places[1].write_bytes(bytes(3 << 20))
    return [take_in(place) for place in places]


def files(root: Path) -> set[str]:
    return {
        place.relative_to(root).as_posix()
        for place in root.rglob("*")
        if place.is_file() and not place.name.startswith(".pilot-")
    }


WHOLE = {PATH, "data/evidence/spj/a/一.txt", "data/evidence/spj/a/二.bin"}


def test_record_and_attachments(tmp_path: Path, incoming: list[Incoming]) -> None:
    root = tmp_path / "root"
    root.mkdir()
    deposit(root, PATH, RECORD, incoming)
    assert files(root) == WHOLE
    found = read_worktree(root).attachments
    assert [found[f"data/evidence/spj/a/{one.name}"].sha256 for one in incoming] == [
        one.sha256 for one in incoming
    ]


def test_what_is_there_stays(tmp_path: Path, incoming: list[Incoming]) -> None:
    deposit(tmp_path, PATH, RECORD, [])
    with pytest.raises(FileExistsError):
        deposit(tmp_path, PATH, b"other", incoming)
    assert (tmp_path / PATH).read_bytes() == RECORD
    assert not (tmp_path / "data/evidence/spj/a").exists()
    (tmp_path / "data/evidence/spj/b").mkdir()
    with pytest.raises(FileExistsError):
        deposit(tmp_path, "data/evidence/spj/b.yaml", RECORD, incoming)
    assert (tmp_path / "data/evidence/spj/b").is_dir()


def test_no_link_is_written_through(tmp_path: Path, incoming: list[Incoming]) -> None:
    outside, root = tmp_path / "outside", tmp_path / "root"
    outside.mkdir()
    (root / "data/evidence").mkdir(parents=True)
    (root / "data/evidence/spj").symlink_to(outside)
    with pytest.raises(UnsafePathError):
        deposit(root, PATH, RECORD, incoming)
    assert not list(outside.iterdir())


def test_a_file_that_changes_on_its_way_is_not_taken(
    tmp_path: Path, incoming: list[Incoming]
) -> None:
    incoming[1].place.write_bytes(bytes(2 << 20) + b"x")
    with pytest.raises(UnfitFileError, match="changed while it was copied"):
        deposit(tmp_path, PATH, RECORD, incoming)
    assert not files(tmp_path / "data")
    assert not (tmp_path / "data/evidence/spj/a").exists()


@pytest.mark.parametrize("call", CALLS)
def test_whatever_call_fails_nothing_half_done_stays(
    tmp_path: Path, incoming: list[Incoming], monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """The n-th call fails with a full disk, for every n, until none does."""
    for fails_at in count():
        root = tmp_path / f"{call}{fails_at}"
        root.mkdir()
        with monkeypatch.context() as patch:
            patch.setattr(os, call, failing(getattr(os, call), fails_at))
            try:
                deposit(root, PATH, RECORD, incoming)
            except OSError as error:
                assert error.errno == errno.ENOSPC  # noqa: PT017 - some calls may fail unharmed
                assert files(root) == set()
                assert not (root / "data/evidence/spj/a").exists()
                continue
        assert files(root) == WHOLE
        if fails_at > 20:
            break


def failing(call: Callable[..., object], fails_at: int) -> Callable[..., object]:
    calls = count()

    def fail(*args: object, **kwargs: object) -> object:
        if next(calls) == fails_at:
            raise OSError(errno.ENOSPC, "No space left on device")
        return call(*args, **kwargs)

    return fail


def test_a_killed_run_never_leaves_a_record_without_its_files(
    tmp_path: Path, incoming: list[Incoming]
) -> None:
    program = KILLED.replace("{calls}", repr(CALLS))
    places = [os.fspath(one.place) for one in incoming]
    for left in range(0, 60, 3):
        root = tmp_path / str(left)
        root.mkdir()
        command = [sys.executable, "-c", program, str(left), os.fspath(root), *places]
        code = subprocess.run(command, check=False).returncode
        kept = files(root)
        assert kept == WHOLE if PATH in kept else kept < WHOLE
        for name, content in (("一.txt", b"1"), ("二.bin", bytes(3 << 20))):
            if f"data/evidence/spj/a/{name}" in kept:
                assert (root / "data/evidence/spj/a" / name).read_bytes() == content
        if code == 0:
            assert kept == WHOLE
            return
    pytest.fail("no run was left alive")
