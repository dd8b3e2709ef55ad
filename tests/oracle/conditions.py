"""Which records a proof means: `where`, `having`, and the values that fields take."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from pydantic import BaseModel

from oracle.world import World
from pilotkit.model.evidence.achievement import Achievement
from pilotkit.model.evidence.publicity import Publicity
from pilotkit.model.number import parse


def value(world: World, record: BaseModel, key: str) -> Any:
    """What a record says under a key of its file; what nobody may write is computed."""
    if isinstance(record, Publicity) and key == "independent":
        return world.unit(record.publisher) is None if record.publisher else None
    if isinstance(record, Achievement) and key == "level" and record.aspect == "主持制定标准":
        number = parse(record.number) if record.number else None
        return number.rank if number else None
    if key == "origin":
        return getattr(record, "origin", None)
    for name, field in type(record).model_fields.items():
        if key == (field.alias or name):
            return getattr(record, name)
    return None


def passes(world: World, record: BaseModel, tests: Mapping[str, Any]) -> bool:
    """Whether every field passes its test."""
    return all(_passes(world, key, value(world, record, key), test) for key, test in tests.items())


def has(world: World, record: BaseModel, having: Mapping[str, Mapping[str, Any]]) -> bool:
    """Whether each list has one element that passes all its tests."""
    return all(
        any(passes(world, element, tests) for element in value(world, record, key) or ())
        for key, tests in having.items()
    )


def _passes(world: World, key: str, said: Any, test: Any) -> bool:
    if isinstance(said, (tuple, list)):
        return any(_passes(world, key, one, test) for one in said)
    if said is None:
        return False
    if isinstance(test, list):
        return any(_passes(world, key, said, one) for one in test)
    if isinstance(test, dict) and set(test) <= {"min", "max"}:
        return _between(said, test)
    if isinstance(test, dict):
        thing = world.unit(said) if key == "unit" else said
        return isinstance(thing, BaseModel) and passes(world, thing, test)
    return test == "present" or written(said) == str(test)


def _between(said: Any, test: Mapping[str, Any]) -> bool:
    try:
        low, high = (Decimal(test[end]) if end in test else None for end in ("min", "max"))
    except InvalidOperation:
        low, high = test.get("min"), test.get("max")
        said = written(said)
    return (low is None or said >= low) and (high is None or said <= high)


def written(said: Any) -> str:
    """A value as a file would say it."""
    if isinstance(said, bool):
        return str(said).lower()
    return said.isoformat() if isinstance(said, date) else str(said)


def values(world: World, records: Iterable[BaseModel], key: str) -> set[str]:
    """All values that a field takes in any record."""
    found: set[str] = set()
    for record in records:
        said = value(world, record, key)
        every = said if isinstance(said, tuple) else (said,)
        found |= {written(one) for one in every if one is not None}
    return found
