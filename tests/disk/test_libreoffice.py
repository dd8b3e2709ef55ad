"""LibreOffice is started in a profile of its own; here a small program stands in for it."""

import io
import os
import stat
import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from pilotkit.disk import libreoffice
from pilotkit.report.checkup.machine import this_machine

PROGRAM = """#!{python}
import pathlib, sys, time
arguments = sys.argv[1:]
folder = pathlib.Path.cwd()
(pathlib.Path({log!r})).write_text("\\n".join(arguments))
profile = (folder / "profile/user/registrymodifications.xcu").read_text("utf-8")
assert "DisableMacrosExecution" in profile
made = folder / "made"
made.mkdir()
for place in map(pathlib.Path, arguments[arguments.index(str(made)) + 1 :]):
    content = place.read_bytes()
    if content == b"slow":
        time.sleep(60)
    if content != b"bad":
        (made / (place.stem + ".pdf")).write_bytes(b"%PDF- " + content)
"""


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a program of that name before all others; return where it says how it was called."""
    log = tmp_path / "log"
    place = tmp_path / "bin/soffice"
    place.parent.mkdir()
    place.write_text(PROGRAM.format(python=sys.executable, log=str(log)), "utf-8")
    place.chmod(place.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{place.parent}{os.pathsep}{os.environ['PATH']}")
    return log


def test_files_become_pdf_in_their_order(log: Path) -> None:
    made = libreoffice.convert([("docx", b"one"), ("xls", b"bad"), ("ppt", b"three")])
    assert made == [b"%PDF- one", None, b"%PDF- three"]
    arguments = log.read_text("utf-8").splitlines()
    assert arguments[0].startswith("-env:UserInstallation=file://")
    assert {"--headless", "--norestore", "--convert-to"} < set(arguments)
    assert [Path(one).name for one in arguments[-3:]] == ["0.docx", "1.xls", "2.ppt"]


def test_it_is_found_where_its_installer_puts_it(
    log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not log.exists()
    place = tmp_path / "bin/soffice"
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(libreoffice, "_PLACES", (str(tmp_path / "none"), str(place)))
    assert libreoffice.find() == this_machine([], []).office == str(place)


def test_many_files_go_in_batches(log: Path) -> None:
    given = [("doc", f"{n}".encode()) for n in range(23)]
    assert libreoffice.convert(given) == [f"%PDF- {n}".encode() for n in range(23)]
    assert len(log.read_text("utf-8").splitlines()) < 23


def test_what_takes_too_long_is_ended(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "_SECONDS", 1)
    monkeypatch.setattr(libreoffice, "_SECONDS_A_FILE", 0)
    assert libreoffice.convert([("doc", b"slow")]) == [None]
    assert log.exists()


def packed(size: int) -> bytes:
    written = io.BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as target:
        target.writestr("word/document.xml", bytes(size))
    return written.getvalue()


def test_a_packed_file_that_is_a_bomb_is_not_opened(log: Path) -> None:
    bomb = packed(300 << 20)
    assert len(bomb) < 1 << 20
    unknown = bytearray(packed(9))
    unknown[unknown.index(b"PK\x01\x02") + 6] = 99  # takes a version of the format to come
    hostile = (bomb, b"PK\x03\x04 broken", bytes(unknown))
    assert libreoffice.convert([("docx", one) for one in hostile]) == [None] * 3
    assert not log.exists()
    (made,) = libreoffice.convert([("docx", packed(9))])
    assert made is not None


def test_without_the_program_nothing_is_converted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.devnull)
    assert libreoffice.find() is None
    assert libreoffice.convert([("doc", b"x")]) == [None]


def test_a_program_that_does_not_start_converts_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "soffice"
    place.write_bytes(b"\x7fELF no program")
    place.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert libreoffice.convert([("doc", b"x")]) == [None]
