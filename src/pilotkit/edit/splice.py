"""Changing a YAML file in one place: all other characters stay as their author wrote them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, NamedTuple

import yaml

from pilotkit.edit.yaml_text import flow, scalar
from pilotkit.model.location import Route


class Span(NamedTuple):
    """From which character to which a value is written; `inline`: in braces or brackets."""

    start: int
    end: int
    inline: bool = False


@dataclass
class _Open:
    route: Route
    start: int
    inline: bool
    mapping: bool
    key: str | None = None
    count: int = 0
    end: int = 0


def spans_of(text: str) -> dict[Route, Span]:
    """Find every value of a file that our loader has read without a fault."""
    spans: dict[Route, Span] = {}
    around: list[_Open] = []
    events: Iterator[Any] = yaml.parse(text, Loader=yaml.CSafeLoader)
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            closed = around.pop()
            end = _end(event) if closed.inline else closed.end
            spans[closed.route] = Span(closed.start, end, closed.inline)
            _reached(around, end)
        elif isinstance(event, yaml.NodeEvent):
            _node(event, text, around, spans)
    return spans


def _end(event: Any) -> int:
    return int(event.end_mark.index)


def _node(event: Any, text: str, around: list[_Open], spans: dict[Route, Span]) -> None:
    start = event.start_mark.index
    if around and around[-1].mapping and around[-1].key is None:
        around[-1].key = event.value
        _reached(around, _end(event))
        return
    route = _next_route(around)
    if isinstance(event, yaml.CollectionStartEvent):
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        around.append(_Open(route, start, bool(event.flow_style), is_mapping, end=start))
        return
    # The mark of a block scalar stands behind the blank lines that follow it.
    end = start + len(text[start : _end(event)].rstrip())
    spans[route] = Span(start, end)
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
    """Put a scalar at a route where there is one, or as a new key into the mapping above it."""
    spans = spans_of(text)
    *above, key = route
    mapping = spans[tuple(above)]
    if route in spans:
        start, end, _ = spans[route]
        return text[:start] + (flow if mapping.inline else scalar)(value) + text[end:]
    if mapping.inline:
        return _into_brackets(text, mapping, f"{key}: {flow(value)}")
    return _below(text, mapping, _margin(text, mapping.start), f"{key}: {scalar(value)}")


def with_item(text: str, key: str, item: Any) -> str:
    """Add an item, written on one line, to the list at a key of the file itself."""
    spans = spans_of(text)
    written = spans.get((key,))
    if written and written.inline:
        return _into_brackets(text, written, flow(item))
    if (key, 0) in spans and written:
        before = text[: spans[key, 0].start]
        dash = before.rindex("-")
        return _below(text, written, _margin(text, dash), f"- {flow(item)}")
    line = f"{_newline(text)}- {flow(item)}"
    if written:  # nothing, or null
        return text[: written.start] + line + text[written.end :]
    return _below(text, spans[()], "", f"{key}:{line}")


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
    before = text[text.rfind("\n", 0, at) + 1 : at]
    return " " * len("".join(takewhile(lambda character: character in " -", before)))


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
