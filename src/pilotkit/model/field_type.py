"""What the model says of a place in a record: its type, the words that it allows."""

from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from pilotkit.model.entity import fields_by_key
from pilotkit.model.location import Route

_WRAPPERS = (Annotated, Union, UnionType)


def type_at(model: Any, route: Route) -> Any:
    """Return the type of what may stand at a route; None where the model does not say."""
    for step in route:
        inner = _unwrapped(model)
        if isinstance(step, int):
            model = item_of(inner)
        elif isinstance(inner, type) and issubclass(inner, BaseModel):
            field = inner.model_fields.get(fields_by_key(inner).get(step, ""))
            model = field.annotation if field else None
        elif get_origin(inner) is dict:
            model = get_args(inner)[1]
        else:
            return None
    return _unwrapped(model)


def choices_of(kind: Any) -> tuple[str, ...]:
    """Return the words that a type allows, where it is a closed list."""
    inner = item_of(kind) or kind
    return get_args(inner) if get_origin(inner) is Literal else ()


def _unwrapped(kind: Any) -> Any:
    """Take off `| None` and what is annotated."""
    while get_origin(kind) in _WRAPPERS:
        kind = next(one for one in get_args(kind) if one is not type(None))
    return kind


def item_of(kind: Any) -> Any:
    """Return the type of the items of a list; None where it is no list."""
    return _unwrapped(get_args(kind)[0]) if get_origin(kind) is tuple else None
