"""What of a Markdown file is its text: comments are none, code is shown and says nothing itself.

A line stays the line that it is, and what stands in it keeps its column.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

_FENCE = re.compile(r" {0,3}(?P<marks>`{3,}(?=[^`]*$)|~{3,})(?P<info>.*)")
_FENCES = ("```", "~~~")
_COMMENT = re.compile("<!--.*?-->", re.DOTALL)
_COMMENTED = "<!--"
_CODE = re.compile("`[^`\n]+`")
# A line below a paragraph that makes a heading of it (setext), and what is no paragraph.
_UNDERLINE = re.compile(r"^ {0,3}(?P<sign>=+|-+)[ \t]*$", re.MULTILINE)
_STARTS = ("\n=", "\n-", "\n ")
_NO_PARAGRAPH = re.compile(r"\s*$|\s{4}|\s*(?:[#>|]|[*+-]\s|[0-9a-z]{1,3}[.)）]\s|(?:=+|-+)\s*$)")
_NONE: Mapping[int, str] = MappingProxyType({})
_NOWHERE: Mapping[int, int] = MappingProxyType({})


class Markup(NamedTuple):
    """The lines of a text, without its comments and its code.

    `code` holds the lines of code by their indexes; `underlined` how deep a heading is that stands
    in a line without a `#`.
    """

    lines: list[str]
    code: Mapping[int, str] = _NONE
    underlined: Mapping[int, int] = _NOWHERE


def read_markup(text: str) -> Markup:
    """Read the lines of a Markdown text."""
    text = uncommented(text)
    lines = text.splitlines()
    code = _take_code(lines) if any(mark in text for mark in _FENCES) else _NONE
    may_be = any(start in text for start in _STARTS) and _UNDERLINE.search(text)
    underlined = _take_underlines(lines) if may_be else _NOWHERE
    return Markup(lines, code, underlined)


def uncommented(text: str) -> str:
    """Put spaces for the comments; one in code, or one that nobody ends, is none."""
    if _COMMENTED not in text:
        return text
    code = {at for found in _CODE.finditer(text) for at in range(*found.span())}
    fenced = [False]
    fence = ""
    for line in text.splitlines():
        fence = fence_behind(line, fence)
        fenced.append(bool(fence))

    def blank(found: re.Match[str]) -> str:
        line = text.count("\n", 0, found.start())
        if fenced[line] or found.start() in code:
            return found[0]
        return re.sub(r"[^\n]", " ", found[0])

    return _COMMENT.sub(blank, text)


def fence_behind(line: str, fence: str) -> str:
    """Return the marks of the fence that is open behind a line, where `fence` was before it."""
    found = _FENCE.fullmatch(line)
    if found is None:
        return fence
    if not fence:
        return found["marks"]
    closes = found["marks"].startswith(fence) and not found["info"].strip()
    return "" if closes else fence


def _take_code(lines: list[str]) -> Mapping[int, str]:
    """Blank the lines of fenced code and its fences; return those of the code."""
    code: dict[int, str] = {}
    fence = ""
    for at, line in enumerate(lines):
        before, fence = fence, fence_behind(line, fence)
        if before and fence:
            code[at] = line
        if before or fence:
            lines[at] = ""
    return code


def _take_underlines(lines: list[str]) -> Mapping[int, int]:
    """Blank the lines that make headings of those above them; return how deep these are."""
    underlined: dict[int, int] = {}
    for at in range(1, len(lines)):
        found = _UNDERLINE.fullmatch(lines[at])
        if not found or _NO_PARAGRAPH.match(lines[at - 1]):
            continue
        # Of a paragraph of several lines nobody can say which one was meant.
        if at > 1 and at - 2 not in underlined and not _NO_PARAGRAPH.match(lines[at - 2]):
            continue
        underlined[at - 1] = 1 if found["sign"][0] == "=" else 2
        lines[at] = ""
    return underlined
