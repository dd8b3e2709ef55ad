"""The names of files in a cell: one a line, or several beside each other."""

import re
from collections.abc import Collection
from unicodedata import normalize

from pilotkit.edit.lists.filled import Filled
from pilotkit.model.sheet_column import FILES

_BETWEEN = re.compile(r"[、，,；;]")


def names_in(filled: Filled, known: Collection[str]) -> tuple[str, ...]:
    """Return the names of files that a row has; a line that is a known name as a whole is one.

    `known` are plain names: the name of a file may hold what stands between names.
    """
    names: list[str] = []
    for line in filled.text(FILES).split("\n"):
        names += [line] if plain_name(line) in known else _BETWEEN.split(line)
    return tuple(dict.fromkeys(one.strip() for one in names if one.strip()))


def plain_name(name: str) -> str:
    """Return a name, or a path from a folder, as it is compared: of any system, in any case."""
    return normalize("NFC", name.strip()).replace("\\", "/").strip("/").casefold()
