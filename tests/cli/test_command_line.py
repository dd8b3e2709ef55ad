import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from conftest import Pilot
from pilotkit.cli.app import COMMANDS

# Values of the data are Chinese in both languages.
OFFICIAL = re.compile("自评|中期|合并|专家评审|达标|标准编制")
CJK = re.compile(r"[\u4e00-\u9fff]")
PAGES = [(one,) for one in COMMANDS] + [
    ("evidence", "add"),
    ("review", "record"),
    ("import", "xlsx"),
    ("text", "impact"),
]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_speaks_one_language_and_fits_its_terminal(
    pilot: Pilot, monkeypatch: pytest.MonkeyPatch, path: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    code, english, err = pilot(*path, "--help", "--lang", "en")
    assert (code, err) == (0, "")
    left = [one for one in english.splitlines() if not OFFICIAL.search(one)]
    assert not CJK.search("".join(left))
    code, chinese, err = pilot(*path, "--help")
    assert (code, err) == (0, "")
    said = chinese.splitlines()
    assert said[0].startswith(f"用法：pilot {' '.join(path)} [选项]")
    assert "  --help" in chinese
    assert " / " not in chinese
    assert "str" not in chinese.replace("--strict", "")
    assert all(len(line) + len(CJK.findall(line)) <= 82 for line in said[2:])


WRONG = {
    ("score", "--formt", "json"): "没有选项 --formt — 是不是“--format”？",
    ("score", "--format", "xml"): "--format 没有这个值；可用：text、json、markdown",
    ("score", "--format"): "--format 后面要写值",
    ("score", "--as-of", "明天"): "--as-of 要写成 2023-10-31 这样的日期",
    ("score", "extra"): "多写了：extra",
    ("next", "--limit", "0"): "--limit 要写整数，不小于 1",
    ("next", "--target", "abc"): "--target 要写数，如 90 或 87.5",
    ("score", "--fail-under", "x"): "--fail-under 要写数",
    ("review", "sheet"): "没有写 --seed：抽样种子，印在表上",
    ("blame",): "没有写条目或证据：评分条目或证据编号",
    ("ci", "svn"): "“平台”没有这个值；可用：github、gitlab、gitea",
    ("ci",): "没有写平台：托管平台；可用：github、gitlab、gitea",
    ("text", "shw"): "没有命令 shw — 是不是“show”？",
    ("evidence", "frob"): "没有命令 frob；可用：add、verify",
    ("text", "--lang", "zh", "shw"): "没有命令 shw — 是不是“show”？",
    ("validate", "--strict=1"): "--strict 后面不写值",
    ("evidence", "frob", "--help"): "没有命令 frob；可用：add、verify",
}


@pytest.mark.parametrize("arguments", WRONG)
def test_a_mistake_is_said_in_chinese_with_where_to_look(
    pilot: Pilot, arguments: tuple[str, ...]
) -> None:
    code, out, err = pilot(*arguments)
    assert (code, out) == (2, "")
    first, second = err.splitlines()
    assert first == WRONG[arguments]
    assert re.fullmatch(rf"全部写法见 pilot {arguments[0]}( sheet)? --help", second)


def test_a_page_says_what_may_be_written(pilot: Pilot) -> None:
    assert "平台  托管平台（github|gitlab|gitea）" in pilot("ci", "--help")[1]
    page = pilot("validate", "--help")[1]
    assert pilot("validate", "-h")[1] == page
    assert "--at 版本" in page
    assert "--since 版本" in page
    assert "--also 格式:文件" in page


def test_whoever_reads_no_further_hears_of_no_error(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "pilotkit", "explain", "--all"]
    with subprocess.Popen(program, stdout=subprocess.PIPE, cwd=tmp_path) as running:
        assert running.stdout
        running.stdout.close()
        assert running.wait() == 0


def test_at_a_terminal_a_mistake_is_as_wide_as_the_screen(tmp_path: Path) -> None:
    leader, follower = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "pilotkit", "explain"], stderr=follower, cwd=tmp_path, check=False
    )
    os.close(follower)
    lines = os.read(leader, 4096).decode().splitlines()
    os.close(leader)
    assert done.returncode == 2
    assert lines[1].startswith("能说明：规则（PK201、unknown-unit）")
    assert lines[2].startswith("  统计指标")
    assert max(cell_len(line) for line in lines) <= 80


def test_without_a_command_the_page_is_shown(pilot: Pilot) -> None:
    code, out, err = pilot()
    assert (code, out) == (2, "")
    assert err == pilot("--help")[1]
    assert err.splitlines()[-1] == "一条命令的全部选项：pilot 命令 --help"
    assert pilot("evidence")[2] == pilot("evidence", "--help")[1]
    assert pilot("--lang", "en")[2].startswith("Usage: pilot [OPTIONS] COMMAND ...")


def test_the_shared_options_may_stand_before_the_command(pilot: Pilot, small: Path) -> None:
    behind = pilot("score", "-C", str(small), "--as-of", "2022-03-01", "--lang", "en")
    assert behind[0] == 0
    before = ("-C", str(small), "--as-of", "2022-03-01", "--lang=en", "score")
    assert pilot(*before) == behind
    assert pilot("text", "--lang", "en")[2].startswith("Usage: pilot text [OPTIONS] COMMAND ...")
    inner = pilot("evidence", "verify", "-C", str(small))
    assert pilot("evidence", "-C", str(small), "verify") == inner
    assert pilot("-C", str(small), "evidence", "verify") == inner


def test_a_folder_that_is_not_there_is_said(pilot: Pilot, tmp_path: Path) -> None:
    gone = tmp_path / "没有"
    assert pilot("score", "-C", str(gone)) == (
        2,
        "",
        f"没有文件夹 {gone}\n请核对 -C 后面写的\n",
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("import", "xlsx", "没有.xlsx"), "读不了 没有.xlsx：没有这个文件或文件夹"),
        (("validate", "--baseline", "data"), "读不了 data：是文件夹，不是文件"),
        (("score", "--badge", "data"), "不能写 data：是文件夹，不是文件"),
        (("report", "targets", "-o", "data/pilot.yaml/x"), "请用 -o 另指文件夹"),
        (("report", "targets", "-o", "文件/x"), "路径中间有一段是文件"),
    ],
)
def test_why_a_file_cannot_be_read_or_written_is_said_in_chinese(
    pilot: Pilot,
    small: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.chdir(small)
    Path("文件").write_text("", "utf-8")
    code, _, err = pilot(*arguments)
    assert (code, said in err) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("validate", "没有"), ["工作区里没有 没有", "请给出 data/ 下的文件或文件夹"]),
        (
            ("evidence", "verify", "没有"),
            ["工作区里没有 没有", "请给出 data/ 下的文件或文件夹"],
        ),
        (("fmt", "没有"), ["工作区里没有 没有", "请给出 data/ 下的文件或文件夹"]),
        (
            ("validate", "--select", "PK3,missing-staf", "--ignore", "PK9999"),
            [
                "没有规则“missing-staf” — 是不是“missing-staff”？",
                "没有规则“PK9999” — 全部规则见 pilot explain --all",
            ],
        ),
        (("validate", "--also", "sarif"), ["--also 要写成 格式:文件，不是“sarif”"]),
        (("next", "--target", "101"), ["--target 最多 100"]),
        (("text", "show", "甲"), ["没有标准“甲”", "写编号（data/standards/ 里的文件名去掉后缀）"]),
        (("text", "impact", "甲"), ["没有标准或法规“甲”", "写编号（data/standards/、data/laws/"]),
        (("integrate", "--by", "甲"), ["记下决定要用 --decide 指明哪一条"]),
        (("init", "."), [". 里已经有试点了", "换一个空文件夹"]),
        (("status", "--unit", "审批"), ["没有单位“审批”", "是不是“审批局”？"]),
        (("gaps", "--unit", "火星局"), ["没有单位“火星局”", "data/units.yaml 里有："]),
    ],
)
def test_what_a_command_line_names_must_be_there(
    pilot: Pilot,
    small: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    said: list[str],
) -> None:
    monkeypatch.chdir(small)
    code, out, err = pilot(*arguments)
    assert (code, out) == (2, "")
    lines = err.splitlines()
    assert all(line.startswith(one) for line, one in zip(lines, said, strict=False))
    assert len(lines) >= len(said)
