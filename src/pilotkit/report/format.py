"""What a format is."""

from collections.abc import Callable
from dataclasses import dataclass

from pilotkit.report.document import Document


@dataclass(frozen=True)
class Format:
    """A form that any document can take: its name, what its files end in, how it is made."""

    name: str
    ending: str
    render: Callable[[Document], bytes]
