"""What an inspection saw: the hash of every file, the score and the binder numbers."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from pilotkit.model.fault import Fault
from pilotkit.model.files import Files
from pilotkit.model.points import points_text
from pilotkit.model.score import Score
from pilotkit.model.sentence import Sentence

SCHEMA = "pilotkit/snapshot/1"
FOLDER = "data/snapshots"


@dataclass(frozen=True)
class Snapshot:
    """A manifest as it was written."""

    name: str
    as_of: str
    total: str
    files: Mapping[str, str]


@dataclass(frozen=True)
class Differences:
    """What is no longer as it was; no difference is no path at all."""

    changed: tuple[str, ...]
    missing: tuple[str, ...]
    added: tuple[str, ...]

    @property
    def any(self) -> bool:
        """Whether anything differs."""
        return bool(self.changed or self.missing or self.added)


def hashes(files: Files) -> dict[str, str]:
    """Return the SHA-256 of every record and attachment; snapshots are not part of themselves."""
    found = {
        path: sha256(content).hexdigest()
        for path, content in files.texts.items()
        if not path.startswith(f"{FOLDER}/")
    }
    found |= {path: attachment.sha256 for path, attachment in files.attachments.items()}
    return dict(sorted(found.items()))


def manifest(
    name: str, files: Files, score: Score, numbers: Mapping[str, str], version: str
) -> bytes:
    """Write a snapshot; `numbers` are the binder numbers by the path of their record."""
    written = {
        "schema": SCHEMA,
        "name": name,
        "version": version,
        "as_of": score.as_of.day.isoformat(),
        "total": points_text(score.supported),
        "criteria": {one.id: points_text(one.supported) for one in score.criteria},
        "binder": dict(sorted(numbers.items())),
        "files": hashes(files),
    }
    return (json.dumps(written, indent=1, ensure_ascii=False) + "\n").encode()


def read_snapshot(content: bytes) -> Snapshot:
    """Read a manifest.

    Raises:
        Fault: it is not what `pilot snapshot` writes.
    """
    try:
        written: Any = json.loads(content)
        if written["schema"] == SCHEMA and isinstance(written["files"], dict):
            files = {str(path): str(hash_) for path, hash_ in written["files"].items()}
            return Snapshot(
                str(written["name"]), str(written["as_of"]), str(written["total"]), files
            )
    except (ValueError, TypeError, KeyError, RecursionError):
        pass
    raise Fault(Sentence("快照文件已损坏", "the snapshot is damaged"))


def differences(snapshot: Snapshot, files: Files) -> Differences:
    """Compare what was with what is, byte for byte."""
    now = hashes(files)
    then = snapshot.files
    return Differences(
        changed=tuple(path for path in then if path in now and now[path] != then[path]),
        missing=tuple(path for path in then if path not in now),
        added=tuple(path for path in now if path not in then),
    )
