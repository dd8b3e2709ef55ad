"""A list in a record's file made another: of an item that is only changed, the changed fields."""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from pilotkit.edit.splice import identity, with_list, with_value, without
from pilotkit.model.location import Route


def with_entries(text: str, route: Route, before: Sequence[Any], values: Sequence[Any]) -> str:
    """Put other items into a list that says `before`.

    A record that stands where another stood is that one with other fields: what is the same in
    both keeps its place and its comment. Items that are new go on lines of their own.
    """
    now = list(before)
    old, new = [*map(identity, before)], [*map(identity, values)]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        pairs = zip(range(i1, i2), range(j1, j2), strict=False) if tag == "replace" else ()
        for at, other in pairs:
            if isinstance(before[at], dict) and isinstance(values[other], dict):
                text = with_fields(text, (*route, at), before[at], values[other])
                now[at] = values[other]
    if [*map(identity, now)] == new:
        return text
    return with_list(text, route, now, values)


def with_fields(
    text: str, route: Route, before: Mapping[str, Any], after: Mapping[str, Any]
) -> str:
    """Put other fields into a mapping that says `before`; what is the same keeps its place."""
    for key, value in after.items():
        if before.get(key) != value:
            text = with_value(text, (*route, key), value)
    for key in before:
        if key not in after:
            text = without(text, (*route, key))
    return text
