"""Templates of a workspace's own: filled with text only, checked by paragraph, within limits."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from multiprocessing import Pipe
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as Word
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from hypothesis import given, settings
from hypothesis import strategies as st

from pilotkit.disk import confinement
from pilotkit.disk.confinement import RefusedError, confined, serve
from pilotkit.report.comparison.files import compare
from pilotkit.report.document import Column, Document, Fact, Heading, Note, Paragraph, Table, row
from pilotkit.report.escape import one_line
from pilotkit.report.figures import figures_of
from pilotkit.report.format import Setting, TemplateFault
from pilotkit.report.formats.docx import render as write_word
from pilotkit.report.reports import REPORTS
from pilotkit.report.word.template.checking import faults_of
from pilotkit.report.word.template.context import context_of
from pilotkit.report.word.template.filling import fill
from pilotkit.report.word.template.packed import EXAMINE, RENDER
from pilotkit.report.word.template.shipped import shipped
from small_pilot import case_of

pytestmark = pytest.mark.usefixtures("at_once")
CASE = case_of()
FIGURES = figures_of(CASE)
DOCUMENT = Document(
    name="x",
    title="题",
    lang="zh",
    subtitle="副题",
    facts=(Fact("单位", "审批局"),),
    blocks=(
        Paragraph("引言"),
        Heading(1, "甲", "一、"),
        Paragraph("甲文"),
        Heading(1, "乙", "二、"),
        Table("表", (Column("列"),), (row("格"),)),
    ),
    notices=("全部虚构",),
    stamp=("截至某日。",),
    day=date(2022, 12, 31),
)


def saved(word: Word) -> bytes:
    buffer = BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def template(*texts: str) -> bytes:
    word = docx.Document()
    for text in texts:
        word.add_paragraph(text)
    return saved(word)


def setting(content: bytes) -> Setting:
    return Setting(content, "data/templates/x.docx", figures=FIGURES)


def filled(*texts: str, document: Document = DOCUMENT) -> list[str]:
    word = docx.Document(BytesIO(fill(document, setting(template(*texts)))))
    return [one.text for one in word.paragraphs if one.text]


def faults(*texts: str, content: bytes | None = None) -> list[str]:
    found = faults_of(content or template(*texts), DOCUMENT, FIGURES)
    return [one.zh for one in found]


WHOLE = ("{{ notices[0] }}", "{{ body }}", "{{ stamp[0] }}")


def test_words_figures_and_blocks_come_where_the_office_wants_them() -> None:
    assert filled(
        "{%p for notice in notices %}",
        "{{ notice }}",
        "{%p endfor %}",
        "《{{ title }}》{{ day }}：{{ figures.supported }}/{{ figures.max }} 分",
        "覆盖率 {{ figures.coverage }}{% if figures.coverage_total > 99 %}！{% endif %}",
        "{% for fact in facts %}{{ fact.label }}={{ fact.text }}{% endfor %}",
        "{{ body }}",
        "完",
        "{{ stamp | join('') }}",
    ) == [
        "全部虚构",
        "《题》2022年12月31日：3.5/10 分",
        "覆盖率 20.0 %",
        "单位=审批局",
        *("引言", "一、甲", "甲文", "二、乙", "表"),
        "完",
        "截至某日。",
    ]


def test_a_section_with_a_place_of_its_own_leaves_the_body() -> None:
    assert filled("{{ section_2 }}", "以下其余", "{{ body }}", "{{ notices }}{{ stamp }}")[:6] == [
        *("二、乙", "表", "以下其余", "引言", "一、甲", "甲文"),
    ]


def test_what_must_be_said_is_said_where_the_template_leaves_it_out() -> None:
    assert filled("我区", "{{ body }}") == [
        *("全部虚构", "我区", "引言", "一、甲", "甲文", "二、乙", "表", "截至某日。"),
    ]


@pytest.mark.parametrize("one", REPORTS, ids=lambda one: one.name)
def test_the_shipped_template_gives_what_a_report_is_without_it(one: object) -> None:
    report = next(each for each in REPORTS if each is one)
    document = report.build(CASE)
    own, plain = shipped(document), write_word(document)
    made = write_word(document, setting(own))
    assert [said.zh for said in compare(".docx", made, plain)] == [
        "文字、数字和图没有不同：只是重新存过，或改了版式"
    ]
    assert looks_of(made) == looks_of(plain)
    assert faults_of(own, document, FIGURES) == []


def looks_of(content: bytes) -> list[str]:
    return [one.style.name or "" for one in docx.Document(BytesIO(content)).paragraphs if one.style]


def test_a_table_of_contents_leads_to_headings_behind_bookmarks_of_the_office() -> None:
    word = docx.Document(BytesIO(template("{{ contents }}", *WHOLE)))
    mark = OxmlElement("w:bookmarkStart")
    mark.set(qn("w:id"), "7")
    mark.set(qn("w:name"), "自己的")
    word.element.body.insert(0, mark)
    blocks = tuple(Heading(1, f"题{n}") for n in range(9))
    made = docx.Document(
        BytesIO(fill(replace(DOCUMENT, blocks=blocks), setting(saved(word))))
    ).element
    named = [one.get(qn("w:name")) for one in made.iter(qn("w:bookmarkStart"))]
    led = [one.get(qn("w:anchor")) for one in made.iter(qn("w:hyperlink"))]
    assert len(led) == 9
    assert named == ["自己的", *led]
    few = fill(DOCUMENT, setting(saved(word)))
    assert not list(docx.Document(BytesIO(few)).element.iter(qn("w:hyperlink")))


def test_the_manual_names_what_there_is() -> None:
    manual = (Path(__file__).parents[2] / "docs/templates.md").read_text("utf-8")
    (rows,) = re.findall(r"\|---\|---\|\n((?:\|.*\n)+)", manual)
    named = {name.removeprefix("figures.") for name in re.findall(r"`([\w.]+)`", rows)}
    context = context_of(DOCUMENT, dict(FIGURES))
    assert set(context) - {"figures"} <= named
    assert named <= {*context, *dict(FIGURES), "label", "text"}


def test_the_same_template_and_data_give_the_same_bytes() -> None:
    made = fill(DOCUMENT, setting(template(*WHOLE)))
    assert made == fill(DOCUMENT, setting(template(*WHOLE)))
    assert docx.Document(BytesIO(made)).core_properties.title == "题"


HOSTILE = "{{7*7}}{% x %}{_{ &amp; <w:fldSimple/> </w:t> \x0b\x07\ue000body\ue000 “'\""


@pytest.mark.parametrize("text", [HOSTILE, "a\tb\nc\x0cd", "{#", "}_}"])
def test_data_is_never_compiled_and_stays_text(text: str) -> None:
    document = replace(DOCUMENT, title=text, facts=(Fact(text, text),), blocks=(Paragraph(text),))
    shown = one_line(text)
    made = filled("{{ title }}", "{{ facts[0].text }}", "{{ body }}", document=document)
    assert [one for one in made if one == shown] == [shown] * 3


@given(st.text(min_size=1, max_size=20))
@settings(max_examples=15)
def test_any_text_comes_back_as_it_is(text: str) -> None:
    assert f"〔{one_line(text)}〕" in filled(
        "〔{{ title }}〕", "{{ body }}", document=replace(DOCUMENT, title=text)
    )


def test_a_template_cannot_make_markup() -> None:
    assert filled("{{ '<w:br/>' | safe }}", "{{ '\ue000' }}", *WHOLE)[:2] == [
        "<w:br/>",
        r"\ue000",
    ]


def test_a_break_of_the_office_stays_where_the_body_ends_a_section() -> None:
    word = docx.Document()
    word.add_paragraph("{{ body }}")
    word.add_section()
    word.add_paragraph("附件")
    made = docx.Document(BytesIO(fill(DOCUMENT, setting(saved(word)))))
    assert len(made.sections) == 2
    assert "附件" in [one.text for one in made.paragraphs]


def test_heads_and_feet_are_filled_too() -> None:
    word = docx.Document(BytesIO(template(*WHOLE)))
    word.sections[0].header.paragraphs[0].text = "{{ subtitle }}"
    made = docx.Document(BytesIO(fill(DOCUMENT, setting(saved(word)))))
    assert made.sections[0].header.paragraphs[0].text == "副题"
    word.sections[0].footer.paragraphs[0].text = "{{ subtitel }}{{ body }}"
    assert faults(content=saved(word)) == [
        "页脚“{{ subtitel }}{{ body }}”：没有变量“subtitel”，是不是“subtitle”？",
        "页脚“{{ subtitel }}{{ body }}”：{{ body }} 要单独成段，不能放在表格、页眉、文本框里",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("得{{ titel }}分", "没有变量“titel”，是不是“title”？"),
        ("{{ figures.suported }}", "没有变量“suported”，是不是“supported”？"),
        ("{{ figures['xyzzy'] }}", "没有变量“xyzzy”"),
        ("{% for f in facts %}{{ f.lable }}{% endfor %}", "没有变量“lable”，是不是“label”？"),
        ("{{ facts[0].lable }}", "没有变量“lable”，是不是“label”？"),
        ("{% for f in facts if g %}{% endfor %}", "没有变量“g”"),
        ("{% if titel %}{% elif day %}{% else %}{% endif %}", "没有变量“titel”，是不是“title”？"),
        ("{% set a = titel %}{{ a }}", "没有变量“titel”，是不是“title”？"),
        ("{{ title | uper }}", "没有过滤器“uper”"),
        ("{{ a b }}", "写法不对：expected token 'end of print statement', got 'b'"),
        ("{% if %}{% endif %}", "写法不对：Expected an expression, got 'end of statement block'"),
        ("{{ title }", "花括号没有配对"),
        ("{% if day %}", "没有 endif"),
        ("{% endfor %}", "endfor 没有对应的 for"),
        ("{% else %}", "else 不在 if 里"),
        ("{% for x in facts %}{% elif day %}{% endfor %}", "elif 不在 if 里"),
        ("{% include 'x' %}", "模板里不能用“include”"),
        ("{% macro m() %}{% endmacro %}", "模板里不能用“macro”"),
    ],
)
def test_what_is_wrong_is_named_with_its_paragraph(text: str, said: str) -> None:
    found = faults("前言", *WHOLE, text)
    assert found[0] == f"第5段“{text[:40]}{'…' if len(text) > 40 else ''}”：{said}"


@pytest.mark.parametrize(
    "text",
    [
        "{# 说明 #}{{ figures.supported }} {{ title | upper }} {{ notices[0] }}",
        "{% for a, b in figures.items() %}{{ a }}{{ loop.index }}{% endfor %}",
        "{% set n = namespace(a=1) %}{% for i in range(3) %}{{ i }}{% endfor %}",
        "{% if figures.claimed is number and “甲” == '甲' %}好{% else %}坏{% endif %}",
        "{%r if day %}{{r day }}{%r endif %}",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert faults(*WHOLE, text) == []


def test_tags_in_tables_are_named_by_their_field() -> None:
    word = docx.Document(BytesIO(template(*WHOLE)))
    table = word.add_table(3, 2)
    table.cell(0, 0).text = "{%tr for f in facts %}"
    table.cell(1, 0).text = "{% vm %}{{ f.label }}"
    table.cell(1, 1).text = "{% cellbg f.color %}{{ f.text }}"
    table.cell(2, 0).text = "{%tr endfor %}"
    assert faults(content=saved(word)) == [
        "表1第2行第2列“{% cellbg f.color %}{{ f.text }}”：没有变量“color”"
    ]
    table.cell(1, 1).text = "{{ f.text }}"
    assert faults(content=saved(word)) == []
    made = docx.Document(BytesIO(fill(DOCUMENT, setting(saved(word)))))
    assert [[field.text for field in line.cells] for line in made.tables[1].rows] == [
        ["单位", "审批局"]
    ]


def test_what_is_missing_is_named() -> None:
    assert faults("只有封面") == [
        "缺少 {{ body }}：正文没有地方放",
        "缺少 notices（试点是虚构的等说明），写出时会自动补上",
        "缺少 stamp（截至日期、数据版本、所用模板），写出时会自动补上",
    ]
    assert faults("正文：{{ body }}", "{{ notices[0] }}{{ stamp[0] }}") == [
        "第1段“正文：{{ body }}”：{{ body }} 要单独成段，不能放在表格、页眉、文本框里"
    ]
    for text in ("只有封面", "正文：{{ body }}"):
        with pytest.raises(TemplateFault) as raised:
            filled(text)
        assert "正文没有地方放" in raised.value.sentence.zh


def test_a_fault_of_filling_names_the_template_and_the_paragraph() -> None:
    with pytest.raises(TemplateFault) as raised:
        filled("引", "{{ titel }}", "{{ body }}")
    assert raised.value.sentence.zh == (
        "模板 data/templates/x.docx 用不了：第2段“{{ titel }}”：没有变量“titel”，是不是“title”？"
    )
    # One that only shows when it is filled in.
    with pytest.raises(TemplateFault) as raised:
        filled("{{ body }}", "引", "算{{ figures.supported // 0 }}", "{{ notices }}{{ stamp }}")
    assert raised.value.sentence.zh.startswith(
        "模板 data/templates/x.docx 用不了：第3段“算{{ figures.supported // 0 }}”："
    )


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ title.__init__.__globals__ }}",
        "{{ facts.append(1) }}",
        "{{ '%s' | format(title.__class__) }}",
        "{{ range(10 ** 9) }}",
        "{{ cycler }}",
        "{{ lipsum }}",
    ],
)
def test_the_sandbox_holds(text: str) -> None:
    with pytest.raises(TemplateFault):
        filled(text, *WHOLE)


def with_link(word: Word, kind: str, target: str) -> None:
    name = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
    word.part.relate_to(target, name, is_external=True)


def field(word: Word, *pieces: str) -> None:
    run = word.add_paragraph().add_run()
    for piece in pieces:
        instruction = OxmlElement("w:instrText")
        instruction.text = piece
        run.element.append(instruction)


def embedded(word: Word) -> bytes:
    buffer = BytesIO(saved(word))
    with ZipFile(buffer, "a") as package:
        package.writestr("word/vbaProject.bin", b"x")
    return buffer.getvalue()


def simple(word: Word) -> None:
    one = OxmlElement("w:fldSimple")
    one.set(qn("w:instr"), " includetext c:\\x")
    word.add_paragraph()._p.append(one)  # noqa: SLF001 - there is no public way


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda w: with_link(w, "image", "http://x/a.png"), "引用了文件之外的内容：http://x/a.png"),
        (lambda w: with_link(w, "attachedTemplate", "\\\\x\\a.dotm"), "引用了文件之外的内容："),
        (lambda w: with_link(w, "hyperlink", "file:///etc/passwd"), "引用了文件之外的内容：file"),
        (lambda w: field(w, "DD", "EAUTO cmd"), "含有域 DDEAUTO，会读取别的文件"),
        (simple, "含有域 INCLUDETEXT，会读取别的文件"),
        (embedded, "含有宏或嵌入对象：word/vbaProject.bin"),
    ],
)
def test_what_reaches_outside_is_refused(spoil: Callable[[Word], bytes | None], said: str) -> None:
    word = docx.Document(BytesIO(template(*WHOLE)))
    content = spoil(word) or saved(word)
    assert faults(content=content)[0].startswith(said)
    with pytest.raises(TemplateFault) as raised:
        fill(DOCUMENT, setting(content))
    assert said in raised.value.sentence.zh


def test_links_to_pages_and_usual_fields_are_no_danger() -> None:
    word = docx.Document(BytesIO(template(*WHOLE)))
    with_link(word, "hyperlink", "https://example.org")
    field(word, "PAGE")
    assert faults(content=saved(word)) == []


def bomb() -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", 8) as package:
        package.writestr("word/document.xml", bytes(40_000_000))
    return buffer.getvalue()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", bomb()], ids=["empty", "cut", "bomb"])
def test_what_is_no_word_file_is_one_line(content: bytes) -> None:
    assert faults_of(content, DOCUMENT, FIGURES)[0].zh == "不是 Word 文件，或解开后太大"
    with pytest.raises(TemplateFault):
        fill(DOCUMENT, setting(content))


def test_another_packed_file_is_one_line() -> None:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as package:
        package.writestr("a.txt", "a")
    (said,) = faults_of(buffer.getvalue(), DOCUMENT, FIGURES)
    assert said.zh.startswith("文件已损坏（")


def test_blocks_take_the_page_of_the_template() -> None:
    word = docx.Document(BytesIO(template(*WHOLE)))
    word.sections[0].left_margin = Mm(50)
    wide = Table("宽", tuple(Column(f"列{n}") for n in range(12)), (row(*"一" * 12),))
    document = replace(DOCUMENT, blocks=(Paragraph("前"), wide, Note("注")))
    made = docx.Document(BytesIO(fill(document, setting(saved(word)))))
    assert abs((made.sections[0].left_margin or 0) - Mm(50)) < Mm(1)
    assert len(made.sections) > 1


@pytest.mark.confined
def test_a_template_works_in_a_process_of_its_own() -> None:
    context = context_of(DOCUMENT, dict(FIGURES))
    made = confined(RENDER, template("{{ title }}"), context)
    assert [one.text for one in docx.Document(BytesIO(made)).paragraphs] == ["题"]
    with pytest.raises(RefusedError) as refused:
        confined(EXAMINE, template("{{ titel }}"), context)
    assert refused.value.sentences[0].en == (
        "paragraph 1 '{{ titel }}': no variable 'titel', did you mean 'title'?"
    )


@pytest.mark.confined
@pytest.mark.parametrize(
    "text",
    [
        "{% set a = 'x' * 999999999 %}",
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    ],
    ids=["memory", "time"],
)
def test_a_template_that_wants_too_much_is_ended(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confinement, "_WAIT", 4)
    with pytest.raises(RefusedError) as refused:
        confined(RENDER, template(text), context_of(DOCUMENT, {}))
    assert refused.value.sentences[0].zh.startswith("要的时间或内存超过限度")


def test_what_runs_out_of_memory_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confinement, "_limit", lambda: None)

    def too_much(*_: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr(confinement, "_found", lambda _: too_much)
    ours, theirs = Pipe()
    ours.send((RENDER, b"", "{}"))
    serve(theirs)
    assert not ours.poll()
