"""Standards on paper after GB/T 1.1 are read back: cover, contents, numbers of pages, order."""

import re
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader

from own_standard import COPY, EVIL, HEAD, REPOSITORY, own, repository_of
from pilotkit.report.copies.copy import Copy, copy_of
from pilotkit.report.copies.volume import volume_of
from pilotkit.report.standard_forms import pdf_form


def opened(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


def written(copy: Copy = COPY) -> PdfReader:
    return opened(pdf_form(()).write_standard(copy, "小字"))


def words(text: str) -> str:
    return re.sub(r"[\s\u200b]", "", text)


def said(page: PageObject) -> str:
    return words(page.extract_text())


def lines(page: PageObject) -> list[str]:
    return [" ".join(line.split()) for line in page.extract_text().splitlines() if line.strip()]


def marks(reader: PdfReader) -> list[str]:
    """Return the bookmarks, those below others too."""
    return [words(title) for title in titles(reader.outline)]


def titles(outline: list[Any]) -> list[str]:
    found: list[str] = []
    for one in outline:
        found += titles(one) if isinstance(one, list) else [str(one.title)]
    return found


def test_a_picture_stands_above_its_caption_or_the_reason_why_not() -> None:
    reader = written()
    assert sum(len(page.images) for page in reader.pages) == 1
    text = "".join(said(page) for page in reader.pages)
    assert "图1流程（图zhinan/buju.svg没有排入：SVG引用了它以外的文件，可能有害）图2布局" in text


def test_cover_contents_and_text_stand_in_their_order() -> None:
    cover, contents, foreword, introduction, first, *_ = written().pages
    assert said(cover) == (
        "小区标准体系Q/XQTG001—2022办证服务指南2022-03-01发布2022-04-01实施审批局发布"
    )
    assert said(contents).startswith("Q/XQTG001—2022目次前言II引言III1范围12规范性引用文件1")
    assert "附录A（规范性）台账3A.1栏目3参考文献4" in said(contents)
    assert lines(foreword)[-1] == "II"
    assert "引言的话。" in said(introduction)
    assert said(first).startswith("Q/XQTG001—2022办证服务指南先看的话1范围")
    assert words(EVIL) in said(first)
    assert lines(first)[-1] == "1"


def test_its_classes_stand_on_top_of_the_cover() -> None:
    repository = repository_of(head=HEAD.replace("kind:", "ics: [03.160]\nccs: A 12\nkind:"))
    assert said(written(copy_of(own(repository), repository)).pages[0]).startswith(
        "ICS03.160CCSA12小区标准体系"
    )


def test_clauses_lists_tables_and_formulas_are_worded_as_in_word() -> None:
    text = "".join(said(page) for page in written().pages)
    for expected in (
        "3.1样例sample供人看的例子。",
        "4.1窗口应备下列材料：——甲；——乙：1)丙；2)丁。",
        "表1时限事项时限办证5换证注：时限以工作日计。",
        "N=a+b（1）",
        "图1流程",
    ):
        assert expected in text
    assert "旧目次" not in text


def test_bookmarks_are_the_name_and_what_the_contents_list() -> None:
    assert marks(written()) == [
        *("办证服务指南", "前言", "引言", "1范围", "2规范性引用文件", "3术语和定义"),
        *("4要求", "4.2时限", "附录A（规范性）台账", "A.1栏目", "参考文献"),
    ]


def test_a_volume_counts_its_pages_through() -> None:
    reader = opened(pdf_form(()).write_volume(volume_of(REPOSITORY), "小字"))
    cover, contents, part, *rest = reader.pages
    assert "标准文本汇编小区标准体系" in said(cover)
    assert said(contents) == (
        "标准文本汇编目次通用基础1Q/XQTG002—2022通则2服务提供6Q/XQTG001—2022办证服务指南7I"
    )
    assert said(part) == "通用基础"
    assert [said(page)[-1] for page in rest[1:4]] == ["3", "4", "5"]
    assert said(rest[4]) == "服务提供"
    assert marks(reader)[:5] == ["通用基础", "通则", "前言", "1范围", "服务提供"]
