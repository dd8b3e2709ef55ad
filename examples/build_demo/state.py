"""The pilot while it is built: every file as data, until all is written at the end."""

from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from build_demo.writing import as_markdown, as_yaml

Record = dict[str, Any]
CONTENT = Path(__file__).parent / "content"
START, END, TODAY = date(2021, 4, 10), date(2024, 4, 10), date(2023, 12, 15)


def content(name: str) -> Any:
    """Read one of the lists that the pilot is made of; the caller may change what it gets."""
    return deepcopy(_content(name))


@cache
def _content(name: str) -> Any:
    return yaml.safe_load((CONTENT / f"{name}.yaml").read_text("utf-8"))


def split(row: str, *names: str) -> dict[str, str]:
    """Cut a row of a list into its named columns."""
    cells = row.split("|")
    if len(cells) != len(names):
        raise ValueError(row)
    return dict(zip(names, cells, strict=True))


@dataclass
class State:
    """Records by path, texts of standards by path, attachments by path."""

    records: dict[str, Record] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    attached: dict[str, bytes] = field(default_factory=dict)
    paths: dict[tuple[str, str], str] = field(default_factory=dict)

    def put(self, path: str, record: Record) -> Record:
        """Add a record; two at one path are a mistake of ours."""
        if path in self.records:
            raise ValueError(path)
        self.records[path] = record
        if "id" in record:
            self.paths[path.split("/")[1], record["id"]] = path
        return record

    def below(self, folder: str) -> list[Record]:
        """Return the records of a folder in the order of their paths."""
        found = sorted(path for path in self.records if path.startswith(f"data/{folder}/"))
        return [self.records[path] for path in found]

    def kind(self, kind: str) -> list[Record]:
        """Return the evidence of one kind."""
        return [one for one in self.below("evidence") if one["kind"] == kind]

    def own(self) -> list[Record]:
        """Return the pilot's own standards."""
        return [self.records[path] for path in sorted(self.bodies)]

    def path_of(self, folder: str, id_: str) -> str:
        """Find the path of a record by its id."""
        return self.paths[folder, id_]

    def find(self, folder: str, id_: str) -> Record:
        """Find a record by its id."""
        return self.records[self.path_of(folder, id_)]

    def evidence(
        self, unit: str, id_: str, title: str, kind: str, day: date, **fields: Any
    ) -> Record:
        """Add a piece of evidence with its attachments (`attached`: name → bytes)."""
        attached: dict[str, bytes] = fields.pop("attached")
        folder = f"data/evidence/{unit}/{id_}"
        files = []
        for name, made in attached.items():
            self.attached[f"{folder}/{name}"] = made
            files.append({"path": name, "sha256": sha256(made).hexdigest()})
        record = {"id": id_, "title": title, "kind": kind, "date": day, "unit": unit}
        return self.put(f"{folder}.yaml", record | fields | {"files": files})

    def as_files(self) -> dict[str, bytes]:
        """Write everything."""
        files = dict(self.attached)
        for path, record in self.records.items():
            body = self.bodies.get(path)
            files[path] = as_yaml(record) if body is None else as_markdown(record, body)
        return files
