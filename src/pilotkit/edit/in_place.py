"""Values of a record changed in its file: each at its place, and the result read again.

What a splice makes is compared with what was meant; where a file is written so that they differ,
nothing is changed and a person is asked to edit it.
"""

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from typing import Any

from pilotkit.edit.entries import with_entries, with_fields
from pilotkit.edit.splice import with_items, with_value, without
from pilotkit.load.markdown_source import head_of
from pilotkit.load.yaml_source import read_yaml
from pilotkit.model.fault import Fault
from pilotkit.model.location import Route
from pilotkit.model.sentence import Sentence

_BOM = b"\xef\xbb\xbf"
_Edit = Callable[[str, Any], str]


def with_cell(path: str, content: bytes, route: Route, value: Any) -> bytes:
    """Put a value at a route of a record's file: a scalar, a list, numbers by name.

    None takes away what stands there.

    Raises:
        Fault: the file is written in a way that cannot be changed in place.
    """

    def edit(text: str, data: Any) -> str:
        return _put(text, data, _counted(data, route), value)

    def mean(data: Any) -> None:
        _set(data, _counted(data, route), value)

    return _edited(path, content, edit, mean)


def with_items_added(
    path: str, content: bytes, key: str, items: Sequence[Mapping[str, Any]]
) -> bytes:
    """Add items to the list at a key of a record's file.

    Raises:
        Fault: the file is written in a way that cannot be changed in place.
    """

    def mean(data: Any) -> None:
        data[key] = [*(data.get(key) or ()), *items]

    return _edited(path, content, lambda text, _: with_items(text, key, items), mean)


def _edited(path: str, content: bytes, edit: _Edit, mean: Callable[[Any], None]) -> bytes:
    begin, end = head_of(content) or (0, 0) if path.endswith(".md") else (0, len(content))
    bom = len(_BOM) if content.startswith(_BOM) and not begin else 0
    before, text, behind = content[: begin + bom], content[begin + bom : end], content[end:]
    data = read_yaml(path, text).data
    changed = edit(text.decode(), data).encode()
    wanted = deepcopy(data)
    mean(wanted)
    again = read_yaml(path, changed)
    if again.refused or again.data != wanted:
        raise Fault(
            Sentence(f"{path} 的写法不能在原处改", f"{path} cannot be changed in place"),
            Sentence("请直接改这个文件", "edit the file itself"),
        )
    return before + changed + behind


def _counted(data: Any, route: Route) -> Route:
    """Write the last item of a list, -1, by its number."""
    steps: list[str | int] = []
    for step in route:
        last = isinstance(step, int) and step < 0
        steps.append(max(0, len(data or ()) - 1) if last else step)
        data = _inside(data, steps[-1])
    return tuple(steps)


def _inside(data: Any, step: str | int) -> Any:
    if isinstance(data, dict):
        return data.get(step)
    if isinstance(data, list) and isinstance(step, int) and step < len(data):
        return data[step]
    return None


def _put(text: str, data: Any, route: Route, value: Any) -> str:
    depth, here = 0, data
    while depth < len(route) and _inside(here, route[depth]) is not None:
        here = _inside(here, route[depth])
        depth += 1
    if value is None:
        return without(text, route) if depth == len(route) else text
    if depth == len(route):
        if isinstance(value, list) and here:
            return with_entries(text, route, here, value)
        if isinstance(value, dict) and here:
            return with_fields(text, route, here, value)
        return with_value(text, route, value)
    # The first item of a list that is empty makes the list anew.
    known = depth if isinstance(route[depth], int) else depth + 1
    return with_value(text, route[:known], _nested(route[known:], value))


def _nested(route: Route, value: Any) -> Any:
    for step in reversed(route):
        value = [value] if isinstance(step, int) else {step: value}
    return value


def _set(data: Any, route: Route, value: Any) -> None:
    """Mean the same with data; a mapping that is left empty goes with its last key."""
    step, *below = route
    inner = _inside(data, step)
    if value is None and inner is None:
        return
    if below and inner is not None:
        _set(inner, tuple(below), value)
        if inner == {} and isinstance(data, dict):
            del data[step]
    elif value is None:
        del data[step]
    elif isinstance(data, list):
        data.append(_nested(tuple(below), value))
    else:
        data[step] = _nested(tuple(below), value)
