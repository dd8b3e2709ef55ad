"""What a template may say: plain texts, numbers, lists and mappings, all of it data."""

import re
from collections.abc import Iterator, Mapping
from itertools import count

from pilotkit.report.document import Block, Document, Heading
from pilotkit.report.escape import one_line

Plain = str | int | float | list["Plain"] | dict[str, "Plain"]

BODY, CONTENTS = "body", "contents"
# No text of ours holds this character: `visible` writes it out. So no data looks like a mark.
_EDGE = "\ue000"
MARK = re.compile(rf"{_EDGE}(body|contents|section_[1-9][0-9]*){_EDGE}")


def context_of(document: Document, figures: Mapping[str, str | int | float]) -> dict[str, Plain]:
    """Return the names that a template may use, each with what stands behind it."""
    day = document.day
    written = f"{day.year}年{day.month}月{day.day}日" if day and document.lang == "zh" else str(day)
    return {
        "title": one_line(document.title),
        "subtitle": one_line(document.subtitle),
        "day": written if day else "",
        "facts": [
            {"label": one_line(fact.label), "text": one_line(fact.text)} for fact in document.facts
        ],
        "notices": [one_line(notice) for notice in document.notices],
        "stamp": [one_line(line) for line in document.stamp],
        "figures": dict(figures),
        **{name: mark_of(name) for name in (CONTENTS, *pieces_of(document))},
    }


def mark_of(name: str) -> str:
    """Return what stands in the place of blocks until they are written."""
    return f"{_EDGE}{name}{_EDGE}"


def pieces_of(document: Document) -> dict[str, tuple[Block, ...]]:
    """Return what a template may place: the body, and each of its sections of the first level.

    A section that has a place of its own is no part of the body.
    """
    return {BODY: document.blocks, **dict(_sections(document))}


def _sections(document: Document) -> Iterator[tuple[str, tuple[Block, ...]]]:
    serial = count(1)
    section: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            if section:
                yield f"section_{next(serial)}", tuple(section)
            section = [block]
        elif section:
            section.append(block)
    if section:
        yield f"section_{next(serial)}", tuple(section)
