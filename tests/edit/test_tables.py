"""Tables from outside: read as they are, or refused in little time and memory."""

import resource
import struct
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from pilotkit.edit.tables.cell_text import text_of
from pilotkit.edit.tables.grid import Grid, TableError
from pilotkit.edit.tables.reading import MAX_FILE, read_tables
from pilotkit.model.column_letters import column_of, letters_of
from pilotkit.model.fault import Fault
from pilotkit.model.sentence import Sentence
from pilotkit.model.sheet_cell import CellError
from sheets import Rows, write

pytestmark = pytest.mark.usefixtures("at_once")
SHEET = "xl/worksheets/sheet1.xml"
QUICK = 3.0
# A process that is ended takes as long as a busy machine lets it.
ENDED = 60.0
# What refusing may add to the memory of the process, in kilobytes.
SMALL = 200_000


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Write a small workbook."""
    place = tmp_path_factory.mktemp("good") / "x.xlsx"
    return write(place, {"清单": [["编号", "名称"], ["a", "甲"]]}).read_bytes()


def with_part(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Write a workbook with one of its parts changed."""
    buffer = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(buffer, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            told = old.read(part)
            new.writestr(part, change(told) if part == name else told)
    return buffer.getvalue()


def with_cells(content: bytes, rows: bytes) -> bytes:
    """Write a workbook with other rows."""

    def change(xml: bytes) -> bytes:
        before, behind = xml.split(b"<sheetData>")[0], xml.split(b"</sheetData>")[1]
        return before + b"<sheetData>" + rows + b"</sheetData>" + behind

    return with_part(content, SHEET, change)


def refused(name: str, content: bytes, quick: float = QUICK) -> str:
    """Return why a file is refused; it must be quick and small."""
    start = time.perf_counter()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(TableError) as raised:
        read_tables(name, content)
    assert time.perf_counter() - start < quick
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < SMALL
    return raised.value.sentence.zh


def far(reference: bytes) -> bytes:
    return b'<row><c r="' + reference + b'" t="n"><v>1</v></c></row>'


DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'


def declared(xml: bytes) -> bytes:
    head, _, rest = xml.partition(b"?>")
    return head + b"?>" + DOCTYPE + rest


HOSTILE: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "far": (lambda x: with_cells(x, far(b"XFD1048576")), "超过 20000 行或 200 列"),
    "row": (lambda x: with_cells(x, far(b"A20001")), "超过 20000 行或 200 列"),
    "column": (lambda x: with_cells(x, far(b"GS1")), "超过 20000 行或 200 列"),
    "long letters": (lambda x: with_cells(x, far(b"A" * 9 + b"1")), "超过 20000 行或 200 列"),
    "unnamed": (lambda x: with_cells(x, b"<row>" + b"<c/>" * 201 + b"</row>"), "超过 20000 行"),
    "rows": (lambda x: with_cells(x, b"<row/>" * 20_001), "超过 20000 行或 200 列"),
    "cells": (
        lambda x: with_cells(x, b'<row r="1">' + b'<c r="A1"/>' * 1_100_000 + b"</row>"),
        "没有读",
    ),
    "no number": (lambda x: with_cells(x, b'<row r="x"/>'), "已损坏"),
    "lol": (lambda x: with_part(x, SHEET, declared), "实体声明"),
    "xxe": (
        lambda x: with_part(x, "xl/sharedStrings.xml", declared),
        "实体声明",
    ),
    "oob": (
        lambda x: with_cells(x, b'<row r="1"><c r="A1" t="s"><v>99999</v></c></row>'),
        "读不了",
    ),
    "bomb": (lambda x: with_part(x, SHEET, lambda xml: xml + b" " * (60 << 20)), "解开后太大"),
    "no xml": (lambda x: with_part(x, SHEET, lambda _: b"<x"), "已损坏"),
    "encoding": (
        lambda x: with_part(x, SHEET, lambda _: b'<?xml version="1.0" encoding="klingon"?><x/>'),
        "已损坏",
    ),
    "cut": (lambda x: x[: len(x) // 2], "已损坏"),
    "no workbook": (lambda x: with_part(x, "xl/workbook.xml", lambda _: b"<x/>"), "读不了"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_workbooks_are_refused(good: bytes, name: str) -> None:
    make, why = HOSTILE[name]
    content = make(good)
    assert why in refused("x.xlsx", content)


def test_hostile_archives_are_refused(good: bytes) -> None:
    for name in ("../x.xml", "/x.xml", "a\\x.xml"):
        buffer = BytesIO(good)
        with ZipFile(buffer, "a") as package:
            package.writestr(name, "<x/>")
        assert "已损坏" in refused("x.xlsx", buffer.getvalue())
    buffer = BytesIO(good)
    with ZipFile(buffer, "a") as package:
        for index in range(200):
            package.writestr(f"{index}.bin", "")
    assert "没有读" in refused("x.xlsx", buffer.getvalue())
    assert "超过 50 MB" in refused("x.xlsx", b"PK\x03\x04" + b"x" * MAX_FILE)
    assert "不是 .xlsx、.xls、.ods 或 .csv" in refused("x.pdf", b"%PDF-1.7")


def test_no_sheet_is_passed_over_in_silence(tmp_path: Path) -> None:
    rows: Rows = [["编号", "名称"]]
    content = write(tmp_path / "x.xlsx", {f"{at}": rows for at in range(51)}).read_bytes()
    assert refused("x.xlsx", content) == "“x.xlsx”有 51 张工作表，最多 50 张，没有读"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        (
            "x.xls",
            "<html><table><tr><td>号</td></tr></table>",
            "x.xls”其实是网页（HTML），没有读",
        ),
        ("x.xls", "\ufeff\n<table><tr><td>编号</td></tr></table>", "其实是网页（HTML）"),
        ("x.xls", "MIME-Version: 1.0\nContent-Type: x\n<html>", "其实是网页存档"),
        ("x.xls", '<?xml version="1.0"?><Workbook/>', "其实是 XML，没有读"),
        ("x.xls", "编号\t名称\n", "其实是文本"),
        ("x.xls", "编号", "其实是别的格式"),
        ("x.xlsx", "", "“x.xlsx”是空文件"),
    ],
)
def test_what_only_bears_the_name_of_a_workbook_is_said_to_be_what_it_is(
    name: str, content: str, said: str
) -> None:
    with pytest.raises(TableError) as raised:
        read_tables(name, content.encode())
    assert said in raised.value.sentence.zh
    assert not content or "另存为 .xlsx" in (raised.value.remedy or SAID_NOTHING).zh


def test_what_asks_for_a_password_says_so(good: bytes) -> None:
    marked = bytearray(good)
    marked[good.index(b"PK\x01\x02") + 8] |= 1
    assert refused("x.xlsx", bytes(marked)) == "“x.xlsx”加了密码，没有读"
    assert refused("x.xlsx", compound(b"", "EncryptedPackage")) == "“x.xlsx”加了密码，没有读"
    assert "加了密码" in refused("x.xls", old(struct.pack("<HHH", 0x002F, 2, 0)))
    assert "加了密码" in refused("x.ods", ods("", "<m:encryption-data/>"))


def test_a_formula_that_nobody_has_calculated_is_no_empty_cell(good: bytes) -> None:
    cells = (
        b'<c r="A1" s="1"><f>1+1</f><v/></c><c r="B1"><f t="shared" si="0"/></c>'
        b'<c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><f>1+1</f><v>2</v></c>'
    )
    ((first, second, *others),) = read_tables(
        "x.xlsx", with_cells(good, b'<row r="1">' + cells + b"</row>")
    )[0].rows
    assert others == ["", 2.0]
    for cell in (first, second):
        with pytest.raises(CellError) as raised:
            text_of(cell)
        assert raised.value.sentence.zh.startswith("公式没有算出的值")


def failed(grid: Grid) -> list[str]:
    """Return what is said of each cell of the first row that cannot be taken."""
    told = []
    for cell in grid.rows[0]:
        try:
            text_of(cell)
        except CellError as error:
            told.append(error.sentence.zh)
    return told


def test_an_error_is_no_empty_cell(good: bytes) -> None:
    cells = (
        b'<c r="A1" s="1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B1" t="e"><v>#FIELD!</v></c>'
        b'<c r="C1"><v>2</v></c>'
    )
    (excel,) = read_tables("x.xlsx", with_cells(good, b'<row r="1">' + cells + b"</row>"))
    assert failed(excel) == ["公式出错：#DIV/0!", "公式出错：#FIELD!"]
    error = ' office:string-value="" calcext:value-type="error"><text:p>{0}</text:p>'
    cell = f'<table:table-cell office:value-type="string"{error}</table:table-cell>'
    row = f"<table:table-row>{cell.format('#N/A')}{cell.format('Err:502')}</table:table-row>"
    (opened,) = read_tables("x.ods", ods(row))
    assert failed(opened) == ["公式出错：#N/A", "公式出错：Err:502"]
    (old_one,) = read_tables(
        "x.xls",
        old(
            struct.pack("<HHHHHBB", 0x0205, 8, 0, 0, 0, 0x17, 1),
            struct.pack("<HHHHHBB", 0x0205, 8, 0, 1, 0, 1, 0),
            struct.pack("<HHHHHBBBBBBHHIH", 6, 22, 0, 2, 0, 2, 0, 7, 0, 0, 0, 0xFFFF, 0, 0, 0),
            struct.pack("<HHHHHdHIH", 6, 22, 0, 3, 0, 1.5, 0, 0, 0),
        ),
    )
    assert failed(old_one) == ["公式出错：#REF!", "公式出错：#DIV/0!"]
    assert old_one.rows[0][1] is True
    assert old_one.rows[0][3] == 1.5


TABLE = (
    '<?xml version="1.0"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
    "<office:body><office:spreadsheet>{0}</office:spreadsheet></office:body>"
    "</office:document-content>"
)
SAID_NOTHING = Sentence("", "")
FILLED = '<table:table-cell office:value-type="string"{0}><text:p>甲</text:p></table:table-cell>'


def ods(rows: str, manifest: str = "") -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr(
            "META-INF/manifest.xml",
            '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f"{manifest}</m:manifest>",
        )
        table = f'<table:table table:name="清单">{rows}</table:table>'
        package.writestr("content.xml", TABLE.format(table))
    return buffer.getvalue()


def test_open_document_sheets_repeat_cells() -> None:
    row = (
        f"<table:table-row>{FILLED.format('')}"
        '<table:table-cell table:number-columns-repeated="16383"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048575">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    (grid,) = read_tables("x.ods", ods(row))
    assert grid.rows[0][0] == "甲"
    many = ' table:number-columns-repeated="201"'
    wide = f"<table:table-row>{FILLED.format(many)}</table:table-row>"
    assert "超过" in refused("x.ods", ods(wide))
    far_row = (
        '<table:table-row table:number-rows-repeated="20000"><table:table-cell/></table:table-row>'
    )
    late = f"{far_row}<table:table-row>{FILLED.format('')}</table:table-row>"
    assert "超过" in refused("x.ods", ods(late))
    deep = (
        f'<table:table-row table:number-rows-repeated="20001">{FILLED.format("")}</table:table-row>'
    )
    assert "超过" in refused("x.ods", ods(deep))


def compound(stream: bytes, called: str = "Workbook") -> bytes:
    """Write a compound file that holds one workbook stream, as old .xls files are."""
    size, free, end = 512, 0xFFFFFFFF, 0xFFFFFFFE
    count = -(-max(len(stream), 4096) // size)
    chain = [0xFFFFFFFD, end, *[index + 3 for index in range(count - 1)], end]
    table = b"".join(struct.pack("<I", one) for one in chain)
    table += struct.pack("<I", free) * (128 - len(chain))
    name = called.encode("utf-16-le") + b"\0\0"
    entry = name.ljust(64, b"\0") + struct.pack("<HBB", len(name), 2, 1) + b"\xff" * 12
    entry = entry.ljust(116, b"\0") + struct.pack("<III", 2, len(stream), 0)
    header = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 16
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6).ljust(16, b"\0")
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0)
    header = header.ljust(76, b"\0") + struct.pack("<I", 0) + struct.pack("<I", free) * 108
    return header + table + entry.ljust(size, b"\0") + stream.ljust(count * size, b"\0")


def small(stream: bytes) -> bytes:
    """Write a compound file whose workbook is so short that it lies in sectors of 64 bytes."""
    size, free, end, least = 512, 0xFFFFFFFF, 0xFFFFFFFE, 64
    count, parts = -(-len(stream) // size), -(-len(stream) // least)
    chain = [0xFFFFFFFD, end, end, *[index + 4 for index in range(count - 1)], end]
    inner = [*range(1, parts), end]
    tables = [
        b"".join(struct.pack("<I", one) for one in each).ljust(size, b"\xff")
        for each in (chain, inner)
    ]
    entries = b""
    for called, kind, first, length in (
        ("Root Entry", 5, 3, count * size),
        ("Workbook", 2, 0, len(stream)),
    ):
        name = called.encode("utf-16-le") + b"\0\0"
        entry = name.ljust(64, b"\0") + struct.pack("<HBB", len(name), kind, 1) + b"\xff" * 12
        entries += entry.ljust(116, b"\0") + struct.pack("<III", first, length, 0)
    header = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 16
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6).ljust(16, b"\0")
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 2, 1, end, 0)
    header = header.ljust(76, b"\0") + struct.pack("<I", 0) + struct.pack("<I", free) * 108
    room = stream.ljust(count * size, b"\0")
    return header + tables[0] + entries.ljust(size, b"\0") + tables[1] + room


BEGIN, END = struct.pack("<HHHH", 0x0809, 4, 0x0600, 0x0010), struct.pack("<HH", 0x000A, 0)
BOOK = struct.pack("<HHHH", 0x0809, 4, 0x0600, 0x0005)


def old(*cells: bytes) -> bytes:
    """Write a .xls of one sheet with these records."""
    return compound(book_of(*cells).ljust(4096, b"\0"))


def book_of(*cells: bytes) -> bytes:
    """Write the records of a workbook of one sheet."""
    name = struct.pack("<BB", 1, 0) + b"x"
    place = len(BOOK) + 4 + 6 + len(name) + len(END)
    sheet = struct.pack("<HHIBB", 0x0085, 6 + len(name), place, 0, 0) + name
    return BOOK + sheet + END + BEGIN + b"".join(cells) + END


def cell_of_old(row: int, column: int) -> bytes:
    return struct.pack("<HHHHHd", 0x0203, 14, row, column, 0, 1.0)


def test_old_workbooks_are_walked_first() -> None:
    (grid,) = read_tables("x.xls", old(cell_of_old(0, 0), cell_of_old(1, 1)))
    assert grid == Grid("x", ((1.0, ""), ("", 1.0)))
    assert "超过" in refused("x.xls", old(cell_of_old(65535, 255)))
    (short,) = read_tables("x.xls", small(book_of(cell_of_old(0, 0), cell_of_old(0, 20))))
    assert short.rows[0][20] == 1.0
    assert "超过" in refused("x.xls", small(book_of(cell_of_old(65535, 255))))
    several = struct.pack("<HHHHHH", 0x00BE, 8, 1, 0, 0, 250)
    assert "超过" in refused("x.xls", old(several))
    assert "已损坏" in refused("x.xls", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600)
    assert "已损坏" in refused("x.xls", bytes.fromhex("d0cf11e0a1b11ae1"))
    looping = bytearray(compound(b""))
    looping[512 + 4 : 512 + 8] = struct.pack("<I", 1)
    assert "已损坏" in refused("x.xls", bytes(looping))
    assert "已损坏" in refused("x.xls", compound(b"", "Workbuch"))


@pytest.mark.confined
def test_cells_come_back_from_a_process_of_its_own(tmp_path: Path) -> None:
    day, moment = date(2021, 1, 2), datetime.fromisoformat("2021-01-02 03:04")
    place = write(tmp_path / "x.xlsx", {"清单": [["=1", 1.5, day, moment]]})
    (grid,) = read_tables("x.xlsx", place.read_bytes())
    assert grid == Grid("清单", (("=1", 1.5, day, moment),))


@pytest.mark.confined
def test_a_process_that_takes_too_much_is_ended(good: bytes) -> None:
    # One long text that many cells share: the file is small, what it means is not.
    long = "".join(sha256(b"%d" % at).hexdigest() for at in range(375)).encode()
    cells = (f'<c r="{letters_of(at)}{{0}}" t="s"><v>0</v></c>' for at in range(200))
    row = '<row r="{0}">' + "".join(cells) + "</row>"
    wide = "".join(row.replace("{0}", str(at)) for at in range(1, 301)).encode()
    shared = b"<sst><si><t>" + long + b"</t></si></sst>"
    content = with_part(with_cells(good, wide), "xl/sharedStrings.xml", lambda _: shared)
    assert "“x.xlsx”要的时间或内存超过限度" in refused("x.xlsx", content, ENDED)


def test_a_separated_text_is_read_as_systems_and_offices_write_it() -> None:
    text = '事项清单，第一批\n编号\t备注\n="0012"\t甲,乙,丙\n'
    rows = (("事项清单，第一批",), ("编号", "备注"), ("0012", "甲,乙,丙"))
    gbk = text.encode("gb18030")
    for content in (gbk, b"\xef\xbb\xbf" + gbk, ("\ufeff" + text).encode("gb18030")):
        assert read_tables("x.csv", content)[0].rows == rows


def test_comma_separated_files_have_limits() -> None:
    assert "超过" in refused("x.csv", b"a\n" * 20_001)
    assert "超过" in refused("x.csv", b"a," * 201)


def test_merged_cells_say_the_same(tmp_path: Path) -> None:
    import xlsxwriter  # noqa: PLC0415

    place = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(str(place)) as book:
        sheet = book.add_worksheet("清单")
        sheet.merge_range(0, 0, 2, 0, "审批局")
        sheet.write_column(0, 1, ["一", "二", "三"])
    (grid,) = read_tables("x.xlsx", place.read_bytes())
    assert grid.rows == (("审批局", "一"), ("审批局", "二"), ("审批局", "三"))
    assert Grid("清单", ()).place(4, 2) == "清单!C5"
    named = {0: "A", 25: "Z", 26: "AA", 701: "ZZ", 702: "AAA"}
    assert {column_of(one): one for one in named.values()} == named
    assert [letters_of(one) for one in named] == list(named.values())


def test_what_cells_say() -> None:
    assert text_of(3.0) == "3"
    assert text_of(0.1) == "0.1"
    assert text_of(1e-7) == "0.0000001"
    assert text_of(True) == "是"
    assert text_of(False) == "否"
    assert text_of("a\r\nb\rc") == "a\nb\nc"
    assert text_of(datetime.fromisoformat("2021-01-02")) == "2021-01-02"
    assert text_of(datetime.fromisoformat("2021-01-02 03:04")) == "2021-01-02 03:04"
    assert text_of(date(2021, 1, 2)) == "2021-01-02"
    assert text_of(timedelta(hours=1)) == "1:00:00"
    for wrong in ("#REF!", 1e15, float("inf"), float("nan")):
        with pytest.raises(CellError):
            text_of(wrong)


def test_a_library_that_panics_or_is_missing(good: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicError(BaseException):
        pass

    def panic(_: object) -> None:
        raise PanicError

    monkeypatch.setattr("pilotkit.edit.tables.workbook._rows", panic)
    assert "读不了“x.xlsx”" in refused("x.xlsx", good)
    monkeypatch.setattr("pilotkit.edit.tables.reading.find_spec", lambda _: None)
    with pytest.raises(Fault) as raised:
        read_tables("x.xlsx", good)
    assert "pilot doctor" in raised.value.sentence.zh
