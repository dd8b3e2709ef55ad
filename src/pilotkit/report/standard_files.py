"""Standards → the Word files that are handed out, with names that every system can hold."""

from collections.abc import Iterator, Sequence
from importlib.util import find_spec

from pilotkit.model.fault import Fault
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import Standard
from pilotkit.report.copies.copy import Copy, copy_of
from pilotkit.report.copies.volume import Volume
from pilotkit.report.runner import Made

_ENDING = ".docx"
_VOLUME = "标准文本汇编"
# What Windows, macOS or Linux do not take in a name.
_NEVER = frozenset('\\/:*?"<>|')
_LONGEST = 60


def standard_files(
    standards: Sequence[Standard], repository: Repository, stamp: str
) -> Iterator[Made]:
    """Write each standard; those whose names are alike have their ids in them."""
    _need_word()
    from pilotkit.report.word.standard_writing import write_standard  # noqa: PLC0415 - slow

    taken: set[str] = set()
    for copy in (copy_of(one, repository) for one in standards):
        name = _name(copy)
        if name.lower() in taken:
            name = f"{name} {copy.standard.id}"
        taken.add(name.lower())
        yield Made(f"{name}{_ENDING}", write_standard(copy, stamp))


def volume_file(volume: Volume, stamp: str) -> Made:
    """Write the collected volume."""
    _need_word()
    from pilotkit.report.word.standard_writing import write_volume  # noqa: PLC0415 - slow

    return Made(f"{_VOLUME}-{volume.day}{_ENDING}", write_volume(volume, stamp))


def _need_word() -> None:
    if find_spec("docx") is None:
        raise Fault(
            Sentence(
                "写 Word 文件需要安装 python-docx：pip install 'pilotkit[office]'",
                "Word files need python-docx: pip install 'pilotkit[office]'",
            )
        )


def _name(copy: Copy) -> str:
    """Name a file: Q_QLZW TG 103—2022 文化经营许可服务指南."""
    said = " ".join(copy.name.split())
    safe = "".join("_" if c in _NEVER or not c.isprintable() else c for c in said)
    return safe[:_LONGEST].strip(". ") or copy.standard.id
