"""A picture in a line of its own: `![what it shows](path)`."""

import re
from typing import NamedTuple
from urllib.parse import unquote

_MARK = "!["
_IMAGE = re.compile(r"!\[(?P<said>[^\]]*)\]\((?P<path>(?:[^()]|\([^()]*\))*)\)\s*")
_WITHIN = re.compile(r"!\[[^\[\]]*\]\(")


class Image(NamedTuple):
    """A picture that a figure shows: its path as it is written, and the line that names it."""

    path: str
    line: int


def image_of(content: str, line: int) -> tuple[str, Image] | None:
    """Return what stands in the brackets of a line that is a picture and nothing else, and it."""
    if content.startswith(_MARK) and (found := _IMAGE.fullmatch(content)):
        return found["said"].strip(), Image(_path(found["path"]), line)
    return None


def may_show(text: str) -> bool:
    """Say whether a text may show a picture: most do not, and need not be read for one."""
    return _MARK in text


def holds_image(content: str) -> bool:
    """Say whether a picture stands in a line, whatever is around it."""
    return _MARK in content and _WITHIN.search(content) is not None


def _path(written: str) -> str:
    """Return a path less the title behind it, its brackets and `%20`."""
    path = written.partition(' "')[0].strip()
    return unquote(path.removeprefix("<").removesuffix(">"))
