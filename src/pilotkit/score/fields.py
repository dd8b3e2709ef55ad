"""Reading the fields that a proof tests, by the keys that files write (design §5)."""

from typing import Any

from pydantic import BaseModel

from pilotkit.model.entity import fields_by_key
from pilotkit.model.evidence.achievement import Achievement
from pilotkit.model.evidence.publicity import Publicity
from pilotkit.model.number import parse
from pilotkit.model.repository import AnyStandard, Repository
from pilotkit.model.standard import AdoptedStandard, Standard

# What nobody writes and a proof may still ask for, by the class that has it.
COMPUTED: dict[type[BaseModel], tuple[str, ...]] = {
    Standard: ("origin", "level", "pillar"),
    AdoptedStandard: ("origin", "level", "pillar"),
    Publicity: ("independent",),
}
_AUTHORED = "主持制定标准"


def value_of(record: BaseModel, key: str, repository: Repository) -> Any:
    """Return what a record says under a key; None where it says nothing."""
    if key in COMPUTED.get(type(record), ()):
        return _computed(record, key, repository)
    if isinstance(record, Achievement) and key == "level" and record.aspect == _AUTHORED:
        number = parse(record.number) if record.number else None
        return number.rank if number else None
    field = fields_by_key(type(record)).get(key)
    return getattr(record, field) if field else None


def referred(key: str, value: str, repository: Repository) -> BaseModel | None:
    """Return the record that a field of this key names by id; None where it names none."""
    if key in {"unit", "parent", "owner", "collected_by"}:
        return repository.unit(value)
    if key in {"standard", "standards"}:
        return repository.standards_by_id.get(value)
    if key in {"item", "items", "same_as"}:
        return repository.items_by_id.get(value)
    if key in {"post", "posts"}:
        return repository.posts_by_id.get(value)
    return None


def _computed(record: BaseModel, key: str, repository: Repository) -> Any:
    if isinstance(record, Publicity):
        return bool(record.publisher) and repository.unit(record.publisher or "") is None
    if key == "pillar" and isinstance(record, AnyStandard):
        return repository.pillar_of(record)
    return getattr(record, key)
