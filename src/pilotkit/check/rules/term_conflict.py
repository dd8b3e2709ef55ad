"""PK549 term-conflict.

What
    zh: 一个术语在全体系只有一个定义，一个定义只有一个术语。
    en: A term has one definition in the whole system, and a definition has one term.
Why
    zh: C8-2“之间协调统一”、C10-1“术语统一”；GB/T 1.1—2020（按惯例）：一个概念用一个术语。
    en: C8-2, C10-1; GB/T 1.1—2020: one concept, one word.
Bad
    ## 3.1 办件 case

    申请人提交的一份申请。
Good
    ## 3.1 办件 case

    从收到申请到送达结果的一次过程。
Mend
    zh: 以通用基础标准（JC）里的术语标准为准，其余改为引用它。
    en: Keep the one in the standard of terms (JC), and cite it in the others.
Waive
    zh: 不宜豁免：概念不同的，换一个术语。
    en: Better not: another concept has another word.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from pilotkit.check.conflicts import compared
from pilotkit.check.decided import Decided
from pilotkit.check.rule import Finding, Rule
from pilotkit.check.texts import OwnText, own_texts
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.text.terms import Term, terms_of

_NAME = "term-conflict"
_SAYS_SOMETHING = 8  # signs of a definition that is taken to mean one concept only


class _Entry(NamedTuple):
    own: OwnText
    term: Term


_Key = Callable[[Term], str]


def check(repository: Repository) -> Iterator[Finding]:
    """Yield both places of a term with two definitions, and of a definition with two terms."""
    decided = Decided(repository, frozenset({"矛盾"}), _NAME)
    for found in _conflicts(repository):
        if not decided.on(*found.subjects):
            yield found


def _conflicts(repository: Repository) -> Iterator[Finding]:
    entries = [
        _Entry(own, term)
        for own in own_texts(repository)
        for term in terms_of(own.standard.text)
        if term.meaning
    ]
    for one, other in _differing(entries, lambda term: term.key, lambda term: term.meaning):
        term, definition = one.term, other.term.definition
        said = Sentence(
            f"“{term.name}”另有不同的定义：“{definition}”",
            f"{term.name!r} has another definition: {definition!r}",
        )
        place = _place(other, other.term.said_at)
        yield _between(one, other, one.own.says(term.said_at, said, place, term.column))
    telling = [one for one in entries if len(one.term.meaning) >= _SAYS_SOMETHING]
    for one, other in _differing(telling, lambda term: term.meaning, lambda term: term.key):
        name, place = other.term.name, _place(other, other.term.line)
        said = Sentence(
            f"同一定义另有术语“{name}”", f"the same definition has another term: {name!r}"
        )
        yield _between(one, other, one.own.says(one.term.line, said, place))


def _between(one: _Entry, other: _Entry, found: Finding) -> Finding:
    ids = dict.fromkeys((one.own.standard.id, other.own.standard.id))
    return replace(found, subjects=tuple(ids))


def _differing(
    entries: Sequence[_Entry], same: _Key, other: _Key
) -> Iterator[tuple[_Entry, _Entry]]:
    """Yield every entry that is alike in one way with the first that differs in the other."""
    groups: defaultdict[str, dict[str, list[_Entry]]] = defaultdict(dict)
    for entry in entries:
        groups[same(entry.term)].setdefault(other(entry.term), []).append(entry)
    for group in groups.values():
        firsts = [held[0] for held in group.values()]
        for held in group.values() if len(firsts) > 1 else ():
            differs = firsts[1] if held[0] is firsts[0] else firsts[0]
            yield from ((entry, differs) for entry in held)


def _place(entry: _Entry, line: int) -> Sentence:
    place = entry.own.standard.at_line(line)
    return Sentence(f"另一处写在 {place}", f"the other is at {place}")


RULE = Rule("PK549", _NAME, Severity.WARNING, check, rests_on=compared)
