"""What gives a Word file its order: counted headings, a filled table of contents, annexes."""

from importlib.util import find_spec
from io import BytesIO

import pytest
from docx.document import Document as Word
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from pypdf import PdfReader
from pypdf.generic import Destination

from pilotkit.report.document import Heading, Paragraph
from pilotkit.report.formats import pdf
from pilotkit.report.formats.docx import render
from pilotkit.report.typesetting import fonts
from word_file import counted_headings, lines_of_contents, of, opened, pages_of_contents, styled


def bookmarks(word: Word) -> dict[str, str]:
    """The text of the paragraph that each bookmark stands in."""
    return {
        mark.get(qn("w:name")): paragraph.text
        for paragraph in word.element.body.iter(qn("w:p"))
        for mark in paragraph.iter(qn("w:bookmarkStart"))
    }


SECTIONS = tuple(
    block
    for n in range(1, 7)
    for block in (Heading(1, f"章{n}"), Heading(2, f"节{n}"), Heading(3, "条"), Paragraph("文"))
)
ANNEXES = (Heading(1, "甲表", annex=True), Paragraph("一"), Heading(1, "乙表", annex=True))


def test_headings_are_counted_by_word_itself() -> None:
    blocks = (
        *(Heading(1, "甲"), Heading(2, "乙"), Heading(3, "丙"), Heading(4, "丁")),
        *(Heading(4, "戊"), Heading(1, "不计", counted=False), Heading(1, "己"), Heading(2, "庚")),
    )
    word = opened(render(of(*blocks)))
    assert counted_headings(word) == [
        *("一、甲", "（一）乙", "1.丙", "（1）丁", "（2）戊", "不计", "二、己", "（一）庚")
    ]


def test_english_headings_are_counted_in_figures() -> None:
    word = opened(render(of(Heading(1, "A"), Heading(2, "B"), Heading(3, "C"), lang="en")))
    assert counted_headings(word) == ["1 A", "1.1 B", "1.1.1 C"]


def test_the_table_of_contents_is_filled_and_leads_to_the_headings() -> None:
    word = opened(render(of(*SECTIONS, *ANNEXES)))
    lines = lines_of_contents(word)
    assert [text for text, _ in lines[:3]] == ["一、章1", "（一）节1", "二、章2"]
    assert [text for text, _ in lines[-2:]] == ["附件1 甲表", "附件2 乙表"]
    places = bookmarks(word)
    assert len(places) == len(set(places)) == 20
    for text, mark in lines:
        assert text.endswith(places[mark])
    fields = [one.text for one in word.element.body.iter(qn("w:instrText"))]
    assert fields[0] == ' TOC \\o "1-2" \\u \\h \\z '
    assert {one.split()[0] for one in fields[1:]} == {"PAGEREF"}
    assert word.sections[1].start_type == WD_SECTION.NEW_PAGE
    assert word.sections[1].footer.is_linked_to_previous


LONG = of(*(piece for n in range(8) for piece in (Heading(1, f"章{n}"), Paragraph("文" * 500))))


def test_contents_say_the_pages_that_headings_stand_on_in_the_pdf() -> None:
    reader = PdfReader(BytesIO(pdf.render(LONG)))
    pages = [
        str(1 + (reader.get_destination_page_number(one) or 0))
        for one in reader.outline
        if isinstance(one, Destination)
    ]
    assert pages == ["2", "2", "3", "4", "5", "6", "7", "8"]
    assert pages_of_contents(opened(render(LONG))) == pages


def test_without_typst_or_fonts_word_puts_the_pages_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pilotkit.report.typesetting.fonts.find_spec", lambda _: None)
    fonts.letters.cache_clear()
    word = opened(render(LONG))
    assert pages_of_contents(word) == [""] * 8
    (first, *_) = word.element.body.iter(qn("w:fldChar"))
    assert first.get(qn("w:dirty")) == "true"
    monkeypatch.undo()
    monkeypatch.setattr(
        "pilotkit.report.typesetting.fonts.find_spec",
        lambda name: find_spec(name) if name == "typst" else None,
    )
    fonts.letters.cache_clear()
    assert pages_of_contents(opened(render(LONG))) == [""] * 8
    fonts.letters.cache_clear()


def test_a_short_document_has_no_table_of_contents() -> None:
    assert not list(opened(render(of(*SECTIONS[:8]))).element.body.iter(qn("w:sdt")))


def test_a_long_one_lists_only_the_highest_headings() -> None:
    many = tuple(block for n in range(40) for block in (Heading(1, f"章{n}"), Heading(2, "节")))
    assert len(lines_of_contents(opened(render(of(*many))))) == 40


def test_annexes_are_named_below_the_body_and_begin_pages() -> None:
    word = opened(render(of(Heading(1, "题"), Paragraph("文"), *ANNEXES)))
    assert [one.text for one in word.paragraphs if one.text][2:] == [
        *("文", "附件：1. 甲表", "2. 乙表", "附件1", "甲表", "一", "附件2", "乙表")
    ]
    style = next(one.style for one in word.paragraphs if one.text == "附件1")
    assert style is not None
    assert style.element.find(f".//{qn('w:pageBreakBefore')}") is not None
    assert style.element.find(f".//{qn('w:rFonts')}").get(qn("w:eastAsia")) == "黑体"
    first, second = (
        one.paragraph_format.element.find(f".//{qn('w:ind')}")
        for one in word.paragraphs
        if one.style and one.style.name in {"附件说明", "附件说明续行"}
    )
    # A name that runs on, and the next one, stand below the first character of the first name.
    assert [first.get(qn(f"w:{key}Chars")) for key in ("left", "hanging")] == ["650", "450"]
    assert [second.get(qn(f"w:{key}Chars")) for key in ("left", "hanging")] == ["650", "150"]


def test_a_single_annex_has_no_number() -> None:
    word = opened(render(of(Paragraph("文"), Heading(1, "清单", annex=True))))
    assert styled(word, "附件说明", "附件", "附件标题") == ["附件：清单", "附件", "清单"]
    english = opened(render(of(Paragraph("a"), Heading(1, "List", annex=True), lang="en")))
    assert styled(english, "附件说明", "附件", "附件标题") == ["Annex: List", "Annex", "List"]
