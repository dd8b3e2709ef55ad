"""A template of the workspace's own, checked without being used."""

from collections.abc import Iterable

from pilotkit.disk.confinement import RefusedError, confined
from pilotkit.model.sentence import Sentence
from pilotkit.report.document import Document
from pilotkit.report.word.template.context import context_of
from pilotkit.report.word.template.packed import EXAMINE, checked


def faults_of(
    content: bytes, document: Document, figures: Iterable[tuple[str, str | int | float]]
) -> list[Sentence]:
    """Return all that is wrong with a template for a document; nothing where it can be used."""
    try:
        confined(EXAMINE, checked(content), context_of(document, dict(figures)))
    except RefusedError as refused:
        return refused.sentences
    return []
