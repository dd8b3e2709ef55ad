import re

from hypothesis import given
from hypothesis import strategies as st

from pilotkit.text.blocks import Kind
from pilotkit.text.citations import citations_of, cited_in, listed_in
from pilotkit.text.mentions import mentions_of
from pilotkit.text.quoted import unquoted
from pilotkit.text.structure import Element, parse

TEXT = """# 窗口服务规范

# 目次

# 前言

本文件按照GB/T 1.1—2020的规定起草。

# 1 范围

# 2 规范性引用文件

GB/T 15624 服务标准化工作指南（GB/T 1 除外）

# 4 要求

## 4.1 总则

表1 规定了时限。

应做到：

a) 佩戴工牌，
   在左胸；
b) 见下：
  - 甲；

表1 时限

| 环节 |
| --- |
| 受理 |

注：见GB/T 36114。

### 4.1.1 语言

## 4.2

# 附录A（资料性） 图

## A.1 流程
"""


def test_a_text_in_its_elements() -> None:
    text = parse(TEXT)
    assert [one.element for one in text.chapters()] == [
        Element.CORE,
        Element.CONTENTS,
        Element.FOREWORD,
        Element.SCOPE,
        Element.REFERENCES,
        Element.CORE,
        Element.ANNEX,
    ]
    assert [one.nature for one in text.of(Element.ANNEX)] == ["资料性", "资料性"]


def test_the_clauses_directly_below_a_section() -> None:
    text = parse(TEXT)
    by_number = {one.number: one for one in text.sections}
    below = {number: [c.number for c in text.clauses_below(by_number[number])] for number in "4A"}
    assert below == {"4": ["4.1", "4.2"], "A": ["A.1"]}
    assert [one.number for one in text.clauses_below(by_number["4.1"])] == ["4.1.1"]
    assert text.clauses_below(by_number["4.2"]) == ()


def test_an_item_goes_on_in_the_indented_line_below() -> None:
    items = [block for _, block in parse(TEXT).blocks() if block.kind is Kind.ITEM]
    assert [(one.label, one.text, one.line) for one in items] == [
        ("a)", "佩戴工牌，在左胸；", 23),
        ("b)", "见下：", 25),
        ("-", "甲；", 26),
    ]


def test_a_sentence_that_begins_with_a_table_is_no_caption() -> None:
    tables = [block for _, block in parse(TEXT).blocks() if block.kind is Kind.TABLE]
    assert [(one.label, one.text, one.rows) for one in tables] == [
        ("表1", "时限", (("环节",), ("受理",)))
    ]


def test_the_lines_that_have_some_words_with_their_sections() -> None:
    found = parse(f"引子见表 1\n\n{TEXT}").lines_having(re.compile("时限"), re.compile(r"表\s1"))
    assert [(section and section.number, line, content) for section, line, content in found] == [
        (None, 1, "引子见表 1"),
        ("4.1", 21, "表1 规定了时限。"),
        ("4.1", 30, "表1 时限"),
    ]


def test_a_section_ends_before_the_next_heading() -> None:
    text = parse(TEXT)
    ends = [text.end_of(one) for one in text.sections]
    assert ends == [*(one.line - 1 for one in text.sections[1:]), len(text.lines)]


def test_citations_with_their_place_and_clause() -> None:
    said = "按GB/T 1.1—2020的8.5、GB/T 24421.2第5章、Q/BQZW TG 2—2021的附录A和DB61/T 9。"
    assert [(one.written, one.clause, one.column) for one in cited_in(said)] == [
        ("GB/T 1.1—2020", "8.5", 2),
        ("GB/T 24421.2", "5", 20),
        ("Q/BQZW TG 2—2021", "附录A", 36),
        ("DB61/T 9", "", 57),
    ]


def test_what_looks_like_a_citation_and_is_none() -> None:
    said = "国办发〔2019〕51号，内存 16 GB 2 条，XK 2009，SN 12345，AGB/T 5，GB/T 5x，2021-12-16"
    assert [one.written for one in cited_in(said)] == []


def test_the_spellings_of_a_number_are_kept() -> None:
    found = next(cited_in("应符合GB／T15624-2011。"))
    assert (found.code, found.space, found.dash) == ("GB／T", "", "-")
    assert found.number.dated == "GB/T 15624—2011"


def test_a_citation_knows_where_it_stands() -> None:
    found = citations_of(TEXT)
    assert [(one.cited.written, one.is_listed, one.is_in_body, one.is_note) for one in found] == [
        ("GB/T 1.1—2020", False, False, False),
        ("GB/T 15624", True, False, False),
        ("GB/T 1", True, False, False),
        ("GB/T 36114", False, True, True),
    ]
    assert [one.cited.written for one in listed_in(TEXT)] == ["GB/T 15624"]


def test_mentions_one_by_one_and_in_ranges() -> None:
    said = "见附录A～附录C、表1至3，图A.1、A.2和图B.4；代表1 名，表2021；附录X至2。"
    assert [one.label for one in mentions_of(said)] == [
        *("附录A", "附录B", "附录C"),
        "附录X",
        *("表1", "表2", "表3", "图A.1", "图A.2", "图B.4"),
        *("附录A", "附录A", "附录B"),
    ]


def test_what_is_quoted_leaves_its_columns() -> None:
    said = "应写“本文件”，见《本标准》和`本规范`。"
    assert unquoted(said) == "应写     ，见     和     。"


@given(st.text(alphabet="附录表图A1.、～至 ()（）GB/TQ—-0|#\n注：a)", max_size=300))
def test_any_text_is_read_and_places_stand_in_it(text: str) -> None:
    lines = text.splitlines()
    for one in citations_of(text):
        start = one.cited.column - 1
        assert lines[one.line - 1][start:].startswith(one.cited.written)
    assert all(1 <= one.line <= len(lines) for one in mentions_of(text))
    assert len(unquoted(text)) == len(text)


def test_comments_are_no_text_and_code_is_shown_as_it_stands() -> None:
    text = parse("# 1\n\n甲<!-- 乙\n丙 -->丁\n\n~~~yaml\n# 戊\n\n- 己\n~~~\n\n庚\n")
    assert [(one.kind, one.text, one.line) for one in text.sections[0].blocks] == [
        (Kind.PARAGRAPH, "甲", 3),
        (Kind.PARAGRAPH, "丁", 4),
        (Kind.CODE, "# 戊", 7),
        (Kind.CODE, "", 8),
        (Kind.CODE, "- 己", 9),
        (Kind.PARAGRAPH, "庚", 12),
    ]
    assert text.lines[3] == "     丁"


def test_a_table_may_have_bars_in_its_cells_and_none_around_its_rows() -> None:
    text = parse(
        "表1 时限\n\n环节 | 时限\n--- | ---\n受理 \\| 登记 | `a|b`\n\n|甲|乙\n|-|-\n|丙||\n"
    )
    assert [(one.label, one.rows) for one in text.before] == [
        ("表1", (("环节", "时限"), ("受理 | 登记", "`a|b`"))),
        ("", (("甲", "乙"), ("丙", ""))),
    ]


def test_the_signs_of_a_list_need_no_space() -> None:
    items = parse("a）甲；\n1)乙；\n——丙；\n●丁。\n-戊\n——\n").before
    assert [(one.kind, one.label, one.text) for one in items] == [
        (Kind.ITEM, "a）", "甲；"),
        (Kind.ITEM, "1)", "乙；"),
        (Kind.ITEM, "——", "丙；"),
        (Kind.ITEM, "●", "丁。"),
        (Kind.PARAGRAPH, "", "-戊"),
        (Kind.PARAGRAPH, "", "——"),
    ]
