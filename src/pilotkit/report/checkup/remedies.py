"""The exact commands that mend what is missing, for the system at hand."""

import shlex

from pilotkit.model.sentence import Sentence
from pilotkit.report.checkup.check import same
from pilotkit.report.checkup.machine import Machine

_PACKAGES = {
    "git": {
        "apt-get": "git",
        "dnf": "git",
        "yum": "git",
        "zypper": "git",
        "pacman": "git",
        "brew": "git",
        "winget": "--id Git.Git -e",
    },
    "libreoffice": {
        "apt-get": "--no-install-recommends libreoffice-writer libreoffice-calc",
        "dnf": "libreoffice-writer libreoffice-calc",
        "yum": "libreoffice-writer libreoffice-calc",
        "zypper": "libreoffice-writer libreoffice-calc",
        "pacman": "libreoffice-still",
        "brew": "--cask libreoffice",
        "winget": "--id TheDocumentFoundation.LibreOffice -e",
    },
}
_PAGES = {"git": "https://git-scm.com", "libreoffice": "https://zh-cn.libreoffice.org"}
# What a system installs by itself.
_OWN = {("Darwin", "git"): "xcode-select --install"}
# Where a system keeps the fonts of all its users.
_FONTS = {"Windows": r"C:\Windows\Fonts", "Darwin": "/Library/Fonts"}
_WITHOUT_SUDO = frozenset({"brew", "winget"})


def pip_install(machine: Machine, *packages: str) -> Sentence:
    """Install libraries into the very environment that pilot runs in."""
    windows = machine.system == "Windows"
    python = f'"{machine.executable}"' if windows else shlex.quote(machine.executable)
    return same(f"{'& ' if windows else ''}{python} -m pip install {' '.join(packages)}")


def install(machine: Machine, program: str) -> Sentence:
    """Install a program with what installs programs here."""
    tool = machine.installer
    if tool is None and (machine.system, program) in _OWN:
        return same(_OWN[machine.system, program])
    if tool is None:
        page = _PAGES[program]
        return Sentence(f"从 {page} 下载安装", f"get it from {page}")
    verb = "-S" if tool == "pacman" else "install"
    sudo = "" if tool in _WITHOUT_SUDO else "sudo "
    return same(f"{sudo}{tool} {verb} {_PACKAGES[program][tool]}")


def speak_utf8(machine: Machine) -> Sentence:
    """Let the console and Python exchange UTF-8."""
    if machine.system == "Windows":
        return same("chcp 65001; $env:PYTHONUTF8 = 1")
    return same("export LANG=C.UTF-8 PYTHONUTF8=1")


def own_fonts(machine: Machine, *, installed: bool) -> Sentence:
    """Make PDF files with the office's own fonts: from where they are installed, or any folder."""
    if installed and machine.system in _FONTS:
        return same(f"pilot report … -f pdf --font-path {_FONTS[machine.system]}")
    return Sentence(
        "把这些字体的文件放进一个文件夹：pilot report … -f pdf --font-path 文件夹",
        "put the files of these fonts into a folder: pilot report … -f pdf --font-path FOLDER",
    )
