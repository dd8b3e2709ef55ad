"""The fonts that GB/T 9704 asks for, and whether they are at hand."""

from pilotkit.model.sentence import Sentence
from pilotkit.report.checkup.check import Check, same
from pilotkit.report.checkup.machine import Machine
from pilotkit.report.checkup.remedies import own_fonts, pip_install

# Each with the names under which its makers and Windows list it.
_OFFICIAL = {
    "方正小标宋简体": ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05"),
    "仿宋_GB2312": ("仿宋_GB2312", "FangSong_GB2312"),
    "楷体_GB2312": ("楷体_GB2312", "KaiTi_GB2312"),
    "黑体": ("黑体", "SimHei"),
}
_OPEN = ("Noto Serif SC", "Noto Sans SC", "Noto Serif CJK SC", "Noto Sans CJK SC")
_SHIPPED = "pylopdf-fonts-zh-cn"
_OFFICIAL_TITLE = Sentence("公文字体", "fonts of official documents")


def official_fonts(machine: Machine) -> Check:
    """Look for the office's own fonts; Word files name them and need them only where they open."""
    found = (machine.fonts or frozenset()) | machine.named_fonts
    lacking = [name for name, names in _OFFICIAL.items() if not found.intersection(names)]
    unused = [
        name
        for name, names in _OFFICIAL.items()
        if name not in lacking and not machine.named_fonts.intersection(names)
    ]
    if machine.fonts is None:
        said = Sentence("没有 typst，看不到有哪些字体", "without typst fonts cannot be listed")
        return Check(
            "official-fonts", _OFFICIAL_TITLE, "missing", said, pip_install(machine, "typst")
        )
    if lacking:
        said = Sentence(
            f"缺 {'、'.join(lacking)}：Word 文件照常写明字体名；PDF 用开放字体代替",
            f"no {', '.join(lacking)}: Word files name them all the same, PDF takes open ones",
        )
        return Check(
            "official-fonts", _OFFICIAL_TITLE, "missing", said, own_fonts(machine, installed=False)
        )
    if unused:
        said = Sentence(
            "本机有；PDF 要指明文件夹才会用", "here; PDF takes them from a named folder"
        )
        return Check(
            "official-fonts", _OFFICIAL_TITLE, "ok", said, own_fonts(machine, installed=True)
        )
    said = Sentence("齐全，PDF 会用", "all there for PDF")
    return Check("official-fonts", _OFFICIAL_TITLE, "ok", said)


def open_fonts(machine: Machine) -> Check:
    """Look for open Chinese fonts, without which pages and pictures have empty boxes."""
    title = Sentence("开放中文字体", "open Chinese fonts")
    if _SHIPPED in machine.libraries:
        said = same(f"{_SHIPPED} {machine.libraries[_SHIPPED]}")
        return Check("open-fonts", title, "ok", said)
    here = sorted(set(_OPEN) & ((machine.fonts or frozenset()) | machine.named_fonts))
    listed = "、".join(here)
    said = (
        Sentence(f"只有本机的 {listed}，PDF 不会用", f"only this machine's {', '.join(here)}")
        if here
        else Sentence("没有，PDF 和图里的汉字会成空框", "none: empty boxes in PDF and pictures")
    )
    return Check("open-fonts", title, "missing", said, pip_install(machine, _SHIPPED))
