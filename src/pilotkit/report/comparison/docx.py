"""The parts of a Word file, whoever saved it last: text, tables, pictures; changes as accepted."""

import hashlib
from collections.abc import Iterator, Mapping
from zipfile import ZipFile

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from pilotkit.disk.package import open_package
from pilotkit.report.comparison.parts import Drawing, Grid, Line, Part

_BODY = "word/document.xml"
_RELATIONS = "word/_rels/document.xml.rels"
_BREAKS = frozenset({qn("w:tab"), qn("w:br"), qn("w:cr")})
_INSIDE = frozenset({qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")})
_GONE = frozenset({qn("w:del"), qn("w:moveFrom"), qn("w:drawing"), qn("w:pict")})
_OF_FIELDS = frozenset({qn("w:fldChar"), qn("w:instrText")})
_PAGE = "PAGEREF"


def read(content: bytes) -> list[Part]:
    """Read what stands between the margins.

    Raises:
        BadZipFile, KeyError, ValueError: it is no Word file, or not safe to unpack.
    """
    with open_package(content) as package:
        body = parse_xml(package.read(_BODY)).find(qn("w:body"))
        pictures = _pictures(package)
    return list(_parts(body, pictures))


def _pictures(package: ZipFile) -> Mapping[str, str]:
    """Return the SHA-256 of each picture by the id under which the text refers to it."""
    names = set(package.namelist())
    if _RELATIONS not in names:
        return {}
    targets = {
        one.get("Id", ""): f"word/{one.get('Target', '')}"
        for one in parse_xml(package.read(_RELATIONS))
        if isinstance(one.tag, str) and "/media/" in f"/{one.get('Target', '')}"
    }
    return {
        id_: hashlib.sha256(package.read(name)).hexdigest()
        for id_, name in targets.items()
        if name in names
    }


def _parts(parent: BaseOxmlElement, pictures: Mapping[str, str]) -> Iterator[Part]:
    for child in parent:
        if child.tag == qn("w:p"):
            if text := _text(child):
                yield Line(text)
            for one in child.iter(qn("a:blip")):
                yield Drawing(pictures.get(one.get(qn("r:embed"), ""), ""))
        elif child.tag == qn("w:tbl"):
            yield Grid(tuple(_row(one) for one in child.iter(qn("w:tr"))))
        elif child.tag in _INSIDE:
            yield from _parts(child, pictures)


def _row(row: BaseOxmlElement) -> tuple[str, ...]:
    """Return a text for each column; a field that reaches further is followed by empty ones."""
    texts: list[str] = []
    for field in row.iterchildren(qn("w:tc")):
        span = field.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        width = span.get(qn("w:val"), "1") if span is not None else "1"
        texts.append(" ".join(filter(None, map(_text, field.iter(qn("w:p"))))))
        texts += [""] * (min(int(width), 100) - 1 if width.isdecimal() else 0)
    return tuple(texts)


def _text(paragraph: BaseOxmlElement) -> str:
    return " ".join("".join(_pieces(paragraph, [])).split())


def _pieces(parent: BaseOxmlElement, fields: list[str]) -> Iterator[str]:
    """Yield what is written, but no numbers of pages: Word puts them in anew.

    `fields` are what the fields around say, the innermost last.
    """
    for child in parent:
        if child.tag == qn("w:t"):
            if not any(one.split()[:1] == [_PAGE] for one in fields):
                yield child.text or ""
        elif child.tag in _BREAKS:
            yield " "
        elif child.tag in _OF_FIELDS:
            _follow(child, fields)
        elif child.tag not in _GONE:
            yield from _pieces(child, fields)


def _follow(mark: BaseOxmlElement, fields: list[str]) -> None:
    if mark.tag == qn("w:instrText"):
        if fields:
            fields[-1] += mark.text or ""
    elif mark.get(qn("w:fldCharType")) == "begin":
        fields.append("")
    elif mark.get(qn("w:fldCharType")) == "end" and fields:
        fields.pop()
