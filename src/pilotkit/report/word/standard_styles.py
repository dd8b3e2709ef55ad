"""The letters of GB/T 1.1—2020, chapter 10: 宋体 and 黑体, mostly 五号 (10.5 pt)."""

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from pilotkit.report.word.styles import (
    CELL,
    CONTENTS,
    HEAD,
    HEITI,
    NOTE,
    NOTICE,
    PICTURE,
    RED,
    SONGTI,
    STAMP,
    Look,
)

KIND, NUMBER, REPLACES, TITLE = "标准类别", "封面编号", "封面代替", "封面名称"
STAGE, DATES, ISSUER = "封面稿别", "封面日期", "封面发布机构"
CLASS = "封面分类号"
ELEMENT, ANNEX_NAME, TEXT_TITLE = "要素标题", "附录标题", "正文标题"
TEXT, CLAUSE, REMARK, FORMULA, END = "段", "无标题条", "注和示例", "公式", "终结线"
TABLE_NAME, FIGURE_NAME, NOT_SHOWN = "表题", "图题", "未排入的图"
TERM = "术语"
HEADER, FOOTER = "标准页眉", "标准页脚"
VOLUME_TITLE, PART = "汇编名称", "分体系名称"
ITEMS = ("列项一", "列项二", "列项三")
WIDTH = Mm(165)
_WUHAO, _XIAOWU, _LINE, _HALF = Pt(10.5), Pt(9), Pt(15.6), Pt(7.8)
_LEFT, _CENTER, _RIGHT = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
)


def _clause(around: Pt) -> Look:
    return Look(HEITI, _WUHAO, _LINE, _LEFT, before=around, after=around, stays=True)


_SONG = Look(SONGTI, _WUHAO, _LINE)
LOOKS = {
    "Normal": _SONG,
    "Heading 1": _clause(_LINE),
    "Heading 2": _clause(_HALF),
    "Heading 3": _clause(_HALF),
    "Heading 4": _clause(_HALF),
    "toc 1": Look(SONGTI, _WUHAO, Pt(18), _LEFT, tab=WIDTH),
    "toc 2": Look(SONGTI, _WUHAO, Pt(18), _LEFT, left=Pt(21), tab=WIDTH),
    CONTENTS: Look(HEITI, Pt(16), Pt(24), _CENTER, before=_LINE, after=Pt(24), own_page=True),
    CLASS: Look(HEITI, _WUHAO, None, _LEFT, latin=HEITI),
    KIND: Look(HEITI, Pt(26), None, _CENTER, before=Pt(30), after=Pt(30)),
    NUMBER: Look(HEITI, Pt(14), None, _RIGHT, latin=HEITI),
    REPLACES: Look(HEITI, _WUHAO, None, _RIGHT, latin=HEITI),
    TITLE: Look(HEITI, Pt(26), Pt(36), _CENTER, before=Pt(110), after=Pt(18)),
    STAGE: Look(SONGTI, Pt(16), None, _CENTER),
    DATES: Look(HEITI, Pt(14), None, _LEFT, tab=WIDTH, dots=False, latin=HEITI),
    ISSUER: Look(HEITI, Pt(16), None, _CENTER, before=Pt(10)),
    ELEMENT: Look(
        HEITI, Pt(16), Pt(24), _CENTER, before=_LINE, after=Pt(24), own_page=True, outline=0
    ),
    TEXT_TITLE: Look(HEITI, Pt(16), Pt(24), _CENTER, before=_LINE, after=Pt(24), own_page=True),
    ANNEX_NAME: Look(
        HEITI, _WUHAO, Pt(18), _CENTER, before=_LINE, after=_LINE, own_page=True, outline=0
    ),
    TEXT: Look(SONGTI, _WUHAO, _LINE, indent=True),
    CLAUSE: _SONG,
    TERM: Look(HEITI, _WUHAO, _LINE, _LEFT, indent=True, stays=True),
    REMARK: Look(SONGTI, _XIAOWU, _LINE, left=Pt(21)),
    FORMULA: Look(SONGTI, _WUHAO, _LINE, _LEFT, left=Pt(42), tab=WIDTH, dots=False),
    ITEMS[0]: Look(SONGTI, _WUHAO, _LINE, left=Pt(42), hanging=Pt(21)),
    ITEMS[1]: Look(SONGTI, _WUHAO, _LINE, left=Pt(63), hanging=Pt(21)),
    ITEMS[2]: Look(SONGTI, _WUHAO, _LINE, left=Pt(84), hanging=Pt(21)),
    TABLE_NAME: Look(HEITI, _WUHAO, _LINE, _CENTER, before=_HALF, after=_HALF, stays=True),
    FIGURE_NAME: Look(HEITI, _WUHAO, _LINE, _CENTER, before=_HALF, after=_HALF),
    PICTURE: Look(SONGTI, Pt(1), None, _CENTER, before=_HALF, stays=True),
    NOT_SHOWN: Look(SONGTI, _XIAOWU, _LINE, _CENTER, before=_HALF, stays=True),
    CELL: Look(SONGTI, _XIAOWU, Pt(14), _LEFT),
    HEAD: Look(SONGTI, _XIAOWU, Pt(14), _CENTER),
    END: Look(SONGTI, _WUHAO, _LINE, _CENTER, before=_LINE),
    HEADER: Look(HEITI, _WUHAO, None, _RIGHT, latin=HEITI),
    FOOTER: Look(SONGTI, _XIAOWU, None, _RIGHT, latin=SONGTI),
    VOLUME_TITLE: Look(HEITI, Pt(36), Pt(54), _CENTER, before=Pt(180), after=Pt(24)),
    PART: Look(HEITI, Pt(26), Pt(36), _CENTER, before=Pt(250), outline=0),
    NOTICE: Look(HEITI, Pt(12), None, _CENTER, color=RED),
    NOTE: Look(SONGTI, _WUHAO, _HALF),
    STAMP: Look(SONGTI, Pt(8), None, _CENTER, before=_LINE),
}
