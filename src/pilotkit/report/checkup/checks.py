"""Everything that is looked at, in the order in which it is told."""

from collections.abc import Iterator

from pilotkit.model.sentence import COMMA, Sentence
from pilotkit.report.checkup.check import Check, Output, same
from pilotkit.report.checkup.fonts import official_fonts, open_fonts
from pilotkit.report.checkup.libraries import LIBRARIES
from pilotkit.report.checkup.machine import Machine
from pilotkit.report.checkup.remedies import install, pip_install, speak_utf8
from pilotkit.report.formats import FORMATS

_OLDEST = (3, 11)
_UTF8 = frozenset({"utf-8", "utf8", "cp65001"})
_BINDER = ("binder", Sentence("资料汇编", "the binder"), (*FORMATS["pdf"].needs, "pikepdf"))


def checks_of(machine: Machine) -> list[Check]:
    """Look at everything."""
    return [
        _python(machine),
        _git(machine),
        *_libraries(machine),
        official_fonts(machine),
        open_fonts(machine),
        _office(machine),
        _console(machine),
        _names(machine),
        _writing(machine),
    ]


def outputs_of(machine: Machine) -> list[Output]:
    """Say of each form of reports, and of the binder, what it lacks."""
    every = [*((one.name, one.title, one.needs) for one in FORMATS.values()), _BINDER]
    return [
        Output(name, title, tuple(one for one in needs if one not in machine.libraries))
        for name, title, needs in every
    ]


def _python(machine: Machine) -> Check:
    said = same(".".join(map(str, machine.python)))
    title = same("Python")
    if machine.python[:2] >= _OLDEST:
        return Check("python", title, "ok", said)
    mend = Sentence("安装 Python 3.11 或更新的", "install Python 3.11 or newer")
    return Check("python", title, "wrong", said, mend)


def _git(machine: Machine) -> Check:
    if machine.git:
        return Check("git", same("git"), "ok", same(machine.git))
    said = Sentence(
        "没有：检查、评分、报告照常，历史、比较和快照用不了",
        "none: checks, scores and reports work, history, comparison and snapshots do not",
    )
    return Check("git", same("git"), "missing", said, install(machine, "git"))


def _libraries(machine: Machine) -> Iterator[Check]:
    for library in LIBRARIES:
        name = library.distribution
        title = Sentence(f"{name}（{library.use.zh}）", f"{name} ({library.use.en})")
        if name in machine.libraries:
            yield Check(name, title, "ok", same(machine.libraries[name]))
        else:
            said = Sentence("没有安装", "not installed")
            yield Check(name, title, "missing", said, pip_install(machine, name))


def _office(machine: Machine) -> Check:
    title = same("LibreOffice")
    if machine.office:
        return Check("libreoffice", title, "ok", same(machine.office))
    said = Sentence(
        "没有：汇编里的 Word、Excel 材料不能转成 PDF，以说明页代替",
        "none: Word and Excel files of the binder are named on a sheet, not converted",
    )
    return Check("libreoffice", title, "missing", said, install(machine, "libreoffice"))


def _console(machine: Machine) -> Check:
    title = Sentence("终端编码", "encoding of the console")
    if machine.console in _UTF8:
        both = Sentence(
            f"{machine.console}（{machine.locale}）", f"{machine.console} ({machine.locale})"
        )
        return Check("console", title, "ok", both)
    said = Sentence(
        f"{machine.console}（{machine.locale}）：显示不了的字会写成编码",
        f"{machine.console} ({machine.locale}): what it cannot show is written by number",
    )
    return Check("console", title, "missing", said, speak_utf8(machine))


def _names(machine: Machine) -> Check:
    title = Sentence("文件名编码", "encoding of file names")
    if machine.names in _UTF8:
        return Check("file-names", title, "ok", same(machine.names))
    said = Sentence(
        f"{machine.names}：写不了中文文件名", f"{machine.names} holds no Chinese file names"
    )
    return Check("file-names", title, "wrong", said, speak_utf8(machine))


def _writing(machine: Machine) -> Check:
    title = Sentence("写入", "writing")
    if not machine.unwritable:
        return Check("writing", title, "ok", Sentence("可以", "possible"))
    zh, en = (comma.join(machine.unwritable) for comma in COMMA)
    said = Sentence(f"写不进 {zh}", f"cannot write into {en}")
    mend = Sentence("换一个文件夹：pilot report … -o 文件夹", "pilot report … -o FOLDER")
    return Check("writing", title, "wrong", said, mend)
