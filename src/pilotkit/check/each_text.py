"""Runs the rules over one text, text by text; what they said is known until the file changes.

All rules look at a text before the next one is read: so its parts need not be kept, only what was
found and what the rules between texts will ask for. A history looks at each text once.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from pilotkit.check.texts import OwnText, TextRule, has_own_text
from pilotkit.model.diagnostic import Diagnostic
from pilotkit.model.repository import Repository
from pilotkit.model.standard import Standard
from pilotkit.text.facts import gather

_Said = dict[str, tuple[Diagnostic, ...]]  # by the name of the rule


def check_texts(repository: Repository, rules: Sequence[TextRule]) -> Iterator[Diagnostic]:
    """Yield what rules find in each of the texts that are not withdrawn on the day."""
    bundled = repository.files.bundled

    def said(standard: Standard) -> tuple[Diagnostic, ...]:
        unit = repository.owner_of(standard)
        known = _known(standard.path, standard.written.source.content, unit)
        _look(OwnText(standard, unit, bundled), rules, known)
        return tuple(chain.from_iterable(known[rule.name] for rule in rules))

    texts = (one for one in repository.standards if has_own_text(one, repository))
    asker = " ".join(["texts", *(rule.name for rule in rules)])
    within = repository.unit_ids, bundled
    return chain.from_iterable(repository.known.each(asker, within, texts, said))


def _look(own: OwnText, rules: Sequence[TextRule], said: _Said) -> None:
    unsaid = [rule for rule in rules if rule.name not in said]
    if unsaid:
        said |= {rule.name: tuple(rule.run(own)) for rule in unsaid}
        gather(own.standard.text)


@lru_cache(maxsize=16_384)
def _known(_path: str, _content: bytes, _unit: str | None) -> _Said:
    """Return what is known of a file and its owner; whoever asks for more puts it in."""
    return {}
