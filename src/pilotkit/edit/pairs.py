"""`key=value` of the command line → the fields of a record.

`stage=标准编制` sets a field, `period.from=2023-01-01` one inside it, `attendees.1.person=甲` one
in a list (the first item is 1). Where a list is expected, `doc_types=领导机构,工作机构` gives two
items, and a second pair of the same key adds to them. Where no text is expected, a value that
begins with `{` or `[` is read as YAML: `attendees=[{person: 甲, hours: 4}]`.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel

from pilotkit.load.yaml_source import read_yaml
from pilotkit.model.fault import Fault
from pilotkit.model.field_type import item_of, type_at
from pilotkit.model.location import Route
from pilotkit.model.sentence import Sentence
from pilotkit.model.values import Plain

_SHAPE = Sentence(
    "写法：--set stage=标准编制，内层用点：--set period.from=2023-01-01",
    "write --set stage=标准编制, with dots for what is inside: --set period.from=2023-01-01",
)


class PairError(Fault):
    """A pair that cannot be read."""


def fields_of(pairs: Sequence[str], model: type[BaseModel]) -> dict[str, Any]:
    """Read pairs into the data of a record; `model` says where lists are expected.

    Raises:
        PairError: a pair has no key, sets what is set already, or holds YAML that is none.
    """
    data: dict[Any, Any] = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        route = tuple(_steps(key))
        if not equals or not all(route):
            raise PairError(Sentence(f"看不懂“{pair}”", f"cannot read {pair!r}"), _SHAPE)
        _put(data, route, _value(pair, value, type_at(model, route)), pair)
    return {key: _with_lists(value) for key, value in data.items()}


def _steps(key: str) -> Iterator[str | int]:
    for step in key.strip().split("."):
        yield int(step) if step.isascii() and step.isdigit() and len(step) < len("1000") else step


def _value(pair: str, text: str, kind: Any) -> Any:
    text = text.strip()
    if text[:1] in {"[", "{"} and kind is not str:
        document = read_yaml("", text.encode(errors="surrogateescape"))
        if document.refused:
            said = document.refused[0].message
            raise PairError(Sentence(f"{pair}：{said.zh}", f"{pair}: {said.en}"), _SHAPE)
        return document.data
    if item_of(kind) is not None:
        return [_typed(one.strip()) for one in text.split(",") if one.strip()]
    return _typed(text)


def _typed(text: str) -> str:
    """Keep a number or a truth value as one; the field decides what it takes it for."""
    value = read_yaml("", text.encode(errors="surrogateescape")).data
    return value if isinstance(value, Plain) else text


def _put(data: dict[Any, Any], route: Route, value: Any, pair: str) -> None:
    for step in route[:-1]:
        data = data.setdefault(step, {})
        if not isinstance(data, dict):
            raise _twice(pair)
    last = route[-1]
    if last not in data:
        data[last] = value
    elif isinstance(data[last], list) and isinstance(value, list):
        data[last] += value
    else:
        raise _twice(pair)


def _twice(pair: str) -> PairError:
    return PairError(Sentence(f"“{pair}”写了两次", f"{pair!r} is set twice"))


def _with_lists(value: Any) -> Any:
    """Make a list of a mapping whose keys are numbers, in their order."""
    if isinstance(value, list):
        return [_with_lists(one) for one in value]
    if not isinstance(value, dict):
        return value
    if value and all(isinstance(key, int) for key in value):
        return [_with_lists(value[key]) for key in sorted(value)]
    return {str(key): _with_lists(one) for key, one in value.items()}
