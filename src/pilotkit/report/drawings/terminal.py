"""Pictures of the terminal: what `rich` exports, with Chinese set right and nothing fetched.

`rich` gives a piece of text the width of as many narrow cells as it has characters, so Chinese is
squeezed, and its style sheet names a font on a foreign server.
"""

import html
import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby

from rich.cells import cell_len

from pilotkit.report.drawings.palette import FONTS
from pilotkit.report.drawings.shapes import fixed

_MONOSPACE = (
    "Menlo, Consolas, 'DejaVu Sans Mono', 'Sarasa Mono SC', 'Noto Sans Mono CJK SC',"
    " 'Microsoft YaHei', 'Noto Sans SC', monospace"
)
_FETCHED = re.compile(r"@font-face\s*{.*?}\s*", re.DOTALL)
_FAMILY = re.compile(r"font-family:\s*Fira Code,\s*monospace")
_TEXT = re.compile(
    r'<text (?P<before>[^<>]*?)x="(?P<x>[\d.]+)"(?P<between>[^<>]*?)'
    r'textLength="(?P<length>[\d.]+)"(?P<after>[^<>]*)>(?P<words>[^<>]+)</text>'
)
_HARD_SPACE = "\xa0"


def repair(svg: str) -> str:
    """Mend a picture made by `Console.export_svg`: widths by cell, fonts of the machine."""
    offline = _FAMILY.sub(f"font-family: {_MONOSPACE}", _FETCHED.sub("", svg))
    return _TEXT.sub(_split, offline.replace("font-family: arial", f"font-family: {FONTS}"))


def _split(found: re.Match[str]) -> str:
    words = html.unescape(found["words"])
    cell = Fraction(found["length"]) / len(words)
    return "".join(_runs(found, words, cell))


def _runs(found: re.Match[str], words: str, cell: Fraction) -> Iterator[str]:
    """Yield the text in runs of characters of the same width, each at its own place."""
    x = Fraction(found["x"])
    for _, characters in groupby(words, key=_wide):
        run = "".join(characters)
        width = cell * sum(_cells(character) for character in run)
        if run.strip():
            place = f'{found["before"]}x="{fixed(x)}"{found["between"]}'
            length = f'textLength="{fixed(width)}"{found["after"]}'
            yield f"<text {place}{length}>{html.escape(run, quote=False)}</text>"
        x += width


def _wide(character: str) -> bool:
    return _cells(character) > 1


def _cells(character: str) -> int:
    return 1 if character == _HARD_SPACE else cell_len(character)
