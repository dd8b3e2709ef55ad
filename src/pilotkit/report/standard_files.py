"""Standards → the files that are handed out, with names that every system can hold."""

from collections.abc import Iterator, Sequence

from pilotkit.report.copies.copy import Copy
from pilotkit.report.copies.volume import VOLUME, Volume
from pilotkit.report.runner import Made
from pilotkit.report.standard_forms import StandardForm

# What Windows, macOS or Linux do not take in a name.
_NEVER = frozenset('\\/:*?"<>|')
_LONGEST = 60


def standard_files(copies: Sequence[Copy], stamp: str, form: StandardForm) -> Iterator[Made]:
    """Write each standard; those whose names are alike have their ids in them."""
    taken: set[str] = set()
    for copy in copies:
        name = _name(copy)
        if name.lower() in taken:
            name = f"{name} {copy.standard.id}"
        taken.add(name.lower())
        yield Made(f"{name}{form.ending}", form.write_standard(copy, stamp))


def volume_file(volume: Volume, stamp: str, form: StandardForm) -> Made:
    """Write the collected volume."""
    return Made(f"{VOLUME}-{volume.day}{form.ending}", form.write_volume(volume, stamp))


def _name(copy: Copy) -> str:
    """Name a file: Q_QLZW TG 103—2022 文化经营许可服务指南."""
    said = " ".join(copy.name.split())
    safe = "".join("_" if c in _NEVER or not c.isprintable() else c for c in said)
    return safe[:_LONGEST].strip(". ") or copy.standard.id
