"""A PDF is read back: the words of the Word file, bookmarks, pages, and texts that stay texts."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PageObject, PdfReader
from pypdf.generic import Destination

from pilotkit.model.fault import Fault
from pilotkit.report.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Figure,
    Heading,
    Note,
    Paragraph,
    Row,
    Table,
    heads,
    merged,
    numbered,
    row,
)
from pilotkit.report.escape import one_line
from pilotkit.report.format import Setting
from pilotkit.report.formats import docx as word
from pilotkit.report.formats.pdf import render
from pilotkit.report.report import Report
from pilotkit.report.reports import REPORTS
from pilotkit.report.typesetting import fonts
from pilotkit.report.typesetting.glyphs import characters
from small_pilot import case_of
from wide_table import WIDE, WITHIN_TEXT

EVIL = (
    '=1+1 #set page(width: 1pt) #read("/etc/passwd") $x$ `a` *b* _c_ \\ </w:t> {{7*7}} <a> @b //c'
)
CASE = case_of()
# The reports that are documents, not only drawings.
PAPERS = [one for one in REPORTS if "docx" in one.formats]
MARK = "●"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 {0}" width="40" height="{0}"></svg>'


def of(*blocks: Block, landscape: bool = False) -> Document:
    return Document(
        "x", "标题", "zh", (), numbered(blocks, "zh"), landscape=landscape, day=date(2022, 12, 31)
    )


def opened(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


def running_text(page: PageObject) -> str:
    """Return what a page says itself: no page number, no head of a table that is repeated."""
    inside: list[bool] = []
    said: list[str] = []

    def enter(operator: bytes, operands: list[object], *_: object) -> None:
        if operator in {b"BDC", b"BMC"}:
            inside.append(str(operands[0]) == "/Artifact")
        elif operator == b"EMC":
            inside.pop()

    def take(text: str, *_: object) -> None:
        if not any(inside):
            said.append(text)

    page.extract_text(visitor_operand_before=enter, visitor_text=take)
    return "".join(said)


def words(text: str) -> str:
    """Drop what only lays out: spaces, marks of lists, places where a word may break."""
    return re.sub(r"[\s\u200b•]", "", text)


def comparable(document: Document) -> Document:
    """Drop what the two number by themselves, and the drawings; mark where headings stand."""
    kept = (one for one in document.blocks if not isinstance(one, Figure))
    return replace(
        document,
        blocks=tuple(
            replace(one, number="", text=f"{MARK}{one.text}") if isinstance(one, Heading) else one
            for one in kept
        ),
    )


def of_word(document: Document) -> str:
    """Return what a Word file says behind its head and its contents."""
    file = docx.Document(BytesIO(word.render(document)))
    texts = file.element.body.xpath(
        "(.//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'Heading')])[1]//w:t"
        " | (.//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'Heading')])[1]/following::w:t"
        if any(document.headings())
        else ".//w:t"
    )
    return words("".join(one.text or "" for one in texts))


def of_pdf(document: Document) -> str:
    """Return what a PDF says behind its head and its contents."""
    reader = opened(render(document))
    first = next(document.headings(), None)
    start = reader.outline[0] if first else None
    at = reader.get_destination_page_number(start) if isinstance(start, Destination) else 0
    text = words("".join(running_text(page) for page in reader.pages[at or 0 :]))
    return text[text.index(MARK) :] if first else text


@pytest.mark.parametrize("one", PAPERS, ids=lambda one: one.name)
def test_a_pdf_says_what_the_word_file_says(one: Report) -> None:
    document = comparable(one.build(CASE))
    on_paper, in_word = of_pdf(document), of_word(document)
    assert Counter(on_paper) == Counter(in_word)
    merges = any(
        cell and (cell.down > 1 or cell.across > 1)
        for table in document.blocks
        if isinstance(table, Table)
        for line in [*heads(table.columns), *table.rows]
        for cell in line.cells
    )
    # A merged cell is written where it ends, not where it begins.
    assert merges or on_paper == in_word


@pytest.mark.parametrize("one", PAPERS, ids=lambda one: one.name)
def test_bookmarks_are_the_headings(one: Report) -> None:
    document = one.build(CASE)
    reader = opened(render(document))
    heads_ = [words(b.number + b.text) for b in document.blocks if isinstance(b, Heading)]
    assert [words(title) for title in bookmarks(reader.outline)] == heads_
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == (one_line(document.title), "pilotkit")


def bookmarks(outline: list[Any]) -> list[str]:
    """Return the titles of an outline in their order, whatever their level."""
    found: list[str] = []
    for one in outline:
        found += bookmarks(one) if isinstance(one, list) else [str(one.title)]
    return found


@pytest.mark.parametrize("name", ["self-evaluation", "score-sheet", "framework"])
def test_the_same_input_is_the_same_bytes(name: str) -> None:
    document = next(one for one in REPORTS if one.name == name).build(CASE)
    content = render(document)
    assert render(document) == content
    assert b"D:20221231" in content
    assert b"1980" in render(replace(of(Paragraph("文")), day=None))


@pytest.mark.parametrize("one", PAPERS, ids=lambda one: one.name)
def test_hostile_text_stays_text(one: Report) -> None:
    reader = opened(render(one.build(case_of(said=EVIL))))
    said = "".join(words(page.extract_text()) for page in reader.pages)
    assert words(EVIL) in said


@given(st.text(min_size=1, max_size=30))
@settings(max_examples=25)
def test_any_text_comes_out(text: str) -> None:
    table = Table(text, (Column(text), Column("b", group=text)), (row(text, "2"),))
    blocks = (Heading(1, text), Paragraph(text), Bullets((text,)), table, Note(text))
    document = replace(of(*blocks), title=text * 20, notices=(text,), stamp=(text,))
    assert opened(render(document)).pages


def test_what_no_font_can_show_is_written_by_its_number() -> None:
    document = of(Paragraph("名𠮷字"), Figure("图", SVG.format(9)))
    said = "".join(words(page.extract_text()) for page in opened(render(document)).pages)
    assert "名〔U+20BB7〕字" in said
    assert "没有字体能显示的字符写作其编码：U+20BB7；可用--font-path" in said
    english = opened(render(replace(document, lang="en"))).pages[0].extract_text()
    assert "Characters that no font has are written by number: U+20BB7" in english


def sizes(document: Document) -> list[tuple[int, int]]:
    """Return the pages of a document in millimetres."""
    pages = opened(render(document)).pages
    return [
        (round(p.mediabox.width / 72 * 25.4), round(p.mediabox.height / 72 * 25.4)) for p in pages
    ]


UPRIGHT, TURNED = (210, 297), (297, 210)


def test_a_wide_table_stands_on_a_page_of_its_own_turned() -> None:
    assert sizes(of(*WITHIN_TEXT)) == [UPRIGHT, TURNED, UPRIGHT]
    assert sizes(of(*WITHIN_TEXT, landscape=True)) == [TURNED]


def test_page_numbers_stand_outside() -> None:
    pages = opened(render(of(*(Paragraph("文" * 400) for _ in range(5))))).pages
    lasts = [page.extract_text(extraction_mode="layout").splitlines()[-1] for page in pages]
    assert [words(one) for one in lasts] == [f"—{n}—" for n in range(1, len(pages) + 1)]
    indents = [len(one) - len(one.lstrip()) for one in lasts]
    assert indents[0] > 20
    assert indents[1] < 5


def test_heads_are_repeated_and_rows_stay_whole() -> None:
    long = Table(
        "", (Column("甲头"), Column("乙头")), tuple(row(f"行{n}", "文" * 200) for n in range(30))
    )
    pages = opened(render(of(long))).pages
    assert len(pages) > 2
    for page in pages:
        text = words(page.extract_text())
        assert "甲头乙头" in text
        # 30 rows of the same length: on no page stands a part of one.
        assert text.count("文") % 200 == 0


def test_a_row_that_is_higher_than_a_page_goes_on_behind_it() -> None:
    long = Table("", (Column("甲"), Column("乙")), (row("行", "文" * 3000),))
    pages = opened(render(of(long))).pages
    assert sum(page.extract_text().count("文") for page in pages) == 3000


def test_merged_cells_and_totals() -> None:
    columns = (Column("甲", width=30), Column("子一", group="合"), Column("子二", group="合"))
    rows = merged([row("同", "1", "2"), row("同", "3", "4")], 1)
    total = Row((Cell("计", across=2), None, Cell("6", tone="bad")), total=True)
    text = words(running_text(opened(render(of(Table("题", columns, (*rows, total))))).pages[0]))
    assert Counter(text) == Counter("标题题甲合子一子二同1234计6")


def test_contents_name_the_pages_of_long_documents() -> None:
    blocks = [piece for n in "甲乙丙丁戊己" for piece in (Heading(1, n), Paragraph("文" * 700))]
    first, *_ = opened(render(of(*blocks))).pages
    lines = re.sub(r"[ .]+", " ", first.extract_text())
    assert "目" in lines
    assert "一、甲 2" in lines
    assert "目" not in opened(render(of(*blocks[:10]))).pages[0].extract_text()


def test_contents_and_turned_pages_begin_new_ones_as_in_word() -> None:
    assert sizes(of(WIDE)) == [UPRIGHT, TURNED]
    assert sizes(of(Paragraph("文"), Heading(1, "甲表", annex=True))) == [UPRIGHT, UPRIGHT]


def test_a_figure_is_drawn_and_fits_the_page() -> None:
    tall = Figure(
        "高图",
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 4000" width="40"'
        ' height="4000"><text x="0" y="40">字</text></svg>',
    )
    broken = Figure("无尺寸", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"></svg>')
    text = opened(render(of(tall, broken))).pages[0].extract_text()
    assert "高图" in text


def test_a_figure_takes_what_is_left_of_a_page_if_it_is_not_too_small_there() -> None:
    words, figure = [Paragraph("文字")] * 6, Figure("图", SVG.format(560))
    assert len(opened(render(of(*words, figure))).pages) == 1
    (shown,) = docx.Document(BytesIO(word.render(of(*words, figure)))).inline_shapes
    assert 0.66 * 420 <= shown.height.pt < 420
    assert len(opened(render(of(*words * 2, figure))).pages) == 2
    (whole,) = docx.Document(BytesIO(word.render(of(*words * 2, figure)))).inline_shapes
    assert round(whole.height.pt) == 420


def test_without_the_library_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pilotkit.report.typesetting.fonts.find_spec", lambda _: None)
    fonts.letters.cache_clear()
    with pytest.raises(Fault) as raised:
        render(of(Paragraph("文")))
    assert "pilot doctor" in raised.value.sentence.zh


def test_without_any_font_one_line_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(
        "pilotkit.report.typesetting.fonts.find_spec",
        lambda name: find_spec(name) if name == "typst" else None,
    )
    with pytest.raises(Fault) as raised:
        render(of(Paragraph("文")), Setting(fonts=(str(tmp_path),)))
    assert "--font-path" in raised.value.sentence.zh


def test_a_file_that_is_no_font_has_no_letters(tmp_path: Path) -> None:
    for content in (b"", b"no font", b"ttcf" + bytes(12), bytes(12)):
        (tmp_path / "x.otf").write_bytes(content)
        assert characters(tmp_path / "x.otf") == frozenset()
    assert characters(tmp_path / "missing.otf") == frozenset()
