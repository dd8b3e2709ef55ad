"""Standards in Word after GB/T 1.1 are read back: cover, contents, elements, clauses, volume."""

from dataclasses import replace
from datetime import date

import pytest
from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt

from own_standard import COPY, EVIL, FLOW, HEAD, REPOSITORY, own, repository_of
from pilotkit.report.copies.copy import copy_of
from pilotkit.report.copies.volume import volume_of
from pilotkit.report.raster import Picture, to_png
from pilotkit.report.standard_files import standard_files
from pilotkit.report.standard_forms import word_form
from pilotkit.report.word.standard_writing import write_standard, write_volume
from small_pilot import TEXTS, case_of
from word_file import (
    everything,
    lines_of_contents,
    opened,
    pages_of_contents,
    paragraphs,
    styled,
)


def written() -> Word:
    return opened(write_standard(COPY, "小字"))


def foot_of_cover(word: Word) -> list[str]:
    return [one.text for one in word.sections[0].first_page_footer.paragraphs]


def test_the_cover_says_number_title_dates_and_issuer() -> None:
    word = written()
    assert styled(word, "标准类别", "封面编号", "封面名称") == [
        "小区标准体系",
        "Q/XQ TG 001—2022",
        "办证服务指南",
    ]
    assert foot_of_cover(word) == ["2022-03-01发布\t2022-04-01实施", "审批局\u3000发布"]
    assert word.sections[0].different_first_page_header_footer


def test_its_classes_stand_on_top_of_the_cover() -> None:
    repository = repository_of(
        head=HEAD.replace("kind:", "ics: [03.160, 35.240.01]\nccs: A12\nkind:")
    )
    word = opened(write_standard(copy_of(own(repository), repository), "小字"))
    assert [one.text for one in word.paragraphs][:3] == [
        "ICS 03.160；35.240.01",
        "CCS A 12",
        "小区标准体系",
    ]


def test_what_it_replaces_its_stage_and_what_is_invented_stand_on_the_cover() -> None:
    head = HEAD.replace(
        "issued: 2022-03-01\neffective: 2022-04-01\n",
        "circulated: 2022-03-01\nreplaces: [tongze, Q/XQ TG 000—2020]\n",
    )
    repository = repository_of(head=head, invented="全部虚构")
    word = opened(write_standard(copy_of(own(repository), repository), "小字"))
    assert styled(word, "提示", "封面代替", "封面稿别") == [
        "全部虚构",
        "代替 Q/XQ TG 002—2022，Q/XQ TG 000—2020",
        "（征求意见稿）",
    ]
    assert foot_of_cover(word)[0] == "发布日期待定\t实施日期待定"


def test_elements_and_clauses_stand_in_their_order() -> None:
    word = written()
    heads = styled(
        word, "目录标题", "要素标题", "正文标题", "Heading 1", "Heading 2", "Heading 3", "附录标题"
    )
    assert heads == [
        *("目　次", "前　言", "引　言", "办证服务指南", "1　范围"),
        *("2　规范性引用文件", "3　术语和定义", "4　要求", "4.2　时限", "4.2.1　计算"),
        *("附录A\n（规范性）\n台账", "A.1　栏目", "参考文献"),
    ]
    assert styled(word, "无标题条") == ["3.1", "4.1　窗口应备下列材料：", "4.3"]
    assert styled(word, "术语") == ["样例 sample"]
    assert styled(word, "列项一", "列项二") == ["——甲；", "——乙：", "1)\t丙；", "2)\t丁。"]
    assert styled(word, "注和示例") == ["注：时限以工作日计。"]
    assert styled(word, "公式") == ["N = a + b\t（1）"]
    assert styled(word, "表题", "图题") == ["表1　时限", "图1　流程", "图2　布局"]
    assert "旧目次" not in everything(word)
    assert f"本文件规定了{EVIL}。" in styled(word, "段")
    assert styled(word, "段")[0] == "本文件首次发布。"
    assert "先看的话" in styled(word, "段")
    assert word.paragraphs[-1].text == "小字"


def test_a_picture_is_drawn_anew_and_one_that_calls_for_other_files_is_not() -> None:
    word = written()
    (shown,) = word.element.body.iter(qn("wp:docPr"))
    assert shown.get("descr") == "图1　流程"
    assert styled(word, "未排入的图") == [
        "（图 zhinan/buju.svg 没有排入：SVG 引用了它以外的文件，可能有害）"
    ]
    (picture,) = (part for part in word.part.package.iter_parts() if "image" in part.content_type)
    assert picture.content_type == "image/png"
    # Its letters are there, in black on white, whatever font it asks for.
    bare = to_png(FLOW.replace("受理", ""), 3, all_in_ours=True)
    drawn = COPY.pictures["zhinan/liucheng.svg"]
    assert isinstance(drawn, Picture)
    assert (drawn.width, drawn.height) == (200, 90)
    assert drawn.content == picture.blob
    assert len(drawn.content) > 2 * len(bare)


def test_tables_keep_short_rows_and_repeat_their_heads() -> None:
    word = written()
    (table,) = word.tables
    assert [[cell.text for cell in line.cells] for line in table.rows] == [
        ["事项", "时限"],
        ["办证", "5"],
        ["换证", ""],
    ]
    assert word.element.body.find(f".//{qn('w:tblHeader')}") is not None
    assert word.element.body.find(f".//{qn('w:shd')}") is None


def test_the_contents_list_chapters_and_clauses_with_a_title() -> None:
    assert [text for text, _ in lines_of_contents(written())] == [
        *("前言", "引言", "1　范围", "2　规范性引用文件", "3　术语和定义", "4　要求"),
        *("4.2　时限", "附录A（规范性）　台账", "A.1　栏目", "参考文献"),
    ]


def test_the_contents_say_the_pages_of_the_pdf() -> None:
    word = opened(word_form().write_standard(COPY, "小字"))
    assert pages_of_contents(word) == ["II", "III", *"11111334"]
    volume = opened(word_form().write_volume(volume_of(REPOSITORY), "小字"))
    whole, second = pages_of_contents(volume)[:4], pages_of_contents(volume)[4:6]
    assert (whole, second) == (["1", "2", "6", "7"], ["4", "5"])


def test_letters_and_pages_are_those_of_gbt_1_1() -> None:
    word = written()
    for name, font, size in (
        ("段", "宋体", 10.5),
        ("Heading 1", "黑体", 10.5),
        ("封面名称", "黑体", 26),
    ):
        style = word.styles[name]
        fonts = style.element.rPr.find(qn("w:rFonts"))
        assert (fonts.get(qn("w:eastAsia")), style.font.size) == (font, Pt(size))
    # Nothing of the indents of an official document is left.
    assert word.styles["Heading 1"].paragraph_format.first_line_indent is None
    cover, front, body = word.sections
    assert cover.left_margin == pytest.approx(Mm(25), abs=Mm(1) / 20)
    counts = [one.find(qn("w:pgNumType")) for one in word.element.body.iter(qn("w:sectPr"))]
    assert [one if one is None else one.get(qn("w:fmt")) for one in counts] == [
        None,
        "upperRoman",
        "decimal",
    ]
    for section in (cover, front, body):
        assert section.header.paragraphs[0].text == "Q/XQ TG 001—2022"
        assert section.even_page_header.paragraphs[0].text == "Q/XQ TG 001—2022"


def test_the_end_line_stands_with_what_is_before_it() -> None:
    word = written()
    at = next(
        n for n, one in enumerate(word.paragraphs) if one.style and one.style.name == "终结线"
    )
    assert word.paragraphs[at - 1].text == "[1] 某书"
    assert word.paragraphs[at - 1].paragraph_format.keep_with_next
    assert word.paragraphs[at].paragraph_format.element.find(f".//{qn('w:top')}") is not None


def test_the_volume_holds_the_issued_ones_in_the_order_of_the_system() -> None:
    volume = volume_of(REPOSITORY)
    assert [(part.name, [one.standard.id for one in part.copies]) for part in volume.parts] == [
        ("通用基础", ["tongze"]),
        ("服务提供", ["zhinan"]),
    ]
    assert [one.id for one in volume.left_out] == ["guicheng"]
    word = opened(write_volume(volume, "小字"))
    assert styled(word, "汇编名称", "封面稿别") == [
        *("标准文本汇编", "小区标准体系", volume.pilot, "共2项", "2022年12月31日")
    ]
    assert styled(word, "分体系名称", "封面名称") == [
        "通用基础",
        "通则",
        "服务提供",
        "办证服务指南",
    ]
    whole, first, second = (list(box) for box in word.element.body.iter(qn("w:sdtContent")))
    assert [said(line) for line in whole] == [
        *("通用基础", "Q/XQ TG 002—2022　通则", "服务提供", "Q/XQ TG 001—2022　办证服务指南")
    ]
    assert [len(first), len(second)] == [2, 10]
    tops = [one.header.paragraphs[0].text for one in word.sections]
    assert tops == [*["标准文本汇编"] * 3, *["Q/XQ TG 002—2022"] * 2, "Q/XQ TG 001—2022"]


def test_every_line_of_contents_leads_to_its_place() -> None:
    word = opened(write_volume(volume_of(REPOSITORY), "小字"))
    places = {
        mark.get(qn("w:name")): paragraph
        for paragraph in paragraphs(word)
        for mark in paragraph.iter(qn("w:bookmarkStart"))
    }
    lines = [line for box in word.element.body.iter(qn("w:sdtContent")) for line in box]
    for line in lines:
        target = places[line.find(qn("w:hyperlink")).get(qn("w:anchor"))]
        found = "".join(said(target).split())
        assert "".join(said(line).split()).endswith(found[-4:])
    ranges = [one.get(qn("w:name")) for one in word.element.body.findall(qn("w:bookmarkStart"))]
    assert ranges == ["_Std00001", "_Std00002"]
    ends = [one.get(qn("w:id")) for one in word.element.body.findall(qn("w:bookmarkEnd"))]
    assert ends == ["100001", "100002"]


def said(line: BaseOxmlElement) -> str:
    return "".join(text.text or "" for text in line.iter(qn("w:t")))


def test_a_volume_without_a_framework_is_one_part() -> None:
    files = {path: text for path, text in TEXTS.items() if path != "data/framework.yaml"}
    repository = case_of(files).repository
    volume = volume_of(repository)
    assert [part.name for part in volume.parts] == ["未归入体系"]
    assert volume.system == "标准体系"


def test_names_of_files_are_those_that_every_system_takes() -> None:
    one = own(REPOSITORY)
    hostile = one.model_copy(update={"id": "x", "title": 'a/../b\\c:"*?<>|\n\u202e' + "长" * 90})
    same = one.model_copy(update={"id": "y"})
    empty = one.model_copy(update={"id": "z", "number": None, "title": "..."})
    copies = [copy_of(standard, REPOSITORY) for standard in (one, same, hostile, empty)]
    names = [made.name for made in standard_files(copies, "s", word_form())]
    assert names[:2] == [
        "Q_XQ TG 001—2022 办证服务指南.docx",
        "Q_XQ TG 001—2022 办证服务指南 y.docx",
    ]
    assert names[2].startswith("Q_XQ TG 001—2022 a_.._b_c_______ _长")
    assert len(names[2]) < 70
    assert names[3] == "z.docx"


def test_the_same_input_is_the_same_bytes() -> None:
    assert write_standard(COPY, "s") == write_standard(COPY, "s")
    volume = volume_of(REPOSITORY)
    assert write_volume(volume, "s") == write_volume(replace(volume), "s")
    day = opened(write_standard(COPY, "s")).core_properties.created
    assert day is not None
    assert day.date() == date(2022, 12, 31)
