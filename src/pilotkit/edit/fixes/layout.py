"""A file → the same without BOM, with LF and one newline at its end, where no data change by it."""

import re
from collections.abc import Callable
from typing import Any

from pilotkit.edit.fixes.sentences import with_fixed_sentences
from pilotkit.edit.fixes.wording import mended
from pilotkit.load.markdown_source import read_markdown
from pilotkit.load.yaml_source import read_yaml

_BOM = b"\xef\xbb\xbf"
_LONE_RETURN = re.compile(rb"\r(?!\n)")
_HEAD = re.compile(rb"---[ \t]*\n.*?^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TEXT_KEYS = ("text", "text_line")


def fixed(path: str, content: bytes) -> bytes:
    """Mend one file; what cannot be read, or would say something else, stays as it is."""
    if path.endswith(".yaml"):
        return _first_sound(content, lambda one: _yaml_data(path, one))
    if path.startswith("data/standards/") and path.endswith(".md"):
        sound = _first_sound(content, lambda one: _head_data(path, one))
        return _with_wording(sound) if _head_data(path, sound) is not None else content
    return content


def _first_sound(content: bytes, read: Callable[[bytes], Any]) -> bytes:
    """Mend as much of the layout as leaves the data the same."""
    data = read(content)
    if data is None:
        return content
    lines = _with_lines(content)
    wanted = (_with_end(lines), lines)
    return next((one for one in wanted if read(one) == data), content)


def _with_lines(content: bytes) -> bytes:
    while content.startswith(_BOM):
        content = content.removeprefix(_BOM)
    return content if _LONE_RETURN.search(content) else content.replace(b"\r\n", b"\n")


def _with_end(content: bytes) -> bytes:
    """Leave one newline at the end; CR LF stay where a lone CR makes all line ends doubtful."""
    if b"\r" in content or not content.strip(b"\n"):
        return content
    return content.rstrip(b"\n") + b"\n"


def _with_wording(content: bytes) -> bytes:
    head = _HEAD.match(content)
    if head is None:
        return content
    body = content[head.end() :].decode()
    return head[0] + with_fixed_sentences(mended(body)).encode()


def _yaml_data(path: str, content: bytes) -> Any:
    document = read_yaml(path, content)
    return None if document.refused else document.data


def _head_data(path: str, content: bytes) -> Any:
    document = read_markdown(path, content)
    if document.refused or not isinstance(document.data, dict):
        return None
    return {key: value for key, value in document.data.items() if key not in _TEXT_KEYS}
