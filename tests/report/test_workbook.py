"""A workbook is read back: numbers are numbers, texts are texts, nothing calculates by itself."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from xlsxwriter.utility import xl_col_to_name

from pilotkit.model.fault import Fault
from pilotkit.report.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Fact,
    Heading,
    Note,
    Paragraph,
    Row,
    Table,
    cell,
    merged,
    row,
)
from pilotkit.report.escape import visible
from pilotkit.report.formats.xlsx import render
from pilotkit.report.live import Choosing, Ending, Lighting
from pilotkit.report.report import Report
from pilotkit.report.reports import REPORTS
from pilotkit.report.runner import make
from pilotkit.report.workbook.names import Names
from small_pilot import case_of

LISTS = [one for one in REPORTS if "xlsx" in one.formats]
CASE = case_of()
TOLD = r'IF\(OR\((?:[A-Z0-9]+="[^"]+",?)+\),1,0\)'
SHARE = r'IF\([A-Z$0-9]+=0,"—",ROUNDDOWN\([A-Z0-9]+/[A-Z$0-9]+,3\)\)'


def of(*blocks: Block) -> Document:
    facts = (Fact("单位", "甲"),)
    return Document("x", "表名", "zh", facts, blocks, stamp=("小字",), day=date(2022, 12, 31))


def opened(content: bytes) -> CalamineWorkbook:
    return CalamineWorkbook.from_filelike(BytesIO(content))


def rows(content: bytes, sheet: int = 0) -> list[list[object]]:
    return [list(line) for line in opened(content).get_sheet_by_index(sheet).to_python()]


def part(content: bytes, name: str) -> str:
    with ZipFile(BytesIO(content)) as parts:
        return parts.read(name).decode()


def one_cell(value: Cell) -> object:
    return rows(render(of(Table("表", (Column("列"), Column("")), (row(value, ""),)))))[-1][0]


def test_the_lists_of_the_design() -> None:
    assert [one.name for one in LISTS] == [
        "score-sheet",
        "standards-list",
        "standards-summary",
        "inventory",
        "unit-tasks",
        "nonconformities",
        "training",
    ]


@pytest.mark.parametrize("one", LISTS, ids=lambda one: one.name)
def test_each_table_is_a_sheet_and_holds_no_formula_but_ours(one: Report) -> None:
    document = (one.sheets or one.build)(CASE)
    (file,) = make(one, CASE, ["xlsx"])
    book = opened(file.content)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert len([name for name in book.sheet_names if name != "_lists"]) == len(tables) + 1
    assert book.sheet_names[1] == "说明"
    small = [str(line[0]) for line in rows(file.content, 1)]
    assert small[-len(document.stamp) :] == [visible(line) for line in document.stamp]
    with ZipFile(BytesIO(file.content)) as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if "/sheet" in name]
    assert not re.search(r"<hyperlink|\{\{", "".join(sheets))
    formulas = "".join(re.findall("<f>(.*?)</f>", "".join(sheets)))
    assert not re.sub(rf"SUM\([A-Z0-9:]+\)|COUNTIFS\(.*?\)|{SHARE}|{TOLD}", "", formulas)
    assert bool(formulas) is (one.name in {"score-sheet", "standards-summary"})
    assert sum("<pane " in sheet for sheet in sheets) == len(tables)
    assert "Print_Titles" in part(file.content, "xl/workbook.xml")
    ledgers = [block for block in tables if block.ledger]
    assert sum("<autoFilter " in sheet for sheet in sheets) == len(ledgers)
    assert sum("<conditionalFormatting " in sheet for sheet in sheets) >= 1
    assert all(any(column.guides for column in block.columns) for block in ledgers)


def test_the_score_sheet_adds_up() -> None:
    (file,) = make(next(one for one in LISTS if one.name == "score-sheet"), CASE, ["xlsx"])
    lines = rows(file.content)
    head = lines.index([*CASE.score.table.columns, "满分", "评分", "评语"])
    *points, total = [line[4] for line in lines[head + 1 :]]
    assert total == CASE.score.supported
    assert sum(Decimal(str(one)) for one in points) == CASE.score.supported


def test_an_assessor_fills_in_points_up_to_the_most_and_nothing_else() -> None:
    (file,) = make(next(one for one in LISTS if one.name == "score-sheet"), CASE, ["xlsx"])
    sheet = part(file.content, "xl/worksheets/sheet1.xml")
    assert "<sheetProtection" in sheet
    criteria = [criterion for _, criterion in CASE.score.table.criteria()]
    asked = re.findall(
        r"<dataValidation [^>]*><formula1>0</formula1><formula2>([0-9.]+)</formula2>", sheet
    )
    assert [Decimal(most) for most in asked] == [criterion.points for criterion in criteria]
    lines = rows(file.content)
    head = next(index for index, line in enumerate(lines) if "评分" in line)
    assert [line[6] for line in lines[head + 1 : -1]] == [one.points for one in criteria]
    assert lines[-1][6:] == [CASE.score.table.total, 0, ""]
    assert re.search(r"<f>SUM\(H\d+:H\d+\)</f>", sheet)


def test_the_summary_counts_by_itself_what_it_says() -> None:
    (file,) = make(next(one for one in LISTS if one.name == "standards-summary"), CASE, ["xlsx"])
    lines = rows(file.content, 3)
    detail = lines[next(at for at, line in enumerate(lines) if line[0] == "支柱序号") + 1 :]
    columns = dict(zip("ABCDEFGHIJKL", zip(*detail, strict=True), strict=True))
    sheet = part(file.content, "xl/worksheets/sheet1.xml")
    formulas = re.findall(r"<f>COUNTIFS\((.*?)\)</f><v>([0-9.]+)</v>", sheet)
    assert len(formulas) > 20
    for formula, told in formulas:
        conditions = re.findall(r"'汇总依据'!\$([A-L])\$\d+:\$[A-L]\$\d+,(\d+|\"[^\"]+\")", formula)
        matching = [
            all(
                str(columns[letter][at]).removesuffix(".0") == value.strip('"')
                for letter, value in conditions
            )
            for at in range(len(detail))
        ]
        assert sum(matching) == float(told), formula
    assert float(formulas[-1][1]) >= 0


def test_the_summary_divides_by_itself_and_lights_up_what_is_missing() -> None:
    (file,) = make(next(one for one in LISTS if one.name == "standards-summary"), CASE, ["xlsx"])
    lines = rows(file.content)
    head = next(at for at, line in enumerate(lines) if "应有数" in line)
    required, there, share = (lines[head].index(one) for one in ("应有数", "现有数", "现有/应有"))
    divided = [line for line in lines[head + 2 :] if line[required]]
    assert divided
    for line in divided:
        assert (
            line[share] == int(1000 * float(str(line[there])) / float(str(line[required]))) / 1000
        )
    sheet = part(file.content, "xl/worksheets/sheet1.xml")
    own, owed = (xl_col_to_name(at, True) + str(head + 3) for at in (there, required))
    both = f"ISNUMBER({own}),ISNUMBER({owed}),{owed}&gt;0"
    assert [one for one in lit(sheet) if own in one] == [
        f"AND({both},{own}&lt;=0)",
        f"AND({both},{own}&gt;0,{own}&lt;{owed})",
        f"AND({both},{own}&gt;={owed})",
    ]


def lit(sheet: str) -> list[str]:
    return re.findall(r"<cfRule [^>]*><formula>(.*?)</formula>", sheet)


def test_a_ledger_can_be_sorted_filtered_and_carried_on() -> None:
    columns = (
        Column("单位", guides=(Choosing(('=1+1"', "乙"), several=True),)),
        Column("期限", "day", guides=(Ending(date(2022, 12, 31), "状态", ("已关闭",)),)),
        Column("状态", guides=(Choosing(("已关闭",)), Lighting(("已关闭",), (), ('未"关',)))),
        Column("备注", guides=(Lighting(open=("待核",), anywhere=True), Choosing(()))),
    )
    day = date(2022, 3, 1)
    body = merged([row("乙", day, "已关闭", "待核"), row("乙", day, "未关", "")], 1)
    content = render(of(Table("表", columns, body, ledger=True)))
    assert rows(content)[-2:] == [["乙", day, "已关闭", "待核"], ["乙", day, "未关", "—"]]
    assert opened(content).sheet_names == ["表", "说明", "_lists"]
    assert rows(content, 2) == [['=1+1"', "已关闭"], ["乙", ""]]
    sheet = part(content, "xl/worksheets/sheet1.xml")
    assert '<autoFilter ref="A4:D6"' in sheet
    offered = re.findall(r'<dataValidation ([^>]*)sqref="(.*?)"><formula1>(.*?)<', sheet)
    assert [found[1:] for found in offered] == [
        ("A5:A306", "_lists!$A$1:$A$2"),
        ("C5:C306", "_lists!$B$1:$B$1"),
    ]
    assert ["showErrorMessage" in found[0] for found in offered] == [False, True]
    undone = 'ISNUMBER($B5),NOT(OR(ISNUMBER($C5),$C5="已关闭"))'
    assert lit(sheet) == [
        f"AND({undone},$B5&lt;DATE(2022,12,31))",
        f"AND({undone},$B5&gt;=DATE(2022,12,31),$B5&lt;=DATE(2023,1,30))",
        'OR($C5="未""关")',
        'OR($C5="已关闭")',
        'OR(ISNUMBER(SEARCH("待核",$D5)))',
    ]


def test_rows_are_as_high_as_their_texts() -> None:
    columns = (Column("列"), Column("x"))
    content = render(of(Table("表", columns, (row("字" * 60, "x"), row("一\n二", "x")))))
    sheet = part(content, "xl/worksheets/sheet1.xml")
    assert re.findall(r'<row r="[56]"[^>]* ht="([0-9.]+)"', sheet) == ["48", "32.25"]


def test_numbers_days_and_percents_are_values() -> None:
    assert one_cell(cell(7)) == 7
    assert one_cell(cell(Decimal("3.5"))) == 3.5
    assert one_cell(cell(date(2022, 3, 1))) == date(2022, 3, 1)
    assert one_cell(Cell("50 %", Decimal("0.5"))) == 0.5
    assert one_cell(Cell("12.5 %", Decimal("0.125"))) == 0.125


def test_what_a_value_does_not_say_stays_a_text() -> None:
    assert one_cell(Cell("2022-03-01\n已过期", date(2022, 3, 1))) == "2022-03-01\n已过期"
    assert one_cell(Cell("约7", 7)) == "约7"
    assert one_cell(cell(10**15)) == str(10**15)
    assert one_cell(cell("007")) == "007"


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(1)",
        '=HYPERLINK("http://x")',
        "http://example.invalid",
        "{=1}",
        "</t><x>",
        "_x0041_",
        "<b>&amp;",
        "1e5",
        "TRUE",
    ],
)
def test_hostile_text_is_a_text(text: str) -> None:
    assert one_cell(cell(text)) == text


def test_markup_of_the_library_itself_is_text() -> None:
    content = render(of(Table("表", (Column("列"),), (row("<r><x/></r>"),))))
    assert rows(content)[-1] == ["<r><x/></r> "]
    assert "<x/>" not in part(content, "xl/sharedStrings.xml")


def test_control_characters_are_written_out_and_long_texts_end_visibly() -> None:
    assert one_cell(cell("a\x00b\u202e\ufffe")) == r"a\x00b\u202e\ufffe"
    long = one_cell(cell("𠀀" * 40_000))
    assert isinstance(long, str)
    assert long.endswith("𠀀……")
    assert len(long.encode("utf-16-le")) // 2 <= 32_767


@given(st.text(min_size=1, max_size=30))
@settings(max_examples=40)
def test_any_text_comes_back_as_it_is(text: str) -> None:
    table = Table(text, (Column(text), Column("b", group=text)), (row(text, "2"),))
    document = replace(of(Heading(1, text), table), title=text, notices=(text,))
    shown = "\n".join(visible(line) for line in text.splitlines())
    assert rows(render(document))[-1][0] == shown


def test_heads_and_cells_are_merged() -> None:
    columns = (Column("甲"), Column("一", group="合"), Column("二", group="合"))
    body = merged([row("同", 1, 2), row("同", 3, 4)], 1)
    total = Row((Cell("计", across=2), None, cell(6)), total=True)
    content = render(of(Table("表", columns, (*body, total))))
    sheet = part(content, "xl/worksheets/sheet1.xml")
    found = re.findall(r'<mergeCell ref="([A-Z0-9:]+)"', sheet)
    assert found == ["A1:C1", "A2:C2", "A3:C3", "A4:A5", "B4:C4", "A6:A7", "A8:B8"]
    assert rows(content)[3:] == [
        ["甲", "合", ""],
        ["", "一", "二"],
        ["同", 1, 2],
        ["", 3, 4],
        ["计", "", 6],
    ]


def test_columns_are_as_wide_as_chinese_needs() -> None:
    columns = (Column("列"), Column("x"), Column("长"))
    content = render(of(Table("表", columns, (row("政务服务中心窗口", "x", "字" * 99),))))
    widths = re.findall(r'<col [^>]*?width="(\d+)', part(content, "xl/worksheets/sheet1.xml"))
    assert widths == ["18", "8", "42"]


def test_many_columns_lie_on_their_side_and_keep_two_in_sight() -> None:
    table = Table("表", tuple(Column(str(n)) for n in range(8)), (row(*range(8)),))
    sheet = part(render(of(table)), "xl/worksheets/sheet1.xml")
    assert 'orientation="landscape"' in sheet
    assert 'xSplit="2"' in sheet


def test_a_document_without_tables_is_its_words() -> None:
    said = (Heading(1, "题"), Paragraph("=文"), Bullets(("一", "二")), Note("注"))
    content = render(of(*said))
    assert opened(content).sheet_names == ["说明"]
    spoken = [line[0] for line in rows(content)]
    assert spoken == ["表名", "题", "=文", "· 一", "· 二", "注", "", "小字"]


def test_sheets_of_one_caption_are_called_by_their_heads() -> None:
    table = Table("任务", (Column("列"), Column("b")), (row("1", "2"),))
    content = render(of(Heading(1, "甲"), table, Heading(1, "乙"), table, table))
    assert opened(content).sheet_names == ["甲", "说明", "乙", "乙（2）"]


def test_names_of_sheets_are_what_excel_takes() -> None:
    names = Names()
    assert names.give("a/b:[c]*?'\\") == "a／b：［c］＊？’＼"
    assert names.give("History") == "History（2）"
    assert names.give("字" * 40) == "字" * 31
    assert names.give("字" * 40) == "字" * 28 + "（2）"
    assert names.give("𠀀" * 20) == "𠀀" * 15
    assert names.give(" \n") == "1"


def test_the_file_bears_the_day_of_the_data() -> None:
    content = render(of(Paragraph("文")))
    assert "2022-12-31T00:00:00Z" in part(content, "docProps/core.xml")
    dayless = part(render(replace(of(), day=None)), "docProps/core.xml")
    assert datetime(1980, 1, 1, tzinfo=UTC).strftime("%Y-%m-%dT") in dayless


def test_without_xlsxwriter_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pilotkit.report.formats.xlsx.find_spec", lambda _: None)
    with pytest.raises(Fault) as raised:
        render(of())
    assert "pilot doctor" in raised.value.sentence.zh
