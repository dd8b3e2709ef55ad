"""The numbers that an inspection has seen: those of the newest snapshot stay as they are."""

import json
import re
from collections.abc import Collection, Mapping
from typing import Any

from pilotkit.history.snapshot import FOLDER, SCHEMA
from pilotkit.model.files import Files

_NUMBER = re.compile(r"\S{1,60}-[0-9]{2,6}")


def kept_numbers(files: Files, prefixes: Collection[str]) -> Mapping[str, str]:
    """Return the numbers by path of record, as the newest snapshot has them; none without one.

    Only those below an indicator that the table still has, by its `prefixes`. A snapshot that
    cannot be read gives none; `pilot snapshot verify` says what is wrong with it.
    """
    read = [
        found
        for path, content in files.texts.items()
        if path.startswith(f"{FOLDER}/") and (found := _read(content))
    ]
    newest = max(read, key=lambda one: (str(one.get("as_of")), str(one.get("name"))), default={})
    binder = newest.get("binder")
    if not isinstance(binder, dict):
        return {}
    taken: dict[str, str] = {}
    for path, number in sorted(binder.items()):
        known = isinstance(number, str) and _NUMBER.fullmatch(number)
        if known and number not in taken and number.rpartition("-")[0] in prefixes:
            taken[number] = path
    return {path: number for number, path in taken.items()}


def _read(content: bytes) -> dict[str, Any]:
    try:
        written = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return written if isinstance(written, dict) and written.get("schema") == SCHEMA else {}
