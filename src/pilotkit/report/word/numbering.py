"""Numbers of headings as lists that Word counts itself: 一、（一）1.（1） or 1.1."""

from collections.abc import Iterable
from typing import NamedTuple

from docx.document import Document as Word
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from pilotkit.model.sentence import Lang


class Level(NamedTuple):
    """A level of a list: the style that is counted, in which figures, written how, what follows."""

    style: str
    figures: str
    written: str
    follows: str = "nothing"
    start: int = 1


_CHINESE = (
    Level("Heading 1", "chineseCountingThousand", "%1、"),
    Level("Heading 2", "chineseCountingThousand", "（%2）"),
    Level("Heading 3", "decimal", "%3."),
    Level("Heading 4", "decimal", "（%4）"),
)
_ENGLISH = tuple(
    Level(f"Heading {one}", "decimal", ".".join(f"%{upper + 1}" for upper in range(one)), "space")
    for one in range(1, 5)
)
_NONE = 0


def number_headings(word: Word, lang: Lang) -> None:
    """Let Word count the headings, as the language has it."""
    number_styles(word, _CHINESE if lang == "zh" else _ENGLISH)


def number_styles(word: Word, levels: Iterable[Level]) -> int:
    """Bind the levels of a new list to styles, and return its number."""
    lists = word.part.numbering_part.element
    number = 1 + max((int(one.get(qn("w:numId"))) for one in lists.iter(qn("w:num"))), default=0)
    styles = {(one.name or "").lower(): one for one in word.styles}
    kinds = list(lists.iter(qn("w:abstractNum")))
    kind = 1 + max((int(one.get(qn("w:abstractNumId"))) for one in kinds), default=-1)
    abstract = _element("w:abstractNum", {"abstractNumId": kind})
    abstract.append(_element("w:multiLevelType", {"val": "multilevel"}))
    for place, level in enumerate(levels):
        style = styles[level.style.lower()]
        abstract.append(_level(place, level, style.style_id))
        properties = style.element.get_or_add_pPr()
        numbered = properties.get_or_add_numPr()
        numbered.get_or_add_ilvl().val = place
        numbered.get_or_add_numId().val = number
    # All kinds of lists stand before the lists.
    lists.insert(len(kinds), abstract)
    lists.append(_num(number, kind))
    return number


def is_numbered(style: BaseOxmlElement | None) -> bool:
    """Say whether Word counts the paragraphs of a style."""
    found = None if style is None else style.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
    return found is not None and found.get(qn("w:val")) != str(_NONE)


def leave_out(paragraph: BaseOxmlElement) -> None:
    """Take a paragraph out of the list that its style is counted in."""
    paragraph.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = _NONE


def _num(number: int, kind: int) -> BaseOxmlElement:
    made = _element("w:num", {"numId": number})
    made.append(_element("w:abstractNumId", {"val": kind}))
    return made


def _level(place: int, level: Level, style: str) -> BaseOxmlElement:
    made = _element("w:lvl", {"ilvl": place})
    for name, value in (
        ("start", level.start),
        ("numFmt", level.figures),
        ("pStyle", style),
        ("suff", level.follows),
        ("lvlText", level.written),
        ("lvlJc", "left"),
    ):
        made.append(_element(f"w:{name}", {"val": value}))
    return made


def _element(name: str, said: dict[str, object]) -> BaseOxmlElement:
    made = OxmlElement(name)
    for key, value in said.items():
        made.set(qn(f"w:{key}"), str(value))
    return made
