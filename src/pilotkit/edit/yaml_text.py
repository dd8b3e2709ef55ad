"""Values → YAML as we read it: what a reader of any YAML would retype stands in quotes."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from pilotkit.model.values import Plain

# Plain text of these shapes means something else to some YAML, 1.1 or 1.2; it is quoted.
_RETYPED = re.compile(
    r"[-+.0-9&*!|>%@`\"'#,?:{}\[\]].*|.*: .*|.* #.*|.*:"
    r"|~|null|true|false|yes|no|on|off|y|n|=|<<",
    re.IGNORECASE,
)
_FIELD = re.compile(r"[a-z_]+")
_ENDS_FLOW = re.compile(r"[,\[\]{}]")


def scalar(value: Any) -> str:
    """Write one value."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | date | Plain):  # a number as somebody wrote it stays one
        return str(value)
    text = str(value)
    plain = text == text.strip() and text.isprintable() and not _RETYPED.fullmatch(text)
    return text if text and plain else _quoted(text)


def block(data: Mapping[str, Any]) -> str:
    """Write a mapping in block style, lists of records one a line; keys keep their order."""
    lines: list[str] = []
    for key, value in data.items():
        if value is None or value in ((), [], {}):
            continue
        if isinstance(value, Mapping):
            lines.append(f"{key}: {flow(value)}")
        elif isinstance(value, Sequence) and not isinstance(value, str):
            lines.append(f"{key}:")
            lines += [f"- {flow(one)}" for one in value]
        else:
            lines.append(f"{key}: {scalar(value)}")
    return "".join(f"{line}\n" for line in lines)


def pair(key: str, written: str) -> str:
    """Write a key with its value; what is no name of a field is written as any other text."""
    return f"{key if _FIELD.fullmatch(key) else flow(key)}: {written}"


def flow(value: Any) -> str:
    """Write a value as it stands inside braces or brackets, on one line."""
    if isinstance(value, Mapping):
        inner = ", ".join(pair(key, flow(one)) for key, one in value.items() if one is not None)
        return f"{{{inner}}}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(map(flow, value))}]"
    # Inside braces and brackets these end a plain value.
    if isinstance(value, str) and _ENDS_FLOW.search(value):
        return _quoted(value)
    return scalar(value)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    escaped = escaped.replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")
    return f'"{escaped}"'
