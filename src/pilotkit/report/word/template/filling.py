"""A document in the form that an office's own template gives it."""

from io import BytesIO
from zipfile import BadZipFile

import docx
from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from pilotkit.disk.confinement import RefusedError, confined
from pilotkit.disk.package import open_package
from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.document import Block, Document
from pilotkit.report.escape import one_line
from pilotkit.report.format import Setting, TemplateFault
from pilotkit.report.word.contents import entries_of, write_contents
from pilotkit.report.word.packing import pack, set_properties
from pilotkit.report.word.place import Place
from pilotkit.report.word.styles import NOTICE, STAMP, set_styles
from pilotkit.report.word.template.context import BODY, CONTENTS, context_of, mark_of, pieces_of
from pilotkit.report.word.template.packed import RENDER, checked
from pilotkit.report.word.template.places import places_of
from pilotkit.report.word.writing import write_blocks


def fill(document: Document, setting: Setting) -> bytes:
    """Write a document into a template.

    Raises:
        TemplateFault: the template cannot be used, and why.
    """
    content = setting.template or b""
    try:
        made = confined(RENDER, checked(content), context_of(document, dict(setting.figures)))
        open_package(made).close()
    except (RefusedError, BadZipFile) as error:
        raise _unusable(setting, error) from error
    word = docx.Document(BytesIO(made))
    _write_pieces(word, document, setting)
    _say_what_must_be_said(word, document)
    set_properties(word, document)
    return pack(word)


def _unusable(setting: Setting, error: Exception) -> TemplateFault:
    said = error.sentences[0] if isinstance(error, RefusedError) else Sentence("损坏", "damaged")
    return TemplateFault(
        Sentence(
            f"模板 {setting.template_name} 用不了：{said.zh}",
            f"the template {setting.template_name} cannot be used: {said.en}",
        ),
        Sentence(
            "pilot template check 看全部问题；--templates bundled 用随程序的",
            "pilot template check names all faults; --templates bundled uses the shipped one",
        ),
    )


def _write_pieces(word: Word, document: Document, setting: Setting) -> None:
    """Write the blocks where the template wants them; a section of its own leaves the body."""
    pieces = pieces_of(document)
    marks = _marks(word, (CONTENTS, *pieces))
    if BODY not in marks:
        raise _unusable(setting, RefusedError([_no_body()]))
    contents = marks.pop(CONTENTS, None)
    placed = {id(block) for name in marks if name != BODY for block in pieces[name]}
    pieces[BODY] = tuple(one for one in pieces[BODY] if id(one) not in placed)
    set_styles(word, keep=True)
    if contents is not None:
        _write_contents(Place(word, contents), [pieces[name] for name in marks], document.lang)
        _take_away(contents)
    for name, mark in marks.items():
        write_blocks(word, pieces[name], mark, document.lang)
        _take_away(mark)


def _write_contents(place: Place, pieces: list[tuple[Block, ...]], lang: Lang) -> None:
    """Write a table of contents on pages of its own, where there are headings enough for one."""
    if entries := entries_of([block for piece in pieces for block in piece], place.marks):
        write_contents(place, entries, lang)
        place.end_section(turned=place.turned)


def _no_body() -> Sentence:
    return Sentence(
        "没有单独成段的 {{ body }}，正文没有地方放",
        "{{ body }} is no paragraph of its own; the text has no place",
    )


def _marks(word: Word, names: tuple[str, ...]) -> dict[str, BaseOxmlElement]:
    """Find the paragraphs that are nothing but a mark; the first of each name."""
    found: dict[str, BaseOxmlElement] = {}
    by_mark = {mark_of(name): name for name in names}
    for paragraph in word.paragraphs:
        name = by_mark.get(paragraph.text.strip())
        if name:
            found.setdefault(name, paragraph._element)  # noqa: SLF001 - there is no public way
    return found


def _take_away(mark: BaseOxmlElement) -> None:
    """Remove the paragraph of a mark; one that ends a section stays, without its words."""
    if mark.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None:
        mark.getparent().remove(mark)
    else:
        for run in mark.findall(qn("w:r")):
            mark.remove(run)


def _say_what_must_be_said(word: Word, document: Document) -> None:
    """Add notices and small print that the template leaves out."""
    shown = "\n".join(place.text for place in places_of(word))
    body = word.element.body
    if any(one_line(line) not in shown for line in document.notices):
        place = Place(word, body[0])
        for notice in document.notices:
            place.paragraph(one_line(notice), NOTICE)
    if any(one_line(line) not in shown for line in document.stamp):
        place = Place(word)
        for line in document.stamp:
            place.paragraph(one_line(line), STAMP)
