"""Files read back into parts, and the words for where they differ."""

from collections.abc import Sequence
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import docx
import pytest
import xlsxwriter
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st

from pilotkit.disk.package import open_package
from pilotkit.report.comparison import docx as word_file
from pilotkit.report.comparison import html as page
from pilotkit.report.comparison import md as markdown
from pilotkit.report.comparison import xlsx as workbook
from pilotkit.report.comparison.alignment import aligned
from pilotkit.report.comparison.differences import differences
from pilotkit.report.comparison.excerpts import excerpts
from pilotkit.report.comparison.files import compare
from pilotkit.report.comparison.parts import Drawing, Grid, Line, Part
from pilotkit.report.document import Heading
from pilotkit.report.reports import REPORTS
from pilotkit.report.runner import make
from pilotkit.report.word.fields import simple_field
from pilotkit.report.word.writing import write
from small_pilot import case_of
from word_file import of

pytestmark = pytest.mark.usefixtures("at_once")


def said(old: Sequence[Part], new: Sequence[Part]) -> list[str]:
    return [one.zh for one in differences(old, new)]


def english(old: Sequence[Part], new: Sequence[Part]) -> list[str]:
    return [one.en for one in differences(old, new)]


def lines(*texts: str) -> list[Part]:
    return [Line(text) for text in texts]


def test_paragraphs() -> None:
    old, new = lines("甲", "得 90 分", "丙", "丁"), lines("甲", "得 91 分", "丁", "戊")
    assert said(old, new) == [
        "第2段：得 90 分 → 得 91 分",
        "第3段只在前者：丙",
        "后者第4段是多出来的：戊",
    ]
    assert english(old, new) == [
        "paragraph 2: 得 90 分 → 得 91 分",
        "paragraph 3 is only in the first: 丙",
        "paragraph 4 of the second is not in the first: 戊",
    ]


def test_fields_of_tables() -> None:
    head = ("指标", "比率")
    old: list[Part] = [
        Grid((("别",), ("x",))),
        Grid((head, ("覆盖率", "90.1 %"), ("实施率", ""), ("满意", "1"))),
    ]
    new: list[Part] = [
        Grid((head, ("覆盖率", "91.0 %"), ("实施率", "80 %"), ("满意", "1"), ("增", "2"))),
        Grid((("新",),)),
    ]
    assert said(old, new) == [
        "表1只在前者",
        "表2第2行第2列：90.1 % → 91.0 %",
        "表2第3行第2列：（空） → 80 %",
        "表2：后者第5行是多出来的：增 | 2",
        "表2只在后者",
    ]
    assert said([Grid((head, ("甲", "1")))], [Grid((head,))]) == ["表1第2行只在前者：甲 | 1"]
    assert english(old, new)[1] == "table 2 row 2 column 2: 90.1 % → 91.0 %"


def test_fields_of_sheets_have_the_names_of_the_sheet() -> None:
    wide = [""] * 27
    old: list[Part] = [Grid(((*wide, "a"),), "明细表")]
    new: list[Part] = [Grid(((*wide, "b"),), "明细表")]
    assert said(old, new) == ["工作表“明细表”AB1：a → b"]
    assert english(old, new) == ["sheet '明细表' AB1: a → b"]


def test_pictures() -> None:
    one, two = Drawing("1"), Drawing("2")
    assert said([one, one], [one, two]) == ["图2不同"]
    assert said([one, two], [two]) == ["图1只在前者"]
    assert english([two], [one, two]) == ["picture 1 only in the second"]


def test_long_texts_are_cut_to_what_differs() -> None:
    old, new = excerpts("前" * 90 + "甲" + "后" * 90, "前" * 90 + "乙丙" + "后" * 90)
    assert (old, new) == (
        f"…{'前' * 10}甲{'后' * 10}…",
        f"…{'前' * 10}乙丙{'后' * 10}…",
    )
    assert len(excerpts("长" * 500, "")[0]) < 100
    assert excerpts("a\nb", "\x1b") == ("a b", r"\x1b")


@given(st.lists(st.integers(0, 3)), st.lists(st.integers(0, 3)))
def test_every_thing_is_paired_once(old: list[int], new: list[int]) -> None:
    pairs = list(aligned(old, new))
    assert [at for at, _ in pairs if at is not None] == list(range(len(old)))
    assert [to for _, to in pairs if to is not None] == list(range(len(new)))
    if old == new:
        assert all(at == to for at, to in pairs)


def test_too_much_is_paired_in_order() -> None:
    pairs = list(aligned(range(3000), range(5000, 8001)))
    assert (pairs[7], pairs[-1]) == ((7, 7), (None, 3000))


@pytest.mark.parametrize("one", REPORTS, ids=lambda one: one.name)
def test_every_report_is_equal_to_itself_and_says_the_same_in_each_format(one: object) -> None:
    report = next(report for report in REPORTS if report is one)
    forms = [name for name in report.formats if name != "pdf"]
    for made in make(report, case_of(), forms):
        ending = f".{made.name.rpartition('.')[2]}"
        assert compare(ending, made.content, made.content) == []
        if ending in {".md", ".html"}:
            (found,) = compare(ending, made.content + b"\n", made.content)
            assert found.zh.startswith("文字、数字和图没有不同")


def test_markdown_is_read_as_it_is_shown() -> None:
    text = "# 题\\*\n\n- 甲\n- 乙  \n丙\n\n| a | b |\n|---|---|\n| 1<br>2 | **3** |\n\n    代码\n"
    assert markdown.read(text.encode()) == [
        *lines("题*", "甲", "乙 丙"),
        Grid((("a", "b"), ("1 2", "3"))),
        Line("代码"),
    ]


def test_a_page_is_read_as_it_is_shown() -> None:
    text = (
        "<title>t</title><style>s</style><nav><p>n</p></nav><h1>题</h1>"
        "<dl><div><dt>名</dt><dd>值</dd></div></dl>"
        "<svg><text>图</text></svg><table><caption>说</caption><tr><th>a<th>b</tr>"
        "<tr><td>1<br/>2</td><td>3</td></tr></table>"
    )
    heading, fact, drawing, caption, grid = page.read(text.encode())
    assert [heading, fact, caption] == lines("题", "名值", "说")
    assert isinstance(drawing, Drawing)
    assert grid == Grid((("a", "b"), ("1 2", "3")))
    assert page.read(text.replace("图", "画").encode())[2] != drawing


def test_changes_of_a_word_file_count_as_accepted() -> None:
    word = docx.Document()
    word.add_paragraph("甲")
    inside = (
        f"<w:p {nsdecls('w')}><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:r><w:tab/></w:r>"
        "<w:del><w:r><w:t>旧</w:t></w:r></w:del></w:p>"
    )
    word.element.body.insert(1, parse_xml(inside))
    held = (
        f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>目录</w:t></w:r></w:p></w:sdtContent>"
        "</w:sdt>"
    )
    word.element.body.insert(2, parse_xml(held))
    grid = word.add_table(2, 3)
    grid.cell(0, 0).merge(grid.cell(0, 1)).text = "合"
    grid.cell(1, 2).text = "末"
    buffer = BytesIO()
    word.save(buffer)
    assert word_file.read(buffer.getvalue()) == [
        *lines("甲", "新", "目录"),
        Grid((("合", "", ""), ("", "", "末"))),
    ]


def test_numbers_of_pages_that_word_puts_in_anew_are_no_changes() -> None:
    document = of(*(Heading(1, f"题{n}") for n in range(8)))
    saved, refreshed = write(document, [*"23456789"]), write(document, [*"34567890"])
    assert saved != refreshed
    assert word_file.read(saved) == word_file.read(refreshed)
    assert Line("八、题7") in word_file.read(saved)
    # What another field shows is text.
    own = docx.Document()
    no_beginning = simple_field("DATE", "")[1:]
    pieces = [*no_beginning, *simple_field("DATE", "今天"), *simple_field("PAGEREF a", "7")]
    own.add_paragraph("甲").paragraph_format.element.extend(pieces)
    buffer = BytesIO()
    own.save(buffer)
    assert word_file.read(buffer.getvalue()) == lines("甲今天")


def test_a_workbook_that_reaches_too_far_is_not_read() -> None:
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "a")
        sheet.write(900_000, 16_000, "b")
    with pytest.raises(BadZipFile):
        workbook.read(buffer.getvalue())
    (found,) = compare(".xlsx", buffer.getvalue(), b"")
    assert found.zh == "前者读不了，无法逐处比较：文件已损坏（BadZipFile）"


@pytest.mark.confined
def test_what_somebody_saved_is_read_in_a_process_of_its_own() -> None:
    # A sheet of few bytes that share one long text: the parts would fill the memory.
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet, long = book.add_worksheet("清单"), "长" * 30_000
        for row in range(4_000):
            sheet.write_string(row, 0, long)
    (found,) = compare(".xlsx", buffer.getvalue(), b"")
    assert found.zh == "前者读不了，无法逐处比较：要的时间或内存超过限度"
    kept = b"# a\n\n| b | c |\n|---|---|\n| 1 | 2 |\n"
    assert [one.zh for one in compare(".md", kept, kept.replace(b"2", b"3"))] == [
        "表1第2行第2列：2 → 3"
    ]


def test_other_files_only_differ() -> None:
    assert [one.zh for one in compare(".pdf", b"1", b"2")] == ["两者不同"]


def package(*names: str, content: bytes = b"x") -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", 8) as packed:
        for name in names:
            packed.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK",
        package("../a"),
        package("/a"),
        package("a\\b"),
        package("a", content=bytes(9_000_000)),
        package(*(f"{n}" for n in range(2_001))),
    ],
)
def test_what_is_not_safe_to_unpack_is_not_opened(content: bytes) -> None:
    with pytest.raises(BadZipFile):
        open_package(content)


def test_a_package_is_opened() -> None:
    assert open_package(package("a", "b/c")).namelist() == ["a", "b/c"]
