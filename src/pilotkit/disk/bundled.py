"""What the tool itself ships: the official table, closed lists, presets, the register."""

from collections.abc import Mapping
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def read_bundled() -> Mapping[str, bytes]:
    """Read the official files, by `official/<name>`."""
    files = sorted((_PACKAGE / "official").rglob("*.yaml"))
    return {path.relative_to(_PACKAGE).as_posix(): path.read_bytes() for path in files}
