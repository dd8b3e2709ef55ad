"""A Word file is read back: form of GB/T 9704, order, figures, and texts that stay texts."""

import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph
from hypothesis import given, settings
from hypothesis import strategies as st

from pilotkit.model.fault import Fault
from pilotkit.model.points import points_text
from pilotkit.report.document import (
    Cell,
    Column,
    Figure,
    Heading,
    Note,
    Paragraph,
    Row,
    Table,
    merged,
    row,
)
from pilotkit.report.escape import one_line
from pilotkit.report.formats.docx import render
from pilotkit.report.report import Report
from pilotkit.report.reports import REPORTS
from pilotkit.report.runner import make
from pilotkit.report.typesetting.plain import plain_block
from small_pilot import TEXTS, case_of
from wide_table import WIDE, WITHIN_TEXT
from word_file import counted_headings, everything, of, opened, styled

EVIL = "=1+1 </w:t><w:br/> {{7*7}}{% x %} \x00\x07\ufffe\u202e&amp; ]]> _x0041_"
CASE = case_of()
# The reports that are documents, not only drawings.
PAPERS = [one for one in REPORTS if "docx" in one.formats]
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 {0}" width="40" height="{0}"></svg>'


def made(one: Report) -> Word:
    (file,) = make(one, CASE, ["docx"])
    return opened(file.content)


def east_asian(word: Word, name: str) -> tuple[str | None, object, object]:
    style = word.styles[name]
    fonts = style.element.rPr.find(qn("w:rFonts"))
    assert not [key for key in fonts.attrib if "Theme" in key]
    return fonts.get(qn("w:eastAsia")), style.font.size, style.font.bold


@pytest.mark.parametrize("one", PAPERS, ids=lambda one: one.name)
def test_every_report_reads_back_in_its_order(one: Report) -> None:
    document, word = one.build(CASE), made(one)
    heads = [b for b in document.blocks if isinstance(b, Heading)]
    counted = [one_line(one.number + one.text) for one in heads if not one.annex]
    assert counted_headings(word) == counted
    assert styled(word, "附件标题") == [one_line(one.text) for one in heads if one.annex]
    assert styled(word, "Title") == [one_line(document.title)]
    assert styled(word, "小字") == [one_line(line) for line in document.stamp]
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert len(word.tables) == len(tables)
    text = everything(word)
    written = [line for t in tables for r in t.rows for c in r.cells if c for line in c.lines]
    assert [line for line in written if one_line(line) not in text] == []
    assert not re.search(r"\{\{|\{%|\{#", text)


@pytest.mark.parametrize("one", PAPERS, ids=lambda one: one.name)
def test_the_same_input_is_the_same_bytes(one: Report) -> None:
    first, second = (list(make(one, CASE, ["docx", "xlsx"])) for _ in range(2))
    assert first == second


def test_the_score_sheet_says_the_score() -> None:
    word = made(next(one for one in REPORTS if one.name == "score-sheet"))
    sheet, *_ = word.tables
    assert [field.text for field in sheet.rows[0].cells] == list(CASE.score.table.columns)
    assert sheet.rows[-1].cells[4].text == points_text(CASE.score.supported)
    assert sheet.cell(1, 0).text == sheet.cell(2, 0).text


def test_the_page_and_the_letters_of_gbt_9704() -> None:
    word = opened(render(of(Heading(1, "甲"), Paragraph("文"))))
    (section,) = word.sections
    measured = [section.page_width, section.page_height, section.top_margin]
    measured += [section.bottom_margin, section.left_margin, section.right_margin]
    for length, asked in zip(measured, (210, 297, 37, 35, 28, 26), strict=True):
        assert length is not None
        assert abs(length - Mm(asked)) < Mm(1) / 20
    grid = word.element.body.sectPr.find(qn("w:docGrid"))
    assert grid.get(qn("w:linePitch")) == "579"
    assert east_asian(word, "Title") == ("方正小标宋简体", Pt(22), False)
    assert east_asian(word, "公文正文") == ("仿宋_GB2312", Pt(16), False)
    assert east_asian(word, "Heading 1") == ("黑体", Pt(16), False)
    assert east_asian(word, "Heading 2") == ("楷体_GB2312", Pt(16), False)
    assert styled(word, "Heading 1") == ["甲"]
    assert counted_headings(word) == ["一、甲"]


def test_page_numbers_stand_outside() -> None:
    word = opened(render(of(Paragraph("文"))))
    section = word.sections[0]
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    assert word.settings.odd_and_even_pages_header_footer
    assert (odd.text, str(odd.alignment)) == ("— 1 —\u3000", "RIGHT (2)")
    assert (even.text, str(even.alignment)) == ("\u3000— 1 —", "LEFT (0)")


def test_a_wide_table_stands_on_a_page_of_its_own_turned() -> None:
    sections = opened(render(of(*WITHIN_TEXT))).sections
    upright, turned = WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE
    assert [one.orientation for one in sections] == [upright, turned, upright]
    inside = [
        piece.text
        for piece in list(sections)[1].iter_inner_content()
        if isinstance(piece, WordParagraph) and piece.text
    ]
    assert inside == ["题", "宽表", "注"]
    whole = opened(render(of(*WITHIN_TEXT, landscape=True))).sections
    assert [one.orientation for one in whole] == [turned]


def test_pages_turn_behind_all_that_is_said_under_a_head() -> None:
    tall = Table("窄表", (Column("列"),), (row("格"),))
    blocks = (Heading(1, "题"), WIDE, Note("注"), Paragraph("后"), tall, Note("窄注"))
    word = opened(render(of(*blocks)))
    texts = [one.text for one in word.paragraphs if one.text]
    at = texts.index("题")
    assert texts[at : at + 6] == ["题", "后", "窄表", "窄注", "宽表", "注"]


def test_small_print_and_the_names_of_annexes_stand_on_no_page_alone() -> None:
    table = Table("", (Column("列"),), tuple(row(f"行{n}") for n in range(30)))
    annex = Heading(1, "甲", annex=True)
    word = opened(render(of(Paragraph("前"), Paragraph("末"), annex, table)))
    kept = {one.text: bool(one.paragraph_format.keep_with_next) for one in word.paragraphs}
    assert (kept["前"], kept["末"], kept["附件：甲"]) == (False, True, False)
    (grid,) = word.tables
    rows = [one.cells[0].paragraphs[0].paragraph_format.keep_with_next for one in grid.rows]
    assert rows == [*[None] * 30, True]


def test_what_introduces_a_form_stands_on_its_page() -> None:
    form = Table("", (Column("栏目"),), (row("栏"),), form=True)
    word = opened(render(of(Paragraph("前"), Paragraph("引"), form, Paragraph("后"))))
    kept = {one.text: bool(one.paragraph_format.keep_with_next) for one in word.paragraphs}
    assert (kept["前"], kept["引"]) == (False, True)


def test_a_small_table_and_a_form_stay_whole() -> None:
    columns = (Column("栏目"), Column("内容"))

    def lines(count: int, *, form: bool = False) -> Table:
        return Table("", columns, tuple(row(f"栏{n}", "内容") for n in range(count)), form=form)

    word = opened(render(of(lines(8), lines(12), lines(24, form=True), lines(30, form=True))))
    kept = [
        [bool(line.cells[0].paragraphs[0].paragraph_format.keep_with_next) for line in grid.rows]
        for grid in word.tables
    ]
    assert [[*map(any, (rows[:-1], rows[-1:]))] for rows in kept[:3]] == [
        [True, False],
        [False, False],
        [True, False],
    ]
    assert kept[3] == [*[False] * 30, True]  # with the small print, as the last row of all


def test_tables_repeat_their_heads_and_keep_rows_and_merges() -> None:
    columns = (Column("甲", width=30), Column("子一", group="合"), Column("子二", group="合"))
    rows = merged([row("同", "1", "2"), row("同", "3", "4")], 1)
    total = Row((Cell("计", across=2), None, Cell("6")), total=True)
    word = opened(render(of(Table("", columns, (*rows, total)))))
    (table,) = word.tables
    texts = [[field.text for field in line.cells] for line in table.rows]
    assert texts == [
        ["甲", "合", "合"],
        ["甲", "子一", "子二"],
        ["同", "1", "2"],
        ["同", "3", "4"],
        ["计", "计", "6"],
    ]
    lines = list(word.element.iter(qn("w:tr")))
    assert all(line.find(f".//{qn('w:cantSplit')}") is not None for line in lines)
    repeated = [line.find(f".//{qn('w:tblHeader')}") is not None for line in lines]
    assert repeated == [True, True, False, False, False]
    widths = [column.width for column in table.columns]
    assert None not in widths
    assert widths[0] == pytest.approx(3 * (widths[1] or 0), abs=Mm(1))


def test_a_table_of_many_columns_leaves_the_room_to_its_texts() -> None:
    def list_of(columns: int) -> Table:
        days = tuple(Column(f"日期{index}", "day", 8) for index in range(columns - 1))
        cells = row(*(["2022-03-01"] * (columns - 1)), "名称很长的一项标准" * 3)
        return Table("", (*days, Column("名称", width=20)), (cells,))

    word = opened(render(of(list_of(4), list_of(11))))
    margins = [
        {side.get(qn("w:w")) for side in table} for table in word.element.iter(qn("w:tblCellMar"))
    ]
    assert margins == [{"108"}, {"36"}]
    # Ten dates each in one line, and the name beside them.
    *days, name = (column.width or 0 for column in word.tables[1].columns)
    assert min(days) >= Pt(10.5 / 2 * 10 + 2 * 1.8)
    assert name > Mm(15)


def test_a_head_is_not_broken_in_the_middle_of_a_word() -> None:
    columns = (Column("Certificates", width=5), Column("Training", width=95))
    table = Table("", columns, (row("1", "text"),))
    (grid,) = opened(render(of(table, lang="en"))).tables
    assert (grid.columns[0].width or 0) > Pt(10.5 / 2 * len("Certificates"))
    shared = [round(column.width / Mm(156), 3) for column in grid.columns if column.width]
    on_paper = plain_block(table)["widths"]
    assert shared == [round(width / sum(on_paper), 3) for width in on_paper]


def test_a_figure_is_a_picture_with_words_and_fits_the_page() -> None:
    tall, low = Figure("高图", SVG.format(4000)), Figure("低图", SVG.format(10))
    word = opened(render(of(tall, low)))
    first, second = word.inline_shapes
    assert first.height <= Mm(195)
    assert second.width == Pt(30)
    described = [one.get("descr") for one in word.element.iter(qn("wp:docPr"))]
    assert described == ["高图", "低图"]
    assert styled(word, "Caption") == ["高图", "低图"]


def test_without_the_library_a_figure_is_its_caption(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pilotkit.report.raster.find_spec", lambda _: None)
    blocks = of(Figure("图一", SVG.format(9)))
    word = opened(render(blocks))
    assert styled(word, "Caption") == ["图一（图见网页版）"]
    english = opened(render(replace(blocks, lang="en")))
    assert styled(english, "Caption") == ["图一 (drawn on the page)"]


@pytest.mark.parametrize("one", PAPERS, ids=lambda one: one.name)
def test_hostile_text_stays_text(one: Report) -> None:
    case = case_of(said="=1+1 </w:t><w:br/> {{7*7}}")
    (file,) = make(one, case, ["docx"])
    assert "=1+1 </w:t><w:br/> {{7*7}}" in everything(opened(file.content))


@given(st.text(min_size=1, max_size=30))
@settings(max_examples=25)
def test_any_text_comes_back_as_it_is(text: str) -> None:
    table = Table(text, (Column(text), Column("b", group=text)), (row(text, "2"),))
    blocks = (Heading(1, text), Paragraph(text), table, Note(text), Figure(text, SVG.format(9)))
    document = replace(of(*blocks), title=text * 20, notices=(text,), stamp=(text,))
    word = opened(render(document))
    shown = one_line(text)
    assert styled(word, "公文正文", "提示", "小字") == [shown, shown, shown]
    # A line break in a cell is a line of its own.
    lines = [one_line(line) for line in text.splitlines() or [""]]
    assert word.tables[0].cell(2, 0).text == "\n".join(lines)


def test_control_characters_are_written_out() -> None:
    (shown,) = styled(opened(render(of(Paragraph(EVIL)))), "公文正文")
    assert shown == (r"=1+1 </w:t><w:br/> {{7*7}}{% x %} \x00\x07\ufffe\u202e&amp; ]]> _x0041_")


def test_what_is_invented_is_said_on_top() -> None:
    invented = case_of({"data/pilot.yaml": TEXTS["data/pilot.yaml"] + "invented: 全部虚构\n"})
    for one in PAPERS:
        (file,) = make(one, invented, ["docx"])
        assert opened(file.content).paragraphs[0].text == "全部虚构"


def test_the_file_bears_the_day_of_the_data() -> None:
    content = render(of(Paragraph("文")))
    said = opened(content).core_properties
    assert said.created is not None
    assert (said.created.date(), said.modified) == (date(2022, 12, 31), said.created)
    with ZipFile(BytesIO(content)) as parts:
        assert {one.date_time for one in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in parts.namelist() if "Effects" in name or "thumb" in name]
    dayless = opened(render(replace(of(Paragraph("文")), day=None))).core_properties.created
    assert dayless is not None
    assert dayless.year == 1980


def test_without_python_docx_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pilotkit.report.formats.docx.find_spec", lambda _: None)
    with pytest.raises(Fault) as raised:
        render(of(Paragraph("文")))
    assert "pilot doctor" in raised.value.sentence.zh
    assert "pilot doctor" in raised.value.sentence.en


def test_no_command_loads_them_before_they_are_asked_for() -> None:
    script = (
        "import sys, pilotkit.cli.app, pilotkit.cli.report, pilotkit.report.formats;"
        "print(sorted({'docx', 'lxml', 'xlsxwriter', 'resvg_py'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
