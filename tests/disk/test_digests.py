import hashlib
import os
import time
import tracemalloc
from pathlib import Path

import pytest

from pilotkit.disk import digests
from pilotkit.disk.digests import attachment, memory_outside

MEGABYTE = 1 << 20
HOUR = 3_600_000_000_000


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    return tmp_path / "cache/digests"


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    place = tmp_path / "scan.pdf"
    place.write_bytes(b"x" * (MEGABYTE + 1))
    return place


@pytest.fixture(autouse=True)
def _an_hour_later(monkeypatch: pytest.MonkeyPatch) -> None:
    later = time.time_ns() + HOUR
    monkeypatch.setattr(time, "time_ns", lambda: later)


def digest(place: Path, memory: Path | None) -> str:
    return attachment(os.fspath(place), place.stat().st_size, memory).sha256


def sha256(place: Path) -> str:
    return hashlib.sha256(place.read_bytes()).hexdigest()


def remembered(memory: Path) -> list[Path]:
    return list(memory.iterdir()) if memory.exists() else []


def test_the_digest_of_a_large_file_is_remembered(scan: Path, memory: Path) -> None:
    assert digest(scan, memory) == sha256(scan)
    (line,) = remembered(memory)
    assert line.stat().st_mode & 0o077 == 0o044  # readable by others at most: a digest is no secret
    line.write_text(line.read_text("ascii").replace(sha256(scan), "0" * 64), "ascii")
    assert digest(scan, memory) == "0" * 64


def test_a_changed_file_is_hashed_again(scan: Path, memory: Path) -> None:
    digest(scan, memory)
    times = (scan.stat().st_atime_ns, scan.stat().st_mtime_ns)
    scan.write_bytes(b"y" * (MEGABYTE + 1))
    os.utime(scan, ns=times)
    assert digest(scan, memory) == sha256(scan)
    assert len(remembered(memory)) == 1


@pytest.mark.parametrize("content", ["", "x", "1 2 3 4 5", "\0" * 9999, "证"])
def test_a_broken_memory_is_ignored_and_mended(scan: Path, memory: Path, content: str) -> None:
    digest(scan, memory)
    (line,) = remembered(memory)
    line.write_text(content, "utf-8")
    assert digest(scan, memory) == sha256(scan)
    assert sha256(scan) in line.read_text("ascii")


def test_small_and_fresh_files_are_not_remembered(
    scan: Path, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = scan.with_name("small")
    small.write_bytes(b"x" * MEGABYTE)
    digest(small, memory)
    monkeypatch.setattr(time, "time_ns", lambda: scan.stat().st_mtime_ns + 1_999_999_999)
    digest(scan, memory)
    assert remembered(memory) == []


def test_a_file_that_changes_while_it_is_hashed_is_not_remembered(
    scan: Path, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = iter(["before", "after"])
    monkeypatch.setattr(digests, "_key", lambda _: next(keys))
    digest(scan, memory)
    assert remembered(memory) == []


def test_a_memory_that_cannot_be_written_is_no_fault(scan: Path) -> None:
    assert digest(scan, scan / "cache") == sha256(scan)
    assert digest(scan, None) == sha256(scan)


def test_faults_of_the_disk_are_os_errors(scan: Path, memory: Path) -> None:
    found = attachment(os.fspath(scan), 1, memory)
    scan.unlink()
    os.mkfifo(scan)
    with pytest.raises(OSError, match="not a regular file"):
        found.digest()
    with pytest.raises(OSError, match="not a regular file"):
        found.read(10)


def test_the_memory_lies_outside_the_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PILOT_CACHE_DIR", str(tmp_path / "own"))
    assert memory_outside(tmp_path / "pilot") == tmp_path / "own/digests"
    assert memory_outside(tmp_path) is None
    monkeypatch.setenv("PILOT_CACHE_DIR", "relative")
    assert memory_outside(tmp_path) is None
    monkeypatch.delenv("PILOT_CACHE_DIR")
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert memory_outside(tmp_path / "pilot") == tmp_path / "xdg/pilotkit/digests"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert memory_outside(tmp_path / "pilot") == tmp_path / "home/.cache/pilotkit/digests"


def test_a_large_file_is_hashed_in_pieces(scan: Path) -> None:
    with scan.open("r+b") as file:
        file.truncate(64 * MEGABYTE)
    tracemalloc.start()
    found = digest(scan, None)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (found == sha256(scan), peak < MEGABYTE) == (True, True)
