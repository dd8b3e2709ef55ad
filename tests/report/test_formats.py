"""What users write stays text in every format; a page reaches for nothing outside."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from pilotkit.report.document import (
    Bullets,
    Cell,
    Column,
    Document,
    Fact,
    Figure,
    Heading,
    Note,
    Paragraph,
    Row,
    Table,
    chinese,
    merged,
    numbered,
    row,
)
from pilotkit.report.escape import visible
from pilotkit.report.formats import FORMATS
from pilotkit.report.formats.html import render as render_html
from pilotkit.report.formats.md import render as render_md
from pilotkit.report.report import Report
from pilotkit.report.reports import REPORTS
from pilotkit.report.runner import make
from small_pilot import case_of

EVIL = (
    "<script>alert(1)</script><img src=x onerror=y>\"'{{7*7}}{% x %}[a](javascript:b)![c](d)"
    " |`*_#@~ &lt; </td></svg> =1+1"
)
HOSTILE = case_of(said=EVIL)
HTML_TAGS = {
    *("html", "head", "meta", "title", "style", "body", "a", "main", "header", "p", "h1", "dl"),
    *("div", "dt", "dd", "nav", "h2", "h3", "h4", "ol", "ul", "li", "article", "table", "caption"),
    *("colgroup", "col", "thead", "tbody", "tr", "th", "td", "br", "figure", "figcaption"),
    *("footer", "svg", "desc", "path", "rect", "polyline", "polygon", "circle", "text"),
}
MD_TAGS = {
    *("h1", "h2", "h3", "h4", "p", "strong", "em", "ul", "li", "blockquote", "hr", "table"),
    *("thead", "tbody", "tr", "th", "td", "br"),
}


class Page(HTMLParser):
    """What a browser makes of a page: tags, attributes, text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.pieces: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.pieces).split())


def seen(text: str) -> str:
    return " ".join(visible(" ".join(text.split())).split())


def markdown_page(content: bytes) -> Page:
    """Show Markdown as GitHub does, but with all its HTML let through."""
    return Page(MarkdownIt("commonmark", {"html": True}).enable("table").render(content.decode()))


@pytest.mark.parametrize("one", REPORTS, ids=lambda one: one.name)
def test_hostile_text_stays_text(one: Report) -> None:
    (html,) = (made.content for made in make(one, HOSTILE, ["html"]))
    page = Page(html.decode())
    assert page.tags <= HTML_TAGS
    assert not [name for name, _ in page.attributes if name.startswith("on") or name == "style"]
    assert seen(EVIL) in page.text
    for made in make(one, HOSTILE, ["md"]):
        shown = markdown_page(made.content)
        assert shown.tags <= MD_TAGS
        assert not [name for name, _ in shown.attributes if name in {"href", "src"}]
        assert seen(EVIL) in shown.text


@pytest.mark.parametrize("one", REPORTS, ids=lambda one: one.name)
def test_a_page_stands_alone(one: Report) -> None:
    (made,) = make(one, case_of(), ["html"])
    page = Page(made.content.decode())
    links = [value or "" for name, value in page.attributes if name in {"href", "src"}]
    assert all(link.startswith("#") for link in links)
    assert not re.search(r"url\(|@import|https?://(?!www\.w3\.org/2000/svg)", made.content.decode())
    assert any("default-src 'none'" in (value or "") for _, value in page.attributes)
    assert not re.search(r"\{\{|\{%|\{#", made.content.decode())
    targets = {f"#{value}" for name, value in page.attributes if name == "id"}
    assert set(links) <= targets


TEXT = st.text(min_size=1, max_size=30)


@given(TEXT, TEXT)
@settings(max_examples=60, deadline=None)
def test_any_text_comes_back_as_it_is(first: str, second: str) -> None:
    columns = (Column("a"), Column("b"))
    document = Document(
        "x",
        "t",
        "zh",
        (Fact("f", first),),
        (
            Heading(1, first or "h"),
            Paragraph(second),
            Note(first),
            Bullets((second, first)),
            Table("", columns, (row("1", Cell(" ".join(second.split()) or "-")),)),
        ),
    )
    page = Page(render_html(document).decode())
    assert page.tags <= HTML_TAGS
    assert seen(first) in " ".join(page.text.replace("\u00a0", " ").split())
    shown = markdown_page(render_md(document))
    assert shown.tags <= MD_TAGS
    for text in (first, second):
        assert seen(text) in shown.text


def document_of(*blocks: Paragraph | Table | Figure) -> Document:
    return Document("x", "题", "zh", (), blocks, notices=("虚构",), stamp=("小字",))


def test_formats_of_a_document() -> None:
    columns = (
        Column("单位"),
        Column("前", "number", 5, "环节"),
        Column("后", "number", 5, "环节"),
    )
    rows = merged([row("甲", 7, 4), row("甲", 3, None)], 1)
    total = Row((Cell("合计", across=2), None, Cell("4")), total=True)
    document = document_of(
        Table("对比", columns, (*rows, total)),
        Figure("图", "<svg></svg>"),
        Paragraph("1. 不是列项"),
    )
    assert render_md(document).decode() == (
        "# 题\n\n> **虚构**\n\n**对比**\n\n| 单位 | 环节 前 | 环节 后 |\n| --- | ---: | ---: |\n"
        "| 甲 | 7 | 4 |\n|  | 3 | — |\n| **合计** |  | **4** |\n\n*图（图见网页版）*\n\n"
        "1\\. 不是列项\n\n---\n\n*小字*\n"
    )
    html = " ".join(render_html(document).decode().split())
    assert (
        '<th scope="col" rowspan="2" class="text">单位</th> <th scope="colgroup" colspan="2">'
        in html
    )
    assert '<td class="text plain" rowspan="2">甲</td>' in html
    assert '<td class="text plain" colspan="2">合计</td>' in html
    assert "<svg></svg>" in html


def test_headings_are_numbered_as_offices_do() -> None:
    levels = (1, 2, 2, 3, 1, 2)
    blocks = [Heading(level, "x") for level in levels]
    said = [one.number for one in numbered(blocks, "zh") if isinstance(one, Heading)]
    assert said == ["一、", "（一）", "（二）", "1. ", "二、", "（一）"]
    said = [one.number for one in numbered(blocks, "en") if isinstance(one, Heading)]
    assert said == ["1 ", "1.1 ", "1.2 ", "1.2.1 ", "2 ", "2.1 "]
    assert [chinese(n) for n in (1, 10, 11, 20, 27, 99)] == [
        "一",
        "十",
        "十一",
        "二十",
        "二十七",
        "九十九",
    ]


def test_every_report_knows_its_formats() -> None:
    assert {name for one in REPORTS for name in one.formats} == set(FORMATS)
