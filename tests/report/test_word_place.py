"""Blocks are written at a mark of an office's own Word file, which stays as it is around them."""

from io import BytesIO

import docx
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.text.paragraph import Paragraph as WordParagraph

from pilotkit.report.document import Block, Column, Heading, Note, Paragraph, Table, row
from pilotkit.report.word.writing import write_blocks

UPRIGHT, TURNED = WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE
WIDE = Table("宽表", tuple(Column(f"列{n}") for n in range(9)), (row(*map(str, range(9))),))


def template() -> Word:
    """An office's file: a head of its own, a mark, an ending; no style of ours in it."""
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "局内用纸"
    for text in ("开头", "此处插入", "结尾"):
        word.add_paragraph(text)
    for name in ("Table Grid", "List Bullet", "Caption"):
        word.styles[name].delete()
    return word


def mark_of(word: Word) -> CT_P:
    paragraphs: list[CT_P] = word.element.body.p_lst
    return next(one for one in paragraphs if one.text == "此处插入")


def filled(*blocks: Block, word: Word | None = None) -> Word:
    word = word or template()
    mark = mark_of(word)
    write_blocks(word, blocks, mark, "zh")
    word.element.body.remove(mark)
    saved = BytesIO()
    word.save(saved)
    return docx.Document(saved)


def pages(word: Word) -> list[tuple[WD_ORIENT, list[str]]]:
    return [
        (
            one.orientation,
            [
                piece.text if isinstance(piece, WordParagraph) else "（表）"
                for piece in one.iter_inner_content()
                if not isinstance(piece, WordParagraph) or piece.text
            ],
        )
        for one in word.sections
    ]


def test_blocks_stand_where_the_mark_was() -> None:
    narrow = Table("", (Column("甲"),), (row("1"),))
    word = filled(Heading(1, "题", "一、"), Paragraph("文"), narrow, Note("注"))
    assert pages(word) == [(UPRIGHT, ["开头", "一、题", "文", "（表）", "注", "结尾"])]
    assert word.styles["公文正文"].font.size
    borders = word.styles["Table Grid"].element.find(f".//{qn('w:tblBorders')}")
    assert len(borders) == 6


def test_a_wide_table_turns_its_own_page_only() -> None:
    word = filled(Paragraph("前"), WIDE)
    assert pages(word) == [
        (UPRIGHT, ["开头", "前"]),
        (TURNED, ["宽表", "（表）"]),
        (UPRIGHT, ["结尾"]),
    ]
    assert {one.header.paragraphs[0].text for one in word.sections} == {"局内用纸"}
    parts = list(word.element.iter(qn("w:headerReference")))
    assert len(parts) == 1


def test_a_wide_table_first_behind_a_table_of_the_office() -> None:
    word = template()
    word.add_table(1, 1)
    mark_of(word).addprevious(word.element.body.tbl_lst[0])
    assert [where for where, _ in pages(filled(WIDE, word=word))] == [UPRIGHT, TURNED, UPRIGHT]


def test_the_styles_of_the_office_stay() -> None:
    word = template()
    before = word.styles["Heading 1"].font.size
    assert filled(Heading(1, "题"), word=word).styles["Heading 1"].font.size == before
