"""Short names that a text gives to what it cites, and where it cites by them.

《…管理办法》（以下简称“办法”）: from there on 办法 is that one, in 《》 or “” or where a citation
leads to it (按照办法, 办法第九条); within another word it is not.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pilotkit.text.structure import Section, parse

_INTRODUCED = re.compile(
    '[（(]以?下(?:统一)?(?:简称|称)(?:为|：)?[“「"《]?(?P<name>[^“”「」"《》（）()，。\n]{2,30})[”」"》]?[）)]'
)
# What may stand between a name and the bracket that shortens it: who issued it, the title.
_BETWEEN = re.compile("(?:[（(][^（）()]{0,60}[）)]|《[^《》]{0,80}》)*$")
_BEFORE = 300  # characters of a line that may name what is shortened
_MOST = 40  # a text is searched for each of them
_LED = "(?<=[按照据遵合])"
_BEGINS = "(?:^|(?<=[^\u4e00-\u9fff])|(?<=[见和及与或由对行]))"
_ENDS = "(?:(?![\u4e00-\u9fff])|(?=第|的|中|由|规定|要求|执行|及|和|与|或))"


class ShortName(NamedTuple):
    """A short name: what stands right before it, and the line and column behind it, both from 1."""

    name: str
    before: str
    line: int
    column: int

    def is_of(self, end: int) -> bool:
        """Say whether it is that of a name that ends at an index of what stands before it."""
        return _BETWEEN.match(self.before, end) is not None


class Use(NamedTuple):
    """A place where a short name stands for what it is of, line and column from 1."""

    short: ShortName
    section: Section | None
    line: int
    column: int
    end: int


def short_names(text: str) -> tuple[ShortName, ...]:
    """Return the short names that a text introduces, each once, in their order; not too many."""
    if "称" not in text:
        return ()
    known: dict[str, ShortName] = {}
    for _, line, content in parse(text).lines_having(_INTRODUCED):
        for found in _INTRODUCED.finditer(content):
            name, start = found["name"].strip(), found.start()
            if len(known) < _MOST and name not in known:
                before = content[max(0, start - _BEFORE) : start]
                known[name] = ShortName(name, before, line, found.end() + 1)
    return tuple(known.values())


def uses_of(text: str, short: ShortName) -> Iterator[Use]:
    """Yield where a text uses a short name, after it has introduced it."""
    name = re.escape(short.name)
    pattern = re.compile(f"《{name}》|“{name}”|{_LED}{name}|{_BEGINS}{name}{_ENDS}")
    for section, line, content in parse(text).lines_having(pattern):
        if line >= short.line:
            begin = short.column - 1 if line == short.line else 0
            for found in pattern.finditer(content, begin):
                yield Use(short, section, line, found.start() + 1, found.end())
