"""The letters that pages are set in: open ones, and those of folders that are named.

Chinese ones come with the extra, Latin ones with typst. Fonts of the machine are not looked for:
with them the same data would give other bytes elsewhere.
"""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from pilotkit.model.fault import Fault
from pilotkit.model.sentence import Sentence
from pilotkit.report.typesetting.glyphs import characters

_OPEN_FONTS = "pylopdf_fonts_zh_cn"
_TIMES = "Times New Roman"
# Nobody sees them, whether a font has them or not; the second parts the lines of our drawings.
_UNSEEN = frozenset({0x200B, 0x0A})


class Letters(NamedTuple):
    """Fonts as typst takes them, and the code points that at least one of them can show.

    With `times` figures and letters have the widths that they have in Word.
    """

    fonts: Any
    known: frozenset[int]
    times: bool

    def unknown(self, data: Any) -> set[str]:
        """Return the characters in data that would come out as empty boxes."""
        return {one for one in set().union(*_texts(data)) if ord(one) not in self.known}

    def names(self, data: Any) -> dict[int, str]:
        """Return how such characters are written: by their numbers."""
        return {ord(one): f"〔U+{ord(one):04X}〕" for one in self.unknown(data)}

    def written_out(self, data: Any) -> Any:
        """Write such characters by their numbers, so that nobody misses that one stands there."""
        names = self.names(data)
        return _translated(data, names) if names else data


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for one in data.values() if isinstance(data, dict) else data:
            yield from _texts(one)


def _translated(data: Any, names: dict[int, str]) -> Any:
    if isinstance(data, str):
        return data.translate(names)
    if isinstance(data, dict):
        return {key: _translated(one, names) for key, one in data.items()}
    return [_translated(one, names) for one in data] if isinstance(data, list) else data


@cache
def letters(folders: tuple[str, ...] = ()) -> Letters:
    """Gather the fonts of these folders and the open ones.

    Raises:
        Fault: typst is not installed, or there is no font at all.
    """
    if find_spec("typst") is None:
        raise Fault(
            Sentence(
                "写 PDF 文件需要安装 typst，怎么装见 pilot doctor",
                "PDF files need typst; pilot doctor says how",
            )
        )
    found = find_spec(_OPEN_FONTS)
    own = [str(Path(found.origin).parent)] if found and found.origin else []
    fonts = import_module("typst").Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[*folders, *own]
    )
    places = sorted({(one.path, one.index) for one in fonts.fonts() if one.path})
    if not places:
        raise Fault(
            Sentence(
                "写 PDF 文件需要中文字体，怎么装见 pilot doctor，或用 --font-path 指明",
                "PDF files need Chinese fonts; pilot doctor says how, or --font-path",
            )
        )
    known = (characters(Path(path), index) for path, index in places)
    times = any(one.family == _TIMES for one in fonts.fonts())
    return Letters(fonts, _UNSEEN.union(*known), times)
