"""Changing a YAML file in one place: all other characters stay as their author wrote them."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import Any, NamedTuple

import yaml

from pilotkit.edit.yaml_text import flow, pair, scalar
from pilotkit.model.location import Route


class Span(NamedTuple):
    """From which character to which a value is written; `inline`: in braces or brackets.

    `key` is where the key of the value begins, in a mapping.
    """

    start: int
    end: int
    inline: bool = False
    key: int = -1


@dataclass
class _Open:
    route: Route
    start: int
    inline: bool
    mapping: bool
    key: str | None = None
    count: int = 0
    end: int = 0
    key_start: int = -1
    own_key: int = -1


def spans_of(text: str) -> dict[Route, Span]:
    """Find every value of a file that our loader has read without a fault."""
    spans: dict[Route, Span] = {}
    around: list[_Open] = []
    events: Iterator[Any] = yaml.parse(text, Loader=yaml.CSafeLoader)
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            closed = around.pop()
            end = _end(event) if closed.inline else closed.end
            spans[closed.route] = Span(closed.start, end, closed.inline, closed.own_key)
            _reached(around, end)
        elif isinstance(event, yaml.NodeEvent):
            _node(event, text, around, spans)
    return spans


def _end(event: Any) -> int:
    return int(event.end_mark.index)


def _node(event: Any, text: str, around: list[_Open], spans: dict[Route, Span]) -> None:
    start = event.start_mark.index
    if around and around[-1].mapping and around[-1].key is None:
        around[-1].key, around[-1].key_start = event.value, start
        _reached(around, _end(event))
        return
    route = _next_route(around)
    key = around[-1].key_start if around and around[-1].mapping else -1
    if isinstance(event, yaml.CollectionStartEvent):
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        inline = bool(event.flow_style)
        around.append(_Open(route, start, inline, is_mapping, end=start, own_key=key))
        return
    # The mark of a block scalar stands behind the blank lines that follow it.
    end = start + len(text[start : _end(event)].rstrip())
    spans[route] = Span(start, end, key=key)
    _reached(around, end)


def _next_route(around: list[_Open]) -> Route:
    if not around:
        return ()
    inside = around[-1]
    if inside.mapping:
        key, inside.key = inside.key, None
        return (*inside.route, key or "")
    inside.count += 1
    return (*inside.route, inside.count - 1)


def _reached(around: list[_Open], end: int) -> None:
    if around:
        around[-1].end = max(around[-1].end, end)


def with_value(text: str, route: Route, value: Any) -> str:
    """Put a value at a route where there is one, or as a new key into the mapping above it.

    What is no scalar is written on one line, and does not replace a list of several lines.
    """
    spans = spans_of(text)
    *above, key = route
    mapping = spans[tuple(above)]
    write = flow if mapping.inline or not isinstance(value, str | int | date) else scalar
    if route in spans:
        start, end, *_ = spans[route]
        space = " " if start == end and text[start - 1 : start] == ":" else ""
        return text[:start] + space + write(value) + text[end:]
    if mapping.inline:
        return _into_brackets(text, mapping, pair(str(key), flow(value)))
    return _below(text, mapping, _margin(text, mapping.start), pair(str(key), write(value)))


def with_items(text: str, key: str, items: Sequence[Any]) -> str:
    """Add items, each written on one line, to the list at a key of the file itself."""
    spans = spans_of(text)
    written = spans.get((key,))
    if written and written.inline:
        return _into_brackets(text, written, ", ".join(map(flow, items)))
    if (key, 0) in spans and written:
        margin = _margin(text, _dash(text, spans[key, 0]))
        lines = f"{_newline(text)}{margin}".join(f"- {flow(item)}" for item in items)
        return _below(text, written, margin, lines)
    line = "".join(f"{_newline(text)}- {flow(item)}" for item in items)
    if written:  # nothing, or null
        return text[: written.start] + line + text[written.end :]
    return _below(text, spans[()], "", f"{key}:{line}")


def with_list(text: str, route: Route, before: Sequence[Any], values: Sequence[Any]) -> str:
    """Put other texts or records into a list that says `before`; what stays keeps its lines."""
    spans = spans_of(text)
    if spans[route].inline or (*route, 0) not in spans:
        return with_value(text, route, values)
    dash = _dash(text, spans[*route, 0])
    begin = here = _line_start(text, dash)
    kept: dict[Hashable, list[str]] = {}
    for index, value in enumerate(before):
        end = _line_end(text, spans[*route, index].end)
        kept.setdefault(identity(value), []).append(text[here:end])
        here = end
    margin, newline = _margin(text, dash), _newline(text)
    lines = [
        kept[same].pop(0)
        if kept.get(same := identity(value))
        else f"{margin}- {_item(value)}{newline}"
        for value in values
    ]
    return text[:begin] + "".join(lines) + text[here:]


def identity(value: Any) -> Hashable:
    """Return what is equal for equal items of a list."""
    return frozenset(value.items()) if isinstance(value, dict) else value


def _item(value: Any) -> str:
    return flow(value) if isinstance(value, dict) else scalar(value)


def without(text: str, route: Route) -> str:
    """Take a key with its value out of a mapping; one that is left empty goes with it."""
    spans = spans_of(text)
    above = route[:-1]
    others = [one for one in spans if one[:-1] == above and one not in {route, ()}]
    if not others and above and isinstance(above[-1], str):
        return without(text, above)
    span = spans[route]
    if spans[above].inline:
        return _out_of_brackets(text, span)
    begin, end = _line_start(text, span.key), _line_end(text, span.end)
    if text[begin : span.key].strip():  # behind the dash of an item: the next key moves up
        following = min((spans[one].key for one in others if spans[one].key > span.key), default=-1)
        if following < 0:
            return text[: span.key] + "{}" + text[span.end :]
        return text[: span.key] + text[following:]
    return text[:begin] + text[end:]


def _out_of_brackets(text: str, span: Span) -> str:
    before, behind = text[: span.key], text[span.end :]
    rest = behind.lstrip()
    if rest.startswith(","):
        return before + rest[1:].lstrip()
    bare = before.rstrip()
    return (bare[:-1].rstrip() if bare.endswith(",") else before) + behind


def _dash(text: str, item: Span) -> int:
    return text.rindex("-", 0, item.start)


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    return text.find("\n", at) + 1 or len(text)


def _into_brackets(text: str, span: Span, added: str) -> str:
    inside = text[span.start + 1 : span.end - 1]
    comma = ", " if inside.strip() else ""
    before = text[: span.end - 1]
    kept = before.rstrip() if "\n" not in before[len(before.rstrip()) :] else before
    return f"{kept}{comma}{added}{text[span.end - 1 :]}"


def _below(text: str, span: Span, margin: str, line: str) -> str:
    """Add a line below the last one of a value, behind the comment on that."""
    end = text.find("\n", span.end)
    newline = _newline(text)
    if end < 0:
        return f"{text}{newline}{margin}{line}{newline}"
    return f"{text[: end + 1]}{margin}{line}{newline}{text[end + 1 :]}"


def _margin(text: str, at: int) -> str:
    """Return as many spaces as stand before a place of its line, dashes counted as spaces."""
    before = text[_line_start(text, at) : at]
    return " " * len("".join(takewhile(lambda character: character in " -", before)))


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
