"""The libraries of the extra `office`."""

from typing import NamedTuple

from pilotkit.model.sentence import Sentence


class Library(NamedTuple):
    """A library: how it is installed, how it is imported, what for."""

    distribution: str
    module: str
    use: Sentence


LIBRARIES = (
    Library("docxtpl", "docxtpl", Sentence("Word 模板", "Word templates")),
    Library("pikepdf", "pikepdf", Sentence("合并 PDF", "joining PDF")),
    Library("pylopdf-fonts-zh-cn", "pylopdf_fonts_zh_cn", Sentence("中文字体", "Chinese fonts")),
    Library("pypdf", "pypdf", Sentence("读 PDF", "reading PDF")),
    Library("python-calamine", "python_calamine", Sentence("读 Excel", "reading Excel")),
    Library("python-docx", "docx", Sentence("写 Word", "writing Word")),
    Library("resvg-py", "resvg_py", Sentence("Word 里的图", "pictures in Word")),
    Library("typst", "typst", Sentence("写 PDF", "writing PDF")),
    Library("XlsxWriter", "xlsxwriter", Sentence("写 Excel", "writing Excel")),
)
