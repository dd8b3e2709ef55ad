"""The template that an office begins with: made by code, in the looks of the reports themselves."""

from dataclasses import replace

from pilotkit.report.document import Document, Fact, Paragraph
from pilotkit.report.word.writing import write


def shipped(document: Document) -> bytes:
    """Return a template which, filled with a document, looks as the document does without it."""
    return write(
        replace(
            document,
            title="{{ title }}",
            subtitle="{{ subtitle }}" if document.subtitle else "",
            facts=(
                Fact("{%p for fact in facts %}", ""),
                Fact("{{ fact.label }}", "{{ fact.text }}"),
                Fact("{%p endfor %}", ""),
            ),
            blocks=(Paragraph("{{ contents }}"), Paragraph("{{ body }}")),
            notices=("{%p for notice in notices %}", "{{ notice }}", "{%p endfor %}"),
            stamp=("{%p for line in stamp %}", "{{ line }}", "{%p endfor %}"),
        )
    )
