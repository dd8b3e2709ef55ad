"""Fields: what Word works out itself, with what they show until it does."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def simple_field(instruction: str, shown: str) -> list[BaseOxmlElement]:
    """Return the runs of a field that shows this text."""
    runs = [_mark("begin"), _instruction(instruction), _mark("separate")]
    if shown:
        run, text = OxmlElement("w:r"), OxmlElement("w:t")
        text.text = shown
        run.append(text)
        runs.append(run)
    return [*runs, _mark("end")]


def fill_field(first: CT_P, last: CT_P, instruction: str) -> None:
    """Put a field around paragraphs, to be worked out anew when Word opens the file."""
    begin = _mark("begin")
    begin[0].set(qn("w:dirty"), "true")
    opening = [begin, _instruction(instruction), _mark("separate")]
    place = 0 if first.pPr is None else 1
    for offset, run in enumerate(opening):
        first.insert(place + offset, run)
    last.append(_mark("end"))


def _mark(kind: str) -> BaseOxmlElement:
    run, mark = OxmlElement("w:r"), OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    run.append(mark)
    return run


def _instruction(text: str) -> BaseOxmlElement:
    run, said = OxmlElement("w:r"), OxmlElement("w:instrText")
    said.set(_SPACE, "preserve")
    said.text = f" {text} "
    run.append(said)
    return run
