"""What a format is, and what its maker may be told beside the document."""

from collections.abc import Callable
from dataclasses import dataclass

from pilotkit.report.document import Document


@dataclass(frozen=True)
class Setting:
    """How a document is to be set: what changes its looks and none of its figures.

    `template` is a Word file of the workspace's own, `template_name` what the small print calls
    it; without one the shipped form is used. `fonts` are further folders to look for fonts in.
    """

    template: bytes | None = None
    template_name: str = ""
    fonts: tuple[str, ...] = ()


SHIPPED = Setting()


@dataclass(frozen=True)
class Format:
    """A form that any document can take: its name, what its files end in, how it is made."""

    name: str
    ending: str
    render: Callable[[Document, Setting], bytes]
