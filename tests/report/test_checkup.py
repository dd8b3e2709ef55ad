"""What a machine lacks is named, with the command that mends it."""

import re
import tomllib
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest

from pilotkit.report.checkup.check import Check
from pilotkit.report.checkup.checks import checks_of, outputs_of
from pilotkit.report.checkup.libraries import LIBRARIES
from pilotkit.report.checkup.machine import Machine, this_machine

ROOT = Path(__file__).parents[2]
OWN = frozenset({"FZXiaoBiaoSong-B05S", "FangSong_GB2312", "KaiTi_GB2312", "SimHei"})
WHOLE = Machine(
    system="Linux",
    python=(3, 11, 2),
    executable="/opt/my venv/bin/python",
    installer="apt-get",
    git="2.39.5",
    libraries={one.distribution: "1.0" for one in LIBRARIES},
    fonts=OWN,
    named_fonts=OWN,
    office="/usr/bin/soffice",
    console="utf-8",
    names="utf-8",
    locale="zh_CN.UTF-8",
    unwritable=(),
)
BARE = replace(
    WHOLE,
    git=None,
    libraries={},
    fonts=None,
    named_fonts=frozenset(),
    office=None,
    console="gbk",
    locale="Chinese_China.936",
)


def by_name(machine: Machine) -> dict[str, Check]:
    return {one.name: one for one in checks_of(machine)}


def mend(machine: Machine, name: str) -> str:
    found = by_name(machine)[name].mend
    return found.zh if found else ""


def test_the_libraries_are_those_of_the_extra() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extra = project["optional-dependencies"]["office"]
    names = [re.split("[<>=]", one)[0] for one in extra]
    assert sorted(one.distribution for one in LIBRARIES) == sorted(names)
    assert all(find_spec(one.module) for one in LIBRARIES)
    assert {one for output in outputs_of(BARE) for one in output.lacking} <= set(names)


def test_a_machine_that_has_everything() -> None:
    assert {one.state for one in checks_of(WHOLE)} == {"ok"}
    assert not [one.mend for one in checks_of(WHOLE) if one.mend]
    assert not [one for one in outputs_of(WHOLE) if one.lacking]


def test_a_bare_machine_lacks_much_but_nothing_is_wrong() -> None:
    states = {one.name: one.state for one in checks_of(BARE)}
    assert set(states.values()) == {"ok", "missing"}
    assert [name for name, state in states.items() if state == "ok"] == [
        *("python", "file-names", "writing"),
    ]
    assert all(one.mend for one in checks_of(BARE) if one.state == "missing")
    lacking = {one.name: one.lacking for one in outputs_of(BARE)}
    assert (lacking["md"], lacking["html"]) == ((), ())
    assert lacking["pdf"] == ("typst", "pylopdf-fonts-zh-cn")


def test_the_commands_are_those_of_the_system() -> None:
    assert mend(BARE, "git") == "sudo apt-get install git"
    assert mend(BARE, "typst") == "'/opt/my venv/bin/python' -m pip install typst"
    assert mend(BARE, "console") == "export LANG=C.UTF-8 PYTHONUTF8=1"
    windows = replace(
        BARE, system="Windows", installer="winget", executable=r"C:\程序 1\python.exe"
    )
    assert mend(windows, "git") == "winget install --id Git.Git -e"
    assert mend(windows, "typst") == r'& "C:\程序 1\python.exe" -m pip install typst'
    assert mend(windows, "console") == "chcp 65001; $env:PYTHONUTF8 = 1"
    assert mend(replace(BARE, installer="brew"), "libreoffice") == (
        "brew install --cask libreoffice"
    )
    assert mend(replace(BARE, installer="pacman"), "git") == "sudo pacman -S git"
    assert mend(replace(BARE, installer=None), "git") == "从 https://git-scm.com 下载安装"
    bare_mac = replace(BARE, installer=None, system="Darwin")
    assert mend(bare_mac, "git") == "xcode-select --install"


def test_fonts_of_the_office() -> None:
    here = by_name(replace(WHOLE, system="Windows", named_fonts=frozenset()))["official-fonts"]
    assert (here.state, here.said.zh) == ("ok", "本机有；PDF 要指明文件夹才会用")
    assert here.mend is not None
    assert here.mend.zh == r"pilot report … -f pdf --font-path C:\Windows\Fonts"
    some = by_name(replace(WHOLE, fonts=frozenset({"SimHei"}), named_fonts=frozenset()))
    assert some["official-fonts"].said.zh.startswith(
        "缺 方正小标宋简体、仿宋_GB2312、楷体_GB2312："
    )
    listed = replace(BARE, fonts=frozenset({"Noto Sans CJK SC"}))
    assert by_name(listed)["open-fonts"].said.zh == "只有本机的 Noto Sans CJK SC，PDF 不会用"


@pytest.mark.parametrize(
    ("machine", "name"),
    [
        (replace(WHOLE, python=(3, 10, 1)), "python"),
        (replace(WHOLE, names="ascii"), "file-names"),
        (replace(WHOLE, unwritable=("build",)), "writing"),
    ],
)
def test_what_must_be_mended_first_is_wrong(machine: Machine, name: str) -> None:
    wrong = [one for one in checks_of(machine) if one.state == "wrong"]
    assert [one.name for one in wrong] == [name]
    assert wrong[0].mend


def test_this_machine_is_looked_at(tmp_path: Path) -> None:
    machine = this_machine([], [tmp_path / "build", tmp_path / "file"])
    assert machine.git
    assert set(machine.libraries) == {one.distribution for one in LIBRARIES}
    assert machine.unwritable == ()
    assert machine.named_fonts == frozenset()


def test_a_machine_without_anything_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("pilotkit.report.checkup.machine.find_spec", lambda _: None)
    monkeypatch.setattr("pilotkit.disk.libreoffice._PLACES", (str(tmp_path / "no"),))
    machine = this_machine(["x"], [tmp_path])
    assert (machine.git, machine.libraries, machine.fonts) == (None, {}, None)
    assert (machine.office, machine.installer) == (None, None)


def test_a_folder_that_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("pilotkit.report.checkup.machine.tempfile.TemporaryFile", refuse)
    assert this_machine([], [tmp_path]).unwritable == (str(tmp_path),)
