"""The text that a new standard begins with: what GB/T 1.1 fixes, and the chapters of its kind.

Whatever only people know is left empty; the rules over texts name it until it is written.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pilotkit.check.contents import contents_of
from pilotkit.check.wording import DRAFTED, LEAD_IN, NOTHING, PATENTS
from pilotkit.model.repository import Repository
from pilotkit.text.structure import Element

_OWN_FIRST = 4


def skeleton(data: Mapping[str, Any], repository: Repository) -> str:
    """Write the text below the front matter of a standard that is new."""
    parts = [
        _chapter("前言", DRAFTED, PATENTS),
        _chapter("1 范围"),
        _chapter("2 规范性引用文件", *_references(data.get("citations") or (), repository)),
        _chapter("3 术语和定义", NOTHING[Element.TERMS]),
        *(
            _chapter(f"{number} {title}")
            for number, title in enumerate(chapters_of(data, repository), _OWN_FIRST)
        ),
    ]
    return "\n" + "\n".join(parts)


def chapters_of(data: Mapping[str, Any], repository: Repository) -> list[str]:
    """Return the titles of the chapters that its kind asks for; a limit stands in a chapter."""
    contents = contents_of(str(data.get("kind")), repository.files.bundled)
    elements = contents.elements if contents else ()
    return [element.name for element in elements if element.timed_in is None]


def _chapter(title: str, *paragraphs: str) -> str:
    return "\n".join(f"{one}\n" for one in (f"# {title}", *paragraphs))


def _references(numbers: Sequence[str], repository: Repository) -> Iterator[str]:
    if not numbers:
        yield NOTHING[Element.REFERENCES]
        return
    yield LEAD_IN
    for number in numbers:
        found = repository.standard_by_number(number)
        yield f"{number} {found.title}" if found else number
