"""A template looked at as a whole, without the data being printed: what is wrong, and where."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx

from pilotkit.disk.package import open_package
from pilotkit.model.sentence import Sentence
from pilotkit.report.word.template.context import BODY, mark_of
from pilotkit.report.word.template.dangers import dangers
from pilotkit.report.word.template.environment import environment
from pilotkit.report.word.template.places import Place, places_of
from pilotkit.report.word.template.tags import Tags, troubled

_ASKED = {
    "notices": Sentence("（试点是虚构的等说明）", "(that a pilot is invented, for one)"),
    "stamp": Sentence("（截至日期、数据版本、所用模板）", "(day, revision, template)"),
}


def find_faults(content: bytes, context: dict[str, Any]) -> list[Sentence]:
    """Return what is wrong: what reaches outside, tags, unknown names, names that are missing."""
    with open_package(content) as package:
        found = list(dangers(package))
    places = list(places_of(docx.Document(BytesIO(content))))
    tags = Tags(environment(), context)
    for index, place in enumerate(places):
        tags.read(index, place.text)
    for one in troubled(tags):
        said = places[one.place].said
        found.append(Sentence(f"{said.zh}：{one.sentence.zh}", f"{said.en}: {one.sentence.en}"))
    return [*found, *_misplaced(places, context), *_missing(tags.used)]


def _misplaced(places: list[Place], context: dict[str, Any]) -> Iterator[Sentence]:
    """Name the places where blocks cannot be written: among other words, in a table, in a head."""
    for place in places:
        for name in (one for one, value in context.items() if value == mark_of(one)):
            inside = place.text.replace(" ", "")
            tag = f"{{{{{name}}}}}"
            if tag in inside and not (place.lone and inside == tag):
                yield Sentence(
                    f"{place.said.zh}：{{{{ {name} }}}} 要单独成段，不能放在表格、页眉、文本框里",
                    f"{place.said.en}: {{{{ {name} }}}} must be a paragraph of its own",
                )


def _missing(used: set[str]) -> Iterator[Sentence]:
    if BODY not in used:
        yield Sentence("缺少 {{ body }}：正文没有地方放", "no {{ body }}: the text has no place")
    for name, what in _ASKED.items():
        if name not in used:
            yield Sentence(
                f"缺少 {name}{what.zh}，写出时会自动补上",
                f"no {name} {what.en}; it will be added",
            )
