"""The one place that starts LibreOffice: Office files as PDF, in a profile of their own.

The files are hostile: macros are off, links are not followed, and what takes too long is ended.
"""

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from pilotkit.disk.package import DAMAGES

_NAMES = ("soffice", "libreoffice")
# Where its own installers put it, which is no place that programs are looked for in.
_PLACES = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_SECONDS, _SECONDS_A_FILE = 60, 15
_BATCH = 20
_MOST_BYTES = 64 << 20
# What a file that is a packed one holds, unpacked.
_MOST_UNPACKED = 200 << 20
_ZIP = b"PK\x03\x04"
_SECURITY = "/org.openoffice.Office.Common/Security/Scripting"
_OFF = (
    (_SECURITY, "MacroSecurityLevel", "3"),
    (_SECURITY, "DisableMacrosExecution", "true"),
    (_SECURITY, "DisableActiveContent", "true"),
    (_SECURITY, "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "1"),
)


def find() -> str | None:
    """Find the program; None where it is not installed."""
    found = next((place for name in _NAMES if (place := shutil.which(name))), None)
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def convert(files: Sequence[tuple[str, bytes]]) -> list[bytes | None]:
    """Turn files, each with its ending, into PDF; None for what cannot be converted."""
    program = find()
    made: list[bytes | None] = []
    for start in range(0, len(files), _BATCH):
        batch = files[start : start + _BATCH]
        made += _batch(program, batch) if program else [None] * len(batch)
    return made


def _batch(program: str, files: Sequence[tuple[str, bytes]]) -> list[bytes | None]:
    with TemporaryDirectory(prefix="pilot-") as name:
        folder = Path(name)
        given: list[Path] = []
        for index, (ending, content) in enumerate(files):
            if _is_sound(content):
                place = folder / f"{index}.{ending}"
                place.write_bytes(content)
                given.append(place)
        if given:
            _profile(folder / "profile/user")
            _run(program, folder, given)
        return [_read(folder / f"made/{index}.pdf") for index in range(len(files))]


def _is_sound(content: bytes) -> bool:
    """Say whether a packed file does not claim to be far larger than it is."""
    if not content.startswith(_ZIP):
        return True
    with suppress(*DAMAGES), ZipFile(BytesIO(content)) as packed:
        return sum(one.file_size for one in packed.infolist()) <= _MOST_UNPACKED
    return False


def _profile(user: Path) -> None:
    user.mkdir(parents=True)
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _OFF
    )
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry"'
        ' xmlns:xs="http://www.w3.org/2001/XMLSchema"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{items}</oor:items>',
        "utf-8",
    )


def _run(program: str, folder: Path, given: Sequence[Path]) -> None:
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault"),
        *("--convert-to", "pdf", "--outdir", str(folder / "made")),
        *map(str, given),
    ]
    # SOURCE_DATE_EPOCH: the files that it makes should not tell the hour.
    environment = {**os.environ, "HOME": str(folder), "SOURCE_DATE_EPOCH": "315532800"}
    try:
        running = subprocess.Popen(  # noqa: S603 - a fixed program, no shell, arguments of ours
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return
    try:
        running.wait(_SECONDS + _SECONDS_A_FILE * len(given))
    except subprocess.TimeoutExpired:
        _end(running)


def _end(running: "subprocess.Popen[bytes]") -> None:
    """End it and what it has started, which runs on else."""
    with suppress(OSError):
        if os.name == "posix":
            os.killpg(running.pid, signal.SIGKILL)
        else:
            running.kill()
    running.wait()


def _read(place: Path) -> bytes | None:
    with suppress(OSError):
        if place.stat().st_size <= _MOST_BYTES:
            return place.read_bytes()
    return None
