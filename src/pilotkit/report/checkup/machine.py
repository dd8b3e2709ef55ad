"""What there is on this machine, found without running anything but git."""

import locale
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from pilotkit.disk import libreoffice
from pilotkit.git.faults import GitFault
from pilotkit.git.process import run
from pilotkit.report.checkup.libraries import LIBRARIES

_INSTALLERS = ("apt-get", "dnf", "yum", "zypper", "pacman", "brew", "winget")


@dataclass(frozen=True)
class Machine:
    """Plain facts. `fonts` of the machine is None where nothing here can list them."""

    system: str
    python: tuple[int, int, int]
    executable: str
    installer: str | None
    git: str | None
    libraries: dict[str, str]
    fonts: frozenset[str] | None
    named_fonts: frozenset[str]
    office: str | None
    console: str
    names: str
    locale: str
    unwritable: tuple[str, ...]


def this_machine(folders: Sequence[str], places: Sequence[Path]) -> Machine:
    """Look around; `folders` hold further fonts, `places` are where files are to be written."""
    return Machine(
        system=platform.system(),
        python=sys.version_info[:3],
        executable=sys.executable or "python",
        installer=next((one for one in _INSTALLERS if shutil.which(one)), None),
        git=_git(),
        libraries=_libraries(),
        fonts=_families((), system=True),
        named_fonts=_families(folders, system=False) or frozenset(),
        office=libreoffice.find(),
        console=(sys.stdout.encoding or "ascii").lower(),
        names=sys.getfilesystemencoding().lower(),
        locale=locale.setlocale(locale.LC_CTYPE),
        unwritable=tuple(str(place) for place in places if not _writable(place)),
    )


def _git() -> str | None:
    try:
        said = run(os.curdir, "version")
    except GitFault:
        return None
    return said.decode("utf-8", "replace").strip().removeprefix("git version ")


def _libraries() -> dict[str, str]:
    """Return the versions of the libraries there are."""
    found = {}
    for library in LIBRARIES:
        if find_spec(library.module) is not None:
            found[library.distribution] = "?"
            with suppress(PackageNotFoundError):
                found[library.distribution] = version(library.distribution)
    return found


def _families(folders: Sequence[str], *, system: bool) -> frozenset[str] | None:
    """Return the names of fonts; None without typst, which reads them on every system."""
    if find_spec("typst") is None:
        return None
    fonts = import_module("typst").Fonts(
        include_system_fonts=system, include_embedded_fonts=False, font_paths=list(folders)
    )
    return frozenset(str(family) for family in fonts.families())


def _writable(place: Path) -> bool:
    """Write a file that nobody sees into a folder, or into the one that it would be made in."""
    there = next((folder for folder in (place, *place.parents) if folder.is_dir()), place)
    try:
        with tempfile.TemporaryFile(dir=there):
            return True
    except OSError:
        return False
