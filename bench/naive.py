"""The loader that one would write in an afternoon: PyYAML, pydantic, a loop over the files.

It parses and types the same records as `pilot validate` and checks nothing else: no places, no
references, no limits, no rules. `python bench/naive.py FOLDER` prints how many it read.
"""

import datetime as dt
import sys
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """What every record has; the rest is checked by the class of its folder."""

    model_config = ConfigDict(extra="allow")


class Item(Record):
    """A service or management item."""

    id: str
    name: str
    unit: str
    levels: list[str] = []
    steps: list[dict[str, Any]] = []
    materials: list[dict[str, Any]] = []
    confirmed: Any = None  # its key `on` comes out of PyYAML as true


class Post(Record):
    """A post."""

    id: str
    name: str
    unit: str
    adjacent: list[dict[str, str]] = []
    standards: list[str] = []
    holders: int = 0


class Document(Record):
    """A document collected."""

    id: str
    title: str
    unit: str
    date: dt.date | None = None


class Evidence(Record):
    """A piece of evidence."""

    id: str
    title: str
    kind: str
    date: dt.date
    unit: str
    files: list[dict[str, str]] = []
    standards: list[str] = []
    criteria: list[str] = []


class Standard(Record):
    """A standard with its text."""

    id: str
    title: str
    subsystem: str
    covers: list[str] = []
    issued: dt.date | None = None
    effective: dt.date | None = None
    text: str = ""


KINDS: dict[str, type[Record]] = {
    "items": Item,
    "posts": Post,
    "documents": Document,
    "evidence": Evidence,
    "standards": Standard,
}


def read(path: Path) -> Any:
    """Parse one file; a Markdown file is its front matter and its text."""
    content = path.read_text("utf-8")
    if path.suffix == ".yaml":
        return yaml.safe_load(content)
    _, head, text = content.split("---\n", 2)
    return {**yaml.safe_load(head), "text": text}


def load(root: Path) -> list[Record]:
    """Load all records below `data/`."""
    data = root / "data"
    return [
        KINDS.get(path.relative_to(data).parts[0], Record).model_validate(read(path))
        for path in sorted(data.rglob("*"))
        if path.suffix in {".yaml", ".md"}
    ]


if __name__ == "__main__":
    print(len(load(Path(sys.argv[1]))))
