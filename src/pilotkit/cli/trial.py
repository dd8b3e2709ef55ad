"""Before a record is written: what the whole line makes of the workspace with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

import typer

from pilotkit.cli.options import Exit, echo
from pilotkit.cli.pipeline import Examination, examine
from pilotkit.cli.reading import Reading
from pilotkit.edit.overlay import overlay
from pilotkit.model.diagnostic import Diagnostic, Severity
from pilotkit.model.files import Attachment
from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.escape import visible
from pilotkit.report.listings.text import line


@dataclass(frozen=True)
class Trial:
    """A workspace as it is, and as it would be with new contents of some files."""

    reading: Reading
    before: Examination
    day: date | None
    texts: Mapping[str, bytes]
    attachments: Mapping[str, Attachment] = field(default_factory=dict)

    @cached_property
    def after(self) -> Examination:
        """What it would yield."""
        files = overlay(self.reading.files, self.texts, self.attachments)
        return examine(replace(self.reading, files=files), self.day)

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What is found on the new contents themselves."""
        return tuple(
            found
            for found in self.after.appraisal.basis.diagnostics
            if found.location.path in self.texts or found.location.path in self.attachments
        )

    def refuse_if_wrong(self, lang: Lang) -> None:
        """Leave with all errors found on the new contents, if there are any."""
        refuse_faults([found for found in self.findings if found.severity is Severity.ERROR], lang)

    def tell_advice(self, lang: Lang) -> None:
        """Print what is found on the new contents and is no error."""
        for found in self.findings:
            if found.severity is not Severity.ERROR:
                say(line(found, lang))


def refuse_faults(faults: list[Diagnostic], lang: Lang) -> None:
    """Leave with faults of what was to be written, if there are any."""
    if faults:
        for fault in faults:
            typer.echo(line(fault, lang), err=True)
        typer.echo(Sentence("没有写入", "nothing was written").to(lang), err=True)
        raise typer.Exit(Exit.USAGE)


def say(text: str) -> None:
    """Print one line."""
    echo(f"{visible(text)}\n")
