"""Records as text: one plain form of YAML, written the same on every machine."""

import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from shutil import rmtree
from typing import Any

# Text that YAML reads as text although it has no quotes.
_PLAIN = re.compile(
    r"[0-9A-Za-z\u2018-\u201d\u3008-\u300f\u4e00-\u9fff（〔“《][^\n\t\"'{}\[\],&*!|>%@`]*"
)
_TYPED = re.compile(r"true|false|null|~|-?[0-9][0-9_.]*(e[+-]?[0-9]+)?", re.IGNORECASE)
_WIDTH = 96


def scalar(value: Any) -> str:
    """Write one value: typed where it is a number, a day or a truth, else text."""
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, int | Decimal | date):
        return str(value)
    text = str(value)
    if (
        _PLAIN.fullmatch(text)
        and not _TYPED.fullmatch(text)
        and not text.endswith((" ", ":"))
        and not any(mark in text for mark in (": ", " #"))
    ):
        return text
    return json.dumps(text, ensure_ascii=False)


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_flow, value)) + "]"
    text = scalar(value)
    return text if text.startswith('"') or "," not in text else json.dumps(text, ensure_ascii=False)


def _fits(value: Any, used: int) -> bool:
    if isinstance(value, dict) and any(isinstance(each, dict | list) for each in value.values()):
        return False
    return used + len(_flow(value)) <= _WIDTH


def _lines(value: Any, indent: int) -> list[str]:
    pad = "  " * indent
    lines: list[str] = []
    if isinstance(value, dict):
        for key, each in value.items():
            lines += _entry(f"{pad}{key}:", each, indent + (not isinstance(each, list)))
    else:
        for each in value:
            if isinstance(each, dict) and not _fits(each, len(pad) + 2):
                first, *rest = _lines(each, indent + 1)
                lines += [f"{pad}- {first.strip()}", *rest]
            else:
                lines.append(f"{pad}- {_flow(each)}")
    return lines


def _entry(head: str, value: Any, indent: int) -> list[str]:
    if not isinstance(value, dict | list):
        return [f"{head} {scalar(value)}"]
    flat = isinstance(value, dict) or not any(isinstance(each, dict | list) for each in value)
    if not value or (flat and _fits(value, len(head) + 1)):
        return [f"{head} {_flow(value)}"]
    return [head, *_lines(value, indent)]


def as_yaml(record: dict[str, Any], comment: str = "") -> bytes:
    """Write a record; what is None or empty is left out."""
    kept = {
        key: each for key, each in record.items() if each is not None and each not in ([], {}, ())
    }
    head = f"# {comment}\n" if comment else ""
    return (head + "\n".join(_lines(kept, 0)) + "\n").encode()


def as_markdown(head: dict[str, Any], body: str) -> bytes:
    """Write a standard: front matter and text."""
    return b"---\n" + as_yaml(head) + b"---\n" + body.encode()


def write_out(root: Path, files: dict[str, bytes]) -> None:
    """Write all files below a folder that is emptied first."""
    if root.exists():
        rmtree(root)
    for path, content in sorted(files.items()):
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
