"""What standards can be written in: Word, and PDF; each is loaded when it is asked for."""

from collections.abc import Callable
from importlib.util import find_spec
from typing import NamedTuple

from pilotkit.model.fault import Fault
from pilotkit.model.sentence import Sentence
from pilotkit.report.copies.copy import Copy
from pilotkit.report.copies.volume import Volume
from pilotkit.report.typesetting.plain import Plain
from pilotkit.report.typesetting.standards import plain_standard, plain_volume


class StandardForm(NamedTuple):
    """A form: how its files end, how a standard and a volume are written, with small print."""

    ending: str
    write_standard: Callable[[Copy, str], bytes]
    write_volume: Callable[[Volume, str], bytes]


def word_form(folders: tuple[str, ...] = ()) -> StandardForm:
    """Return Word; the pages of contents are those that PDF has with the letters of `folders`.

    Raises:
        Fault: its library is not installed.
    """
    if find_spec("docx") is None:
        raise Fault(
            Sentence(
                "写 Word 文件需要安装 python-docx，怎么装见 pilot doctor",
                "Word files need python-docx; pilot doctor says how",
            )
        )
    from pilotkit.report.typesetting.papers import pages_of_standards  # noqa: PLC0415 - slow
    from pilotkit.report.word import standard_writing  # noqa: PLC0415 - slow

    def write_standard(copy: Copy, stamp: str) -> bytes:
        pages = pages_of_standards(_standard(copy, stamp), folders)
        return standard_writing.write_standard(copy, stamp, pages)

    def write_volume(volume: Volume, stamp: str) -> bytes:
        pages = pages_of_standards(_volume(volume, stamp), folders)
        return standard_writing.write_volume(volume, stamp, pages)

    return StandardForm(".docx", write_standard, write_volume)


def pdf_form(folders: tuple[str, ...]) -> StandardForm:
    """Return PDF in the letters of these folders and the open ones.

    Raises:
        Fault: typst is not installed, or there is no font.
    """
    from pilotkit.report.typesetting.compiler import typeset  # noqa: PLC0415 - slow
    from pilotkit.report.typesetting.fonts import letters  # noqa: PLC0415

    at_hand = letters(folders)

    def write_standard(copy: Copy, stamp: str) -> bytes:
        return typeset("standards", _standard(copy, stamp), copy.day, at_hand)

    def write_volume(volume: Volume, stamp: str) -> bytes:
        return typeset("standards", _volume(volume, stamp), volume.day, at_hand)

    return StandardForm(".pdf", write_standard, write_volume)


def _standard(copy: Copy, stamp: str) -> Plain:
    return {"title": copy.name, "stamp": stamp, "standard": plain_standard(copy)}


def _volume(volume: Volume, stamp: str) -> Plain:
    whole = plain_volume(volume)
    return {"title": whole["title"], "stamp": stamp, "volume": whole}
