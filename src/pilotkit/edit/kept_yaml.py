"""Changing a YAML file and keeping what its author wrote: comments, order, quotes, scalars."""

import re
from collections.abc import Mapping
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.resolver import VersionedResolver

_NULL = [("tag:yaml.org,2002:null", re.compile(r"(?:~|null|)$"))]
# Lines are never broken anew.
_WIDTH = 1 << 16
# The first dash of a list below a key of the file; blank lines and comments may stand between.
_BLANK = rb"[ \t]*(?:#[^\n]*)?\r?\n"
_FIRST_DASH = re.compile(rb"^[^\s#-][^\n]*:%b(?:%b)*( *)-" % (_BLANK, _BLANK), re.MULTILINE)


class _AsWritten(VersionedResolver):
    """Takes every scalar but null as text, so that each is written back as it was read."""

    @property
    def versioned_resolver(self) -> Any:
        return {"~": _NULL, "n": _NULL, "": _NULL}


class KeptYaml:
    """A file, its data open to changes; `data` holds text only, also where numbers stand."""

    def __init__(self, content: bytes) -> None:
        self._yaml = YAML(typ="rt", pure=True)
        self._yaml.Resolver = _AsWritten
        self._yaml.preserve_quotes = True
        self._yaml.width = _WIDTH
        found = _FIRST_DASH.search(content)
        offset = len(found[1]) if found else 0
        self._yaml.indent(mapping=2, sequence=offset + 2, offset=offset)
        self.data: Any = self._yaml.load(content.decode().removeprefix("\ufeff"))

    def content(self) -> bytes:
        """Write it as it is now."""
        stream = StringIO()
        self._yaml.dump(self.data, stream)
        return stream.getvalue().encode()


def in_line(data: Mapping[str, str]) -> CommentedMap:
    """Make a mapping that is written in braces, on one line."""
    made = CommentedMap(data)
    made.fa.set_flow_style()
    return made
