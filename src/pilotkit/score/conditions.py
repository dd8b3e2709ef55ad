"""Whether a record passes the tests of a proof (design §5).

A test is a value, a list (any of), `present`, {min, max}, or tests on what is inside the value or
on what it refers to. Values of a file are typed by their form: `true`, numbers, else text.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from pydantic import BaseModel

from pilotkit.model.repository import Repository
from pilotkit.model.values import Plain
from pilotkit.score.fields import referred, value_of

PRESENT = "present"
RANGE = frozenset({"min", "max"})


def each_passes(
    records: Iterable[BaseModel],
    where: Mapping[str, Any],
    having: Mapping[str, Mapping[str, Any]],
    repository: Repository,
) -> list[bool]:
    """Say of each record whether it passes every test, and in every named list one element does.

    It is known of a record while all that it may refer to is the same.
    """
    referred_to = (
        repository.units,
        repository.framework,
        repository.all_standards,
        repository.items,
        repository.posts,
    )

    def passes(record: BaseModel) -> bool:
        return passes_all(record, where, repository) and has_element(record, having, repository)

    return repository.known.each(f"passes {where!r} {having!r}", referred_to, records, passes)


def passes_all(record: BaseModel, tests: Mapping[str, Any], repository: Repository) -> bool:
    """Say whether a record passes every test."""
    return all(
        _passes(value_of(record, key, repository), test, key, repository)
        for key, test in tests.items()
    )


def has_element(
    record: BaseModel, having: Mapping[str, Mapping[str, Any]], repository: Repository
) -> bool:
    """Say whether in every named list one element passes all its tests."""
    return all(
        any(passes_all(element, tests, repository) for element in _parts(record, key, repository))
        for key, tests in having.items()
    )


def _parts(record: BaseModel, key: str, repository: Repository) -> tuple[BaseModel, ...]:
    value = value_of(record, key, repository)
    elements = value if isinstance(value, tuple) else (value,)
    return tuple(element for element in elements if isinstance(element, BaseModel))


def _passes(value: Any, test: Any, key: str, repository: Repository) -> bool:
    """A field that is absent passes nothing, not even `false`."""
    if value is None or value in ("", (), {}):
        return False
    if isinstance(value, tuple):
        return any(_passes(element, test, key, repository) for element in value)
    if isinstance(test, list):
        return any(_passes(value, one, key, repository) for one in test)
    if isinstance(test, dict):
        return _passes_mapping(value, test, key, repository)
    return (isinstance(test, str) and test == PRESENT) or _equal(value, test, key, repository)


def _passes_mapping(value: Any, test: Mapping[str, Any], key: str, repository: Repository) -> bool:
    if set(test) <= RANGE:
        return _in_range(value, test)
    inside = value if isinstance(value, BaseModel) else None
    if isinstance(value, str):
        inside = referred(key, value, repository)
    return inside is not None and passes_all(inside, test, repository)


def _equal(value: Any, test: Any, key: str, repository: Repository) -> bool:
    if isinstance(value, bool):
        return isinstance(test, Plain) and test == str(value).lower()
    if isinstance(value, int | Decimal):
        return isinstance(test, Plain) and _number(test) == value
    if key == "unit" and isinstance(test, str):
        return repository.unit_id(value) == repository.unit_id(test)
    return isinstance(test, str) and str(value) == test


def _in_range(value: Any, test: Mapping[str, Any]) -> bool:
    low, high = test.get("min"), test.get("max")
    if isinstance(value, date):
        written = value.isoformat()
        return (low is None or str(low) <= written) and (high is None or written <= str(high))
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return False
    least, most = _number(low), _number(high)
    return (least is None or least <= value) and (most is None or value <= most)


def _number(text: Any) -> Decimal | None:
    try:
        return Decimal(text) if isinstance(text, str) else None
    except InvalidOperation:
        return None
