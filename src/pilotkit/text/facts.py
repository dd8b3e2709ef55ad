"""What a text says that is asked for again when others are read: looked for while it is open."""

from collections.abc import Callable

from pilotkit.text.citations import citations_of
from pilotkit.text.figures import figures_of
from pilotkit.text.likeness import own_words
from pilotkit.text.requirements import requirements_of
from pilotkit.text.symbols import symbols_of
from pilotkit.text.terms import terms_of
from pilotkit.text.values import values_of

# Each remembers what it found for many texts; the parsed text itself is remembered for a few.
_FACTS: tuple[Callable[[str], object], ...] = (
    citations_of,
    figures_of,
    own_words,
    requirements_of,
    symbols_of,
    terms_of,
    values_of,
)


def gather(text: str) -> None:
    """Find all of it, so that no rule between texts has to parse the text again."""
    for find in _FACTS:
        find(text)
