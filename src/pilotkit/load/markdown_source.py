"""Bytes → front matter, text and places: a Markdown file whose head is YAML between `---` lines."""

import re
from typing import Any

from pilotkit.load.refusals import Misshapen, Unreadable
from pilotkit.load.yaml_source import Document, check_text, read_yaml
from pilotkit.model.location import Location, Places

_FENCE = re.compile(rb"---[ \t]*\r?\n")
_END = re.compile(rb"^---[ \t]*\r?$", re.MULTILINE)
_BOM = b"\xef\xbb\xbf"
# What the loader adds to the head, so that text and head are one record.
_OURS = ("text", "text_line")


def read_markdown(path: str, content: bytes, *, placing: bool = False) -> Document:
    """Read one file. Never raises; the text is the value of `text`, its first line `text_line`."""
    content = content.removeprefix(_BOM)
    head, body, line = _cut(content)
    if head is None:
        return _refused(path, Unreadable.NO_FRONT_MATTER)
    if refused := check_text(path, content):
        return Document(None, Places({}, {}), refused)
    document = read_yaml(path, head, placing=placing)
    data: Any = document.data
    if document.refused or not isinstance(data, dict):
        return document
    if not placing and any(key in data for key in _OURS):
        return read_markdown(path, content, placing=True)
    for key in (key for key in _OURS if key in data):
        where = Location(path, *document.places.keys[(key,)])
        document.refused.append(Misshapen.UNKNOWN_KEY.at(where, key))
    data |= {"text": body.decode().replace("\r\n", "\n"), "text_line": line}
    values = {**document.places.values, ("text",): (line, 1)}
    return Document(data, Places(document.places.keys, values), document.refused)


def places_of_markdown(content: bytes) -> Places:
    """Scan a file again, for the places of its keys and values."""
    return read_markdown("", content, placing=True).places


def head_of(content: bytes) -> tuple[int, int] | None:
    """Return from which byte to which the head stands between its fences, if there is one."""
    fence = _FENCE.match(content)
    end = _END.search(content, fence.end()) if fence else None
    return (fence.end(), end.start()) if fence and end else None


def _cut(content: bytes) -> tuple[bytes | None, bytes, int]:
    """Part head and body; the head keeps its line numbers by a blank line for the fence."""
    span = head_of(content)
    if span is None:
        return None, b"", 1
    head = b"\n" + content[slice(*span)]
    body = content[span[1] :].partition(b"\n")[2]
    return head, body, head.count(b"\n") + 2


def _refused(path: str, refusal: Unreadable) -> Document:
    return Document(None, Places({}, {}), [refusal.at(Location(path))])
