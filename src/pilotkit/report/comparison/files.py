"""Two files of a report compared: the one that somebody has changed, and what would be written."""

from pilotkit.disk.confinement import RefusedError
from pilotkit.model.sentence import Sentence
from pilotkit.report.comparison.differences import differences
from pilotkit.report.comparison.reading import READABLE, parts_of, parts_of_others

_DIFFER = Sentence("两者不同", "the two differ")
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
        before = parts_of_others(ending, old)
    except RefusedError as refused:
        why = refused.sentences[0]
        return [
            Sentence(f"前者读不了，无法逐处比较：{why.zh}", f"the first cannot be read: {why.en}")
        ]
    return list(differences(before, parts_of(ending, new))) or [_LOOKS_ONLY]
