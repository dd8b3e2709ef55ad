"""Colours and fonts of all drawings.

Dark on white, and told apart by lightness, outline or shape too: they are printed in grey.
"""

PAPER = "#ffffff"
INK = "#1f2933"
MUTED = "#52606d"
RULE = "#c3ccd6"
NAVY = "#1f4e79"
BLUE = "#3f7fbf"
PALE = "#dce6f1"
FAINT = "#f4f7fa"
RED = "#a8322a"
GREEN = "#2e7d4f"
AMBER = "#d9a300"
GREY = "#98a2ad"

FONTS = (
    "'Noto Sans SC','Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',"
    "'WenQuanYi Micro Hei','SimHei',sans-serif"
)
