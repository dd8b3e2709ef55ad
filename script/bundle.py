"""An offline bundle for each platform: all wheels, one installer, how to use it, checksums."""

import argparse
import hashlib
import shutil
import subprocess
import sys
from collections.abc import Iterator
from email.parser import HeaderParser
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
FILES = Path(__file__).resolve().parent / "offline"
PROJECT, EXTRA = "pilotkit", "office"
# What pip calls the platforms; the first that a wheel has is taken.
PLATFORMS = {
    "linux-x86_64": [f"manylinux_2_{n}_x86_64" for n in (28, 27, 26, 24, 17, 12, 5)],
    "linux-aarch64": [f"manylinux_2_{n}_aarch64" for n in (28, 27, 26, 24, 17)],
    "windows-x86_64": ["win_amd64"],
    "macos-arm64": ["macosx_15_0_arm64", "macosx_14_0_arm64"],
    "macos-x86_64": ["macosx_13_0_x86_64"],
}
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SYSTEMS = {"linux": ("linux", "Linux", "posix"), "macos": ("darwin", "Darwin", "posix")}
WINDOWS = ("win32", "Windows", "nt")


def main() -> None:
    """Pack the bundles that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--platform", action="append", choices=PLATFORMS, dest="platforms")
    parser.add_argument("--python", action="append", dest="pythons")
    parser.add_argument("--into", type=Path, default=ROOT / "build/bundle")
    asked = parser.parse_args()
    into = asked.into.resolve()
    own = wheel_of_this(into / "own")
    for platform in asked.platforms or PLATFORMS:
        print(pack(own, platform, tuple(asked.pythons or PYTHONS), into))
    shutil.rmtree(into / "own")


def wheel_of_this(folder: Path) -> Path:
    """Build the wheel of this checkout."""
    shutil.rmtree(folder, ignore_errors=True)
    pip("wheel", "--no-deps", "--wheel-dir", folder, ROOT)
    (wheel,) = folder.glob("pilotkit-*.whl")
    return wheel


def pack(own: Path, platform: str, pythons: tuple[str, ...], into: Path) -> Path:
    """Gather a bundle and pack it."""
    folder = into / f"pilotkit-{own.name.split('-')[1]}-{platform}"
    shutil.rmtree(folder, ignore_errors=True)
    wheels = folder / "wheels"
    wheels.mkdir(parents=True)
    shutil.copy(own, wheels)
    for python in pythons:
        gather(wheels, platform, python)
    windows = platform.startswith("windows")
    for name in ("install.bat" if windows else "install.sh", "README.txt"):
        text = (FILES / name).read_text("utf-8")
        # Notepad and cmd of an office's Windows: line ends of their own, and a mark before Chinese.
        encoding = "utf-8-sig" if windows and name.endswith(".txt") else "utf-8"
        ends = "\r\n" if windows else "\n"
        (folder / name).write_bytes(text.replace("\n", ends).encode(encoding))
    (folder / "SHA256SUMS").write_bytes("".join(sums(folder)).encode())
    return packed(folder)


def gather(wheels: Path, platform: str, python: str) -> None:
    """Download wheels until nothing is missing.

    pip asks what this machine needs; what the other system needs, of the extra too, has to be asked
    for by name.
    """
    target = environment(platform, python)
    own = f"{PROJECT} @ {next(wheels.glob('pilotkit-*.whl')).as_uri()}"
    wanted = [own, *sorted(set(lacking(wheels, target)))]
    while wanted:
        tags = [part for tag in PLATFORMS[platform] for part in ("--platform", tag)]
        pip(
            *("download", "--only-binary", ":all:", "--dest", wheels, "--find-links", wheels),
            *("--python-version", python, "--implementation", "cp", *tags, *wanted),
        )
        wanted = sorted(set(lacking(wheels, target)))


def lacking(wheels: Path, target: dict[str, str]) -> Iterator[str]:
    """Yield what the wheels require on the platform and what is not among them."""
    there = {canonicalize_name(place.name.split("-")[0]) for place in wheels.glob("*.whl")}
    for place in sorted(wheels.glob("*.whl")):
        extra = EXTRA if place.name.startswith("pilotkit-") else ""
        for line in requirements(place):
            one = Requirement(line)
            needed = one.marker is None or one.marker.evaluate(target | {"extra": extra})
            if needed and canonicalize_name(one.name) not in there:
                yield f"{one.name}{one.specifier}"


def requirements(wheel: Path) -> list[str]:
    """Return what a wheel says that it requires."""
    with ZipFile(wheel) as content:
        (name,) = (name for name in content.namelist() if name.endswith(".dist-info/METADATA"))
        said = HeaderParser().parsestr(content.read(name).decode())
    return said.get_all("Requires-Dist") or []


def environment(platform: str, python: str) -> dict[str, str]:
    """Return what markers may ask about the machine that the bundle is for."""
    system, machine = platform.split("-")
    sys_platform, platform_system, os_name = SYSTEMS.get(system, WINDOWS)
    return {
        "sys_platform": sys_platform,
        "platform_system": platform_system,
        "os_name": os_name,
        "platform_machine": "AMD64" if system == "windows" else machine,
        "python_version": python,
        "python_full_version": f"{python}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }


def sums(folder: Path) -> Iterator[str]:
    """Yield a checksum for each file of a bundle, as sha256sum reads them."""
    for place in sorted(folder.rglob("*")):
        if place.is_file():
            digest = hashlib.sha256(place.read_bytes()).hexdigest()
            yield f"{digest}  {place.relative_to(folder).as_posix()}\n"


def packed(folder: Path) -> Path:
    """Pack a bundle; wheels are packed already."""
    target = folder.with_name(f"{folder.name}.zip")
    with ZipFile(target, "w", ZIP_STORED) as package:
        for place in sorted(folder.rglob("*")):
            if place.is_file():
                package.write(place, f"{folder.name}/{place.relative_to(folder).as_posix()}")
    return target


def pip(*arguments: str | Path) -> None:
    """Run pip of this environment."""
    quiet = ("--quiet", "--disable-pip-version-check")
    subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-m", "pip", *map(str, arguments), *quiet], check=True
    )


if __name__ == "__main__":
    main()
