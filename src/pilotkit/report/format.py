"""What a format is, and what its maker may be told beside the document."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from pilotkit.model.fault import Fault
from pilotkit.model.sentence import Sentence
from pilotkit.report.document import Document


class TemplateFault(Fault):
    """A template of the workspace that cannot be used."""


@dataclass(frozen=True)
class Setting:
    """How a document is to be set: what changes its looks and none of its figures.

    `template` is a Word file of the workspace's own, `template_name` what messages call it;
    without one the shipped form is used. `figures` are those of the case, for a template to name.
    `fonts` are further folders to look for fonts in. What is `signed` says which template it took.
    """

    template: bytes | None = None
    template_name: str = ""
    fonts: tuple[str, ...] = ()
    figures: tuple[tuple[str, str | int | float], ...] = ()
    signed: bool = False

    @property
    def origin(self) -> Sentence:
        """Which template gives a document its form."""
        if self.template is None:
            return Sentence("版式：随程序的模板。", "Form: the shipped template.")
        short = hashlib.sha256(self.template).hexdigest()[:12]
        return Sentence(
            f"版式：工作区的模板 {self.template_name}（SHA-256 {short}…）。",
            f"Form: the workspace's template {self.template_name} (SHA-256 {short}…).",
        )


SHIPPED = Setting()


@dataclass(frozen=True)
class Format:
    """A form that any document can take: its name, what its files end in, how it is made.

    `title` is what people call it, `needs` names the libraries of the extra that it takes. A
    `templated` one can be made from a template of the workspace's own.
    """

    name: str
    ending: str
    title: Sentence
    render: Callable[[Document, Setting], bytes]
    needs: tuple[str, ...] = ()
    templated: bool = False
