"""A Word file as bytes that say nothing of the hour and the machine it was made on."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as Word
from docx.oxml.ns import qn

from pilotkit.report.document import Document
from pilotkit.report.escape import one_line
from pilotkit.report.made_on import made_on

_UNIX = 3
_NOT_OURS = ("/stylesWithEffects", "/thumbnail")
# Word refuses longer properties.
_LONGEST = 255


def empty_file() -> Word:
    """Return an empty file without what is not ours, or what Word would offer to repair."""
    word = docx.Document()
    for relations in (word.part.rels, word.part.package.rels):
        for id_ in [id_ for id_, one in relations.items() if one.reltype.endswith(_NOT_OURS)]:
            del relations[id_]
    for zoom in word.settings.element.iter(qn("w:zoom")):
        zoom.set(qn("w:percent"), "100")
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    return word


def set_properties(word: Word, document: Document) -> None:
    """Say what the file is; its dates are the day of the data."""
    properties = word.core_properties
    properties.title = one_line(document.title)[:_LONGEST]
    properties.subject = one_line(document.subtitle)[:_LONGEST]
    properties.author = properties.last_modified_by = "pilotkit"
    properties.comments = properties.keywords = ""
    properties.revision = 1
    properties.language = "zh-CN" if document.lang == "zh" else "en"
    properties.created = properties.modified = made_on(document.day)


def pack(word: Word) -> bytes:
    """Return the file, every part of it with the same fixed date."""
    saved, packed = BytesIO(), BytesIO()
    word.save(saved)
    with ZipFile(saved) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for part in source.infolist():
            entry = ZipInfo(part.filename, made_on(None).timetuple()[:6])
            entry.compress_type, entry.create_system = ZIP_DEFLATED, _UNIX
            target.writestr(entry, source.read(part))
    return packed.getvalue()
