"""PK553 undefined-term.

What
    zh: 用了术语标准界定的术语，就引用该标准，或者在第3章自己界定。
    en: A text that uses a term of the standard of terms cites it, or defines the term itself.
Why
    zh: C8-2“之间协调统一”、C10-1“术语统一”；按GB/T 1.1—2020惯例，术语用到就要有界定。
    en: C8-2, C10-1; GB/T 1.1—2020: what is used is defined, or the document that does is cited.
Bad
    本文件没有需要界定的术语和定义。
Good
    Q/XGW JC 101界定的术语和定义适用于本文件。
Mend
    zh: 第2章列入界定它的标准，第3章写“…界定的术语和定义适用于本文件。”；意思不同的，换一个词。
    en: List the standard in chapter 2, apply its terms in chapter 3; or take another word.
Waive
    zh: 面向群众、只用日常词义的，写明理由。
    en: Texts for the public that use the word in its everyday sense: with the reason.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pilotkit.check.rule import Finding, Rule
from pilotkit.check.texts import OwnText, own_texts
from pilotkit.model.diagnostic import Severity
from pilotkit.model.number import parse
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import Standard
from pilotkit.text.term_uses import TermUse, TermUses
from pilotkit.text.terms import terms_of

_PILLAR, _KIND = "JC", "术语"
_ADDED = re.compile("（[^（）]*）$")  # （试行）
# 以下简称“容缺受理”, 本文件所称容缺受理: the text says itself what it means.
_CALLED = "[简所统下]称为?[“「]?"


class _Source(NamedTuple):
    """A standard of terms, the families of its numbers, and its terms."""

    standard: Standard
    numbers: frozenset[str]
    terms: frozenset[str]


def check(repository: Repository) -> Iterator[Finding]:
    """Yield the first use of each term that a text neither defines nor cites the standard of."""
    sources = [*_sources(repository)]
    if not sources:
        return
    uses = TermUses({term for one in sources for term in one.terms}, _names(repository))
    for own in own_texts(repository):
        missing = _not_cited(own, sources) if uses.may_be_in(own.standard.text) else []
        if missing:
            applied = {term for one in sources if one not in missing for term in one.terms}
            by_term = {term: one for one in reversed(missing) for term in one.terms - applied}
            yield from _found(own, uses, by_term)


def _sources(repository: Repository) -> Iterator[_Source]:
    """Yield the issued standards of terms of the pillar of common foundations."""
    for one in repository.standards:
        if (
            one.kind == _KIND
            and repository.pillar_of(one) == _PILLAR
            and one.issued_on(repository.day)
        ):
            numbers = _families((one.number or "", *one.replaces))
            yield _Source(one, numbers, frozenset(term.name for term in terms_of(one.text)))


def _names(repository: Repository) -> set[str]:
    """Collect what bodies, systems, items, posts, standards and laws are called."""
    records = (*repository.items, *repository.posts)
    titled = (*repository.all_standards, *repository.laws)
    names = {one.name for one in records} | {_ADDED.sub("", one.title) for one in titled}
    names.update(repository.unit_names)
    if framework := repository.framework:
        for pillar, subsystem in framework.subsystems():
            names.update((pillar.name, *pillar.aliases, subsystem.name, *subsystem.aliases))
    return names


def _not_cited(own: OwnText, sources: Sequence[_Source]) -> list[_Source]:
    """Return the standards of terms that a text cites nowhere, by number or by title."""
    cited = _families(own.standard.citations)
    missing = [
        one
        for one in sources
        if one.standard.id != own.standard.id and one.numbers.isdisjoint(cited)
    ]
    if missing:
        binding = (one for one in own.citations if one.is_listed or one.is_in_body)
        cited = frozenset(one.cited.number.family for one in binding)
    return [
        one
        for one in missing
        if one.numbers.isdisjoint(cited) and f"《{one.standard.title}》" not in own.standard.text
    ]


def _found(own: OwnText, uses: TermUses, by_term: Mapping[str, _Source]) -> Iterator[Finding]:
    text = own.standard.text
    for use in uses.first_in(text, [term.name for term in terms_of(text)]):
        source = by_term.get(use.term)
        if source and not re.search(_CALLED + use.term, text):
            yield _finding(own, use, source.standard)


def _finding(own: OwnText, use: TermUse, source: Standard) -> Finding:
    number = source.number or source.id
    cited = number.rpartition("—")[0] or number
    return own.says(
        use.line,
        Sentence(
            f"“{use.term}”由“{cited}”《{source.title}》界定，本文件没有引用它，也没有自己界定",
            f"{use.term!r} is defined by {cited} ({source.id}), which the text does not cite",
        ),
        Sentence(
            f"第2章列入“{cited} {source.title}”，第3章写“{cited}界定的术语和定义适用于本文件。”",
            f"list {cited} in chapter 2, and apply its terms in chapter 3",
        ),
        use.column,
    )


def _families(numbers: Iterable[str]) -> frozenset[str]:
    """Return what all editions of the numbers share; what is no number is left out."""
    return frozenset(number.family for number in map(parse, numbers) if number)


RULE = Rule("PK553", "undefined-term", Severity.WARNING, check)
