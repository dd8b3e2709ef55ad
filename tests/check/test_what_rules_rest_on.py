"""A rule that is known while something is the same must rest on all that it reads."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from cases import Case, read_cases, repository_of
from pilotkit.check.rule import OneRecord, RecordRule
from pilotkit.check.runner import EVERY
from pilotkit.model.repository import Repository

FIELDS = {field.name for field in fields(Repository)}
RULES = [one for one in EVERY if isinstance(one, RecordRule) or one.rests_on]
CASES = [
    pytest.param(rule, case, id=f"{rule.name}-{case.title}")
    for rule in RULES
    for case in read_cases(Path(__file__).parent / f"rules/{rule.name.replace('-', '_')}.md")
]


class Watched(Repository):
    """A repository that notes which of its fields are read."""

    def __getattribute__(self, name: str) -> Any:
        if name in FIELDS:
            object.__getattribute__(self, "__dict__").setdefault("_read", set()).add(name)
        return super().__getattribute__(name)


def read_by(repository: Repository, reader: Callable[[Watched], object]) -> set[str]:
    watched = Watched(**{name: getattr(repository, name) for name in FIELDS})
    watched.__dict__.pop("_read", None)
    found = reader(watched)
    if isinstance(found, Iterator):
        list(found)
    # What is known of the records says nothing that they do not.
    return set(watched.__dict__.get("_read", ())) - {"known"}


def one_by(rule: RecordRule, record: object) -> Callable[[Watched], object]:
    return lambda seen: rule.run(OneRecord(record, seen))


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_a_rule_rests_on_all_that_it_reads(rule: Any, case: Case) -> None:
    repository = repository_of(case.texts)
    declared = read_by(repository, rule.rests_on) if rule.rests_on else set()
    if not isinstance(rule, RecordRule):
        assert read_by(repository, rule.run) <= declared
        return
    for record in rule.records(repository):
        assert read_by(repository, one_by(rule, record)) <= declared | {"units"}
