"""What a Word file must not bring: anything that reaches outside of it, or runs."""

import re
from collections.abc import Iterator
from zipfile import ZipFile

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from pilotkit.model.sentence import Sentence
from pilotkit.report.escape import one_line

_LINK = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_RUNS = re.compile(r"word/(?:vbaProject\.bin|embeddings/.*|activeX/.*)", re.IGNORECASE)
_FIELD = re.compile(
    r"\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|EMBED|DATABASE|MACROBUTTON|RD)\b",
    re.IGNORECASE,
)
_SHOWN = 60


def dangers(package: ZipFile) -> Iterator[Sentence]:
    """Yield what makes a file unfit to be handed on."""
    for name in package.namelist():
        if _RUNS.fullmatch(name):
            yield Sentence(
                f"含有宏或嵌入对象：{one_line(name)}", f"runs or embeds: {one_line(name)}"
            )
        elif name.endswith(".rels"):
            yield from _outside(parse_xml(package.read(name)))
        elif name.startswith("word/") and name.endswith(".xml"):
            yield from _fields(parse_xml(package.read(name)))


def _outside(relations: BaseOxmlElement) -> Iterator[Sentence]:
    for one in relations.iter():
        target, kind = one.get("Target", ""), one.get("Type", "").rpartition("/")[2]
        if kind in {"aFChunk", "subDocument"} or (
            one.get("TargetMode", "").lower() == "external"
            and not (kind == "hyperlink" and _LINK.match(target))
        ):
            shown = one_line(target)[:_SHOWN]
            yield Sentence(
                f"引用了文件之外的内容：{shown}", f"reaches outside of the file: {shown}"
            )


def _fields(root: BaseOxmlElement) -> Iterator[Sentence]:
    """Look at the instructions of fields; one may be written in several pieces."""
    pieces: list[str] = []
    for one in root.iter(qn("w:instrText"), qn("w:fldChar"), qn("w:fldSimple")):
        if one.tag == qn("w:instrText"):
            pieces.append(one.text or "")
        else:
            pieces.append(f"\n{one.get(qn('w:instr'), '')}\n")
    for line in "".join(pieces).splitlines():
        if found := _FIELD.match(line):
            name = found[1].upper()
            yield Sentence(f"含有域 {name}，会读取别的文件", f"the field {name} reads other files")
