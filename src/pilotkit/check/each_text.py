"""Runs the rules over one text, text by text; what they said is known until the file changes.

All rules look at a text before the next one is read: so its parts need not be kept, only what was
found and what the rules between texts will ask for. A history looks at each text once.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from pilotkit.check.texts import OwnText, TextRule, has_own_text
from pilotkit.model.diagnostic import Diagnostic
from pilotkit.model.repository import Repository
from pilotkit.text.facts import gather


class _Said(NamedTuple):
    """What is known of a text: by the name of a rule, and together by the names of several."""

    by_rule: dict[str, tuple[Diagnostic, ...]]
    together: dict[tuple[str, ...], tuple[Diagnostic, ...]]


def check_texts(repository: Repository, rules: Sequence[TextRule]) -> Iterator[Diagnostic]:
    """Yield what rules find in each of the texts that are not withdrawn on the day."""
    names = tuple(rule.name for rule in rules)
    for standard in repository.standards:
        if has_own_text(standard, repository):
            unit = repository.owner_of(standard)
            said = _known(standard.path, standard.written.source.content, unit)
            if names not in said.together:
                _look(OwnText(standard, unit, repository.files.bundled), rules, said.by_rule)
                found = (said.by_rule[name] for name in names)
                said.together[names] = tuple(chain.from_iterable(found))
            yield from said.together[names]


def _look(own: OwnText, rules: Sequence[TextRule], said: dict[str, tuple[Diagnostic, ...]]) -> None:
    unsaid = [rule for rule in rules if rule.name not in said]
    if unsaid:
        said |= {rule.name: tuple(rule.run(own)) for rule in unsaid}
        gather(own.standard.text)


@lru_cache(maxsize=16_384)
def _known(_path: str, _content: bytes, _unit: str | None) -> _Said:
    """Return what is known of a file and its owner; whoever asks for more puts it in."""
    return _Said({}, {})
