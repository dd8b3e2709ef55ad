"""The letters of GB/T 9704—2012, as styles that Word lists by name.

Fonts are named, never bundled: 方正小标宋简体 and the _GB2312 ones are the office's own.
"""

from collections.abc import Mapping
from typing import NamedTuple

from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import (
    WD_ALIGN_PARAGRAPH,
    WD_LINE_SPACING,
    WD_TAB_ALIGNMENT,
    WD_TAB_LEADER,
)
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length, Mm, Pt, RGBColor, Twips
from docx.styles.style import ParagraphStyle
from docx.text.parfmt import ParagraphFormat

XIAOBIAOSONG, FANGSONG, KAITI = "方正小标宋简体", "仿宋_GB2312", "楷体_GB2312"
HEITI, SONGTI, LATIN = "黑体", "宋体", "Times New Roman"
BODY, CELL, HEAD, PICTURE = "公文正文", "表格文字", "表头", "图"
GRID = "Table Grid"
CONTENTS, ANNEX, ANNEX_TITLE = "目录标题", "附件", "附件标题"
ANNEX_LINE, ANNEX_LINE_ON = "附件说明", "附件说明续行"
FACT, NOTICE, NOTE, STAMP = "项目信息", "提示", "注", "小字"
BEHIND = "表后"
# 22 lines fill the 225 mm between the margins: 28.95 pt each.
LINE = Twips(579)
# 28 characters fill its 156 mm: 15.79 pt each, which is less than the 16 pt of 3号. Programs differ
# in how they read a grid of characters, not in how close letters are to stand.
_SANHAO, _CLOSER = Pt(16), -5
_BLACK, RED, _GREY = RGBColor(0, 0, 0), RGBColor(0xB0, 0, 0x20), RGBColor(0x55, 0x55, 0x55)
_CENTER, _LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT
_JUSTIFY = WD_ALIGN_PARAGRAPH.JUSTIFY
_THEME = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


class Look(NamedTuple):
    """How a style looks; a line without a height is as high as its letters.

    Letters differ in height from font to font: where a line has its own, pages are the same in all.
    """

    font: str
    size: Length
    line: Length | None = LINE
    align: WD_ALIGN_PARAGRAPH = _JUSTIFY
    indent: bool = False
    before: Length = Pt(0)
    after: Length = Pt(0)
    stays: bool = False
    color: RGBColor = _BLACK
    latin: str = LATIN
    own_page: bool = False
    left: Length = Pt(0)
    hanging: Length = Pt(0)
    tab: Length | None = None
    dots: bool = True
    outline: int | None = None


_LOOKS = {
    "Normal": Look(FANGSONG, _SANHAO),
    "Title": Look(XIAOBIAOSONG, Pt(22), Pt(32), _CENTER, after=Pt(6)),
    "Subtitle": Look(KAITI, _SANHAO, align=_CENTER, after=Pt(14)),
    "Heading 1": Look(HEITI, _SANHAO, indent=True, stays=True),
    "Heading 2": Look(KAITI, _SANHAO, indent=True, stays=True),
    "Heading 3": Look(FANGSONG, _SANHAO, indent=True, stays=True),
    "Heading 4": Look(FANGSONG, _SANHAO, indent=True, stays=True),
    "Caption": Look(HEITI, Pt(12), Pt(18), _CENTER, before=Pt(6), after=Pt(4), stays=True),
    "List Bullet": Look(FANGSONG, _SANHAO),
    "Footer": Look(SONGTI, Pt(14), None, latin=SONGTI),
    CONTENTS: Look(XIAOBIAOSONG, Pt(22), Pt(32), _CENTER, before=LINE, after=Pt(14)),
    "toc 1": Look(HEITI, Pt(14), Pt(24), align=_LEFT, tab=Mm(156)),
    "toc 2": Look(FANGSONG, Pt(14), Pt(24), align=_LEFT, left=Pt(28), tab=Mm(156)),
    ANNEX_LINE: Look(FANGSONG, _SANHAO, before=LINE),
    ANNEX_LINE_ON: Look(FANGSONG, _SANHAO),
    ANNEX: Look(HEITI, _SANHAO, align=_LEFT, stays=True, own_page=True),
    ANNEX_TITLE: Look(
        XIAOBIAOSONG, Pt(22), Pt(32), _CENTER, before=LINE, after=Pt(14), stays=True, outline=0
    ),
    BODY: Look(FANGSONG, _SANHAO, indent=True),
    FACT: Look(FANGSONG, _SANHAO, align=_LEFT),
    NOTICE: Look(HEITI, Pt(12), Pt(18), _CENTER, after=Pt(12), color=RED),
    NOTE: Look(KAITI, Pt(12), Pt(18), before=Pt(4), after=Pt(4)),
    # A picture is as high as it is, its letter next to nothing.
    PICTURE: Look(FANGSONG, Pt(1), None, _CENTER, before=Pt(6), stays=True),
    # As low as a line can be, so that it never begins a page of its own.
    BEHIND: Look(FANGSONG, Pt(1), Pt(1), after=Pt(9)),
    CELL: Look(FANGSONG, Pt(10.5), Pt(15.5), _LEFT),
    HEAD: Look(HEITI, Pt(10.5), Pt(15.5), _CENTER),
    STAMP: Look(SONGTI, Pt(9), Pt(14), _LEFT, color=_GREY),
}


def set_styles(word: Word, *, keep: bool = False, landscape: bool = False) -> None:
    """Set every style; those that the file has not got are added, those that it has may stay."""
    looks = _LOOKS
    if landscape:
        looks = looks | {name: looks[name]._replace(tab=Mm(225)) for name in ("toc 1", "toc 2")}
    set_looks(word, looks, keep=keep)


def set_looks(word: Word, looks: Mapping[str, Look], *, keep: bool = False) -> None:
    """Set styles, a look each."""
    known = {(style.name or "").lower(): style for style in word.styles}
    for name, look in looks.items():
        style = known.get(name.lower())
        if style is None:
            style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        elif keep:
            continue
        if isinstance(style, ParagraphStyle):
            _letters(style, look)
            _paragraph(style, look)
    if GRID.lower() not in known:
        _ruled(word.styles.add_style(GRID, WD_STYLE_TYPE.TABLE).element)


def _ruled(style: BaseOxmlElement) -> None:
    """Rule a style of tables: a thin line around every field."""
    properties, borders = OxmlElement("w:tblPr"), OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "auto")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    properties.append(borders)
    style.append(properties)


def _letters(style: ParagraphStyle, look: Look) -> None:
    font = style.font
    font.name, font.size, font.bold, font.italic = look.latin, look.size, False, False
    font.color.rgb = look.color
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:spacing")):
        properties.remove(old)
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), str(_CLOSER if look.size == _SANHAO else 0))
    properties.insert_element_before(spacing, "w:w", "w:kern", "w:position", "w:sz", "w:szCs")
    fonts = properties.find(qn("w:rFonts"))
    # A font of the theme would win over one that is named.
    for theme in _THEME:
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), look.font)
    fonts.set(qn("w:cs"), look.latin)


def _paragraph(style: ParagraphStyle, look: Look) -> None:
    form = style.paragraph_format
    form.alignment, form.keep_with_next = look.align, look.stays
    form.space_before, form.space_after = look.before, look.after
    form.page_break_before = look.own_page or None
    _indent(form, look)
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)
    if look.line is None:
        form.line_spacing_rule = WD_LINE_SPACING.SINGLE
    else:
        form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        form.line_spacing = look.line
    if look.line != LINE:
        _off_the_grid(properties)
    if look.outline is not None:
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(look.outline))
        properties.insert_element_before(level, "w:rPr")
    if look.indent:
        form.first_line_indent = look.size * 2
        properties.find(qn("w:ind")).set(qn("w:firstLineChars"), "200")


def _indent(form: ParagraphFormat, look: Look) -> None:
    for old in form.element.findall(f"{qn('w:pPr')}/{qn('w:ind')}"):
        old.getparent().remove(old)
    if look.left:
        form.left_indent = look.left
    if look.hanging:
        form.first_line_indent = Length(-look.hanging)
    if look.tab:
        leader = WD_TAB_LEADER.DOTS if look.dots else WD_TAB_LEADER.SPACES
        form.tab_stops.add_tab_stop(look.tab, WD_TAB_ALIGNMENT.RIGHT, leader)


def _off_the_grid(properties: BaseOxmlElement) -> None:
    """Let small letters stand close: on the grid of 28.95 pt a row of a table is twice as high."""
    snap = OxmlElement("w:snapToGrid")
    snap.set(qn("w:val"), "0")
    properties.insert_element_before(
        snap, "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl", "w:rPr"
    )
