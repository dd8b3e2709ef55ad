"""What standards can be written in: Word, and PDF; each is loaded when it is asked for."""

from collections.abc import Callable
from importlib.util import find_spec
from typing import NamedTuple

from pilotkit.model.fault import Fault
from pilotkit.model.sentence import Sentence
from pilotkit.report.copies.copy import Copy
from pilotkit.report.copies.volume import Volume


class StandardForm(NamedTuple):
    """A form: how its files end, how a standard and a volume are written, with small print."""

    ending: str
    write_standard: Callable[[Copy, str], bytes]
    write_volume: Callable[[Volume, str], bytes]


def word_form() -> StandardForm:
    """Return Word.

    Raises:
        Fault: its library is not installed.
    """
    if find_spec("docx") is None:
        raise Fault(
            Sentence(
                "写 Word 文件需要安装 python-docx：pip install 'pilotkit[office]'",
                "Word files need python-docx: pip install 'pilotkit[office]'",
            )
        )
    from pilotkit.report.word import standard_writing  # noqa: PLC0415 - slow

    return StandardForm(".docx", standard_writing.write_standard, standard_writing.write_volume)


def pdf_form(folders: tuple[str, ...]) -> StandardForm:
    """Return PDF in the letters of these folders and the open ones.

    Raises:
        Fault: typst is not installed, or there is no font.
    """
    from pilotkit.report.typesetting.compiler import typeset  # noqa: PLC0415 - slow
    from pilotkit.report.typesetting.fonts import letters  # noqa: PLC0415
    from pilotkit.report.typesetting.standards import plain_standard, plain_volume  # noqa: PLC0415

    at_hand = letters(folders)

    def write_standard(copy: Copy, stamp: str) -> bytes:
        data = {"title": copy.name, "stamp": stamp, "standard": plain_standard(copy)}
        return typeset("standards", data, copy.day, at_hand)

    def write_volume(volume: Volume, stamp: str) -> bytes:
        whole = plain_volume(volume)
        data = {"title": whole["title"], "stamp": stamp, "volume": whole}
        return typeset("standards", data, volume.day, at_hand)

    return StandardForm(".pdf", write_standard, write_volume)
