"""Runs the rules over one text, text by text; what they said is known until the file changes.

All rules look at a text before the next one is read: so its parts need not be kept, only what was
found and what the rules between texts will ask for. A history looks at each text once.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from pilotkit.check.texts import OwnText, TextRule, has_own_text
from pilotkit.model.diagnostic import Diagnostic
from pilotkit.model.repository import Repository
from pilotkit.model.standard import Standard
from pilotkit.text.facts import gather

_Said = dict[str, tuple[Diagnostic, ...]]  # by the name of the rule


def check_texts(repository: Repository, rules: Sequence[TextRule]) -> Iterator[Diagnostic]:
    """Yield what rules find in each of the texts that are not withdrawn on the day."""
    for standard in repository.standards:
        if has_own_text(standard, repository):
            said = _said_of(standard, rules, repository)
            for rule in rules:
                yield from said[rule.name]


def _said_of(standard: Standard, rules: Sequence[TextRule], repository: Repository) -> _Said:
    unit = repository.owner_of(standard)
    said = _known(standard.path, standard.written.source.content, unit)
    unsaid = [rule for rule in rules if rule.name not in said]
    if unsaid:
        own = OwnText(standard, unit, repository.files.bundled)
        said |= {rule.name: tuple(rule.run(own)) for rule in unsaid}
        gather(standard.text)
    return said


@lru_cache(maxsize=16_384)
def _known(_path: str, _content: bytes, _unit: str | None) -> _Said:
    """Return what is known of a file and its owner; whoever asks for more puts it in."""
    return {}
