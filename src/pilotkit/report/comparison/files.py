"""The one list of files whose parts can be read back, and their comparison."""

from collections.abc import Callable, Sequence
from importlib import import_module

from pilotkit.model.sentence import Sentence
from pilotkit.report.comparison.differences import differences
from pilotkit.report.comparison.parts import Part

# By ending; a module is loaded when a file is compared, its library may be of the extra `office`.
READABLE = (".docx", ".html", ".md", ".xlsx")
_DIFFER = Sentence("两者不同", "the two differ")
_UNREADABLE = Sentence("前者读不了，无法逐处比较", "the first cannot be read")
_LOOKS_ONLY = Sentence(
    "文字、数字和图没有不同：只是重新存过，或改了版式",
    "no word, figure or picture differs: it was saved again, or its looks were changed",
)


def compare(ending: str, old: bytes, new: bytes) -> list[Sentence]:
    """Say where a file differs from what would be written now; nothing where they are equal."""
    if old == new:
        return []
    if ending not in READABLE:
        return [_DIFFER]
    try:
        before = _parts(ending, old)
    except Exception:  # whoever saved it last, and however: a file nobody can read is no fault
        return [_UNREADABLE]
    return list(differences(before, _parts(ending, new))) or [_LOOKS_ONLY]


def _parts(ending: str, content: bytes) -> Sequence[Part]:
    module = import_module(f"pilotkit.report.comparison.{ending.removeprefix('.')}")
    read: Callable[[bytes], Sequence[Part]] = module.read
    return read(content)
