"""What follows from records that are not there, or could not be read: told once, at the cause.

Where a kind of record could not be read whole, nobody can say that something of it is missing:
what rules find then is a note, and no score rests on it. Where none stands at all, names of it
stand for nothing, and that is an error like any other. Either may follow a thousand times.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from pilotkit.check.rule import Rule
from pilotkit.load.refusals import Unsettled
from pilotkit.model.diagnostic import Cause, Diagnostic, Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import COMMA, Sentence

# The rules are named that find most of it.
_MOST_NAMED = 3


def with_cause(
    rule: Rule[Any], found: Iterator[Diagnostic], repository: Repository
) -> Iterator[Diagnostic]:
    """Say of what a rule finds what it only follows from, if it does."""
    cause = _cause(rule, repository)
    if cause is None:
        return found
    if cause.is_absent:
        return (replace(one, cause=cause) for one in found)
    return (replace(one, cause=cause, severity=Severity.NOTE) for one in found)


def _cause(rule: Rule[Any], repository: Repository) -> Cause | None:
    for kind in (*rule.needs, *rule.looks_up):
        if kind in repository.incomplete:
            return Cause(repository.incomplete[kind], is_absent=False)
    if rule.looks_up and all(kind in repository.absent for kind in rule.looks_up):
        return Cause(repository.absent[rule.looks_up[0]], is_absent=True)
    return None


def told_once(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what is found, and for all that follows from one cause a single finding there.

    One alone that follows from what is absent stays: it says where the record is named.
    """
    following: dict[Cause, list[Diagnostic]] = {}
    for one in found:
        if one.cause is None:
            yield one
        else:
            following.setdefault(one.cause, []).append(one)
    for cause, those in following.items():
        if cause.is_absent and len(those) == 1:
            yield from those
        else:
            yield _of_absent(cause, those) if cause.is_absent else _of_unread(cause, those)


def _of_absent(cause: Cause, those: list[Diagnostic]) -> Diagnostic:
    path, first = cause.place.path, min(one.location for one in those)
    remedy = Sentence(
        f"恢复或补写 {path}；第一处提到的在 {first}",
        f"bring back or write {path}; the first place that names one: {first}",
    )
    said = Unsettled.ABSENT.at(cause.place, help_=remedy)
    return replace(said, message=_counted(said.message, those), about=path)


def _of_unread(cause: Cause, those: list[Diagnostic]) -> Diagnostic:
    remedy = Sentence("先改好这里，再检查一次", "mend this first, then validate again")
    said = Unsettled.WITHHELD.at(cause.place, help_=remedy)
    message = _counted(said.message, those)
    return replace(said, message=message, severity=Severity.NOTE, about=cause.place.path)


def _counted(said: Sentence, those: list[Diagnostic]) -> Sentence:
    """Say besides how many they are: of each rule, the most frequent first."""
    rules = Counter(one.name for one in those).most_common()
    zh, en = COMMA.join(
        Sentence(f"{name} {count} 处", f"{count} {name}") for name, count in rules[:_MOST_NAMED]
    )
    if len(rules) > _MOST_NAMED:
        zh, en = f"{zh}……", f"{en} ..."
    return Sentence(
        f"{said.zh}：共 {len(those)} 处（{zh}）", f"{said.en}: {len(those)} in all ({en})"
    )
