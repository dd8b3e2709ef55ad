import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest

from conftest import Pilot
from pilotkit.cli import report as command
from pilotkit.model.sentence import Sentence
from pilotkit.report.reports import REPORTS
from small_pilot import texts


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a small pilot."""
    root = tmp_path / "small"
    for path, text in texts().items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text.replace("{x}", ""), "utf-8")
    monkeypatch.chdir(root)
    return root


def test_paths_on_stdout_and_progress_on_stderr(pilot: Pilot, small: Path) -> None:
    code, out, err = pilot("report", "score-sheet", "standards-list", "-f", "md")
    assert (code, out, err) == (
        0,
        "build/计分表-2022-12-31.md\nbuild/标准明细表-2022-12-31.md\n",
        "正在生成 1/2 计分表\n正在生成 2/2 标准明细表\n",
    )
    assert (small / "build/计分表-2022-12-31.md").read_text("utf-8").startswith("# 社会管理")
    again = pilot("report", "score-sheet", "--lang", "en", "-o", "../out")
    assert again[1] == "".join(
        f"{small.parent}/out/score-sheet-2022-12-31.{ending}\n" for ending in ("md", "html")
    )


def test_all_reports_and_their_list(pilot: Pilot, small: Path) -> None:
    code, out, err = pilot("report", "--all")
    assert code == 0
    made = 2 * (len(REPORTS) - 1) + 1
    assert len(out.splitlines()) == len(list((small / "build").glob("[!.]*"))) == made
    assert out.splitlines()[-1] == "build/index.html"
    assert "验收申请：不出具：审批局、东街道初验尚未达标\n" in err
    listed = pilot("report", "--list")[1].splitlines()
    assert listed[0] == "self-evaluation  自我评价报告"
    assert listed[-1] == "binder  资料汇编"
    assert len(listed) == len(REPORTS) + 1


def test_a_page_leads_to_every_file_of_all_reports(
    pilot: Pilot, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = Sentence("<i>&每一分附佐证编号", "x")
    named = {one.name: one for one in REPORTS}
    two = (named["acceptance"], replace(named["score-sheet"], purpose=hostile))
    monkeypatch.setattr(command, "REPORTS", two)
    assert pilot("report", "--all", "-f", "md,html,xlsx")[0] == 0
    page = small / "build/index.html"
    said = page.read_text("utf-8")
    there = {one.name for one in page.parent.glob("[!.]*")} - {page.name}
    links = [unquote(one).removeprefix("./") for one in re.findall(r'href="(\./[^"]+)"', said)]
    assert len(there) == 3
    assert set(links) == there
    for expected in (
        "&lt;i&gt;&amp;每一分附佐证编号",
        "共1份报告，3个文件",
        "验收申请",
        "不出具：审批局、东街道初验尚未达标",
        "资料汇编要读全部附件",
        "数据截至2022-12-31",
        "未提交的工作区",
    ):
        assert expected in said
    assert "<i>" not in said
    # Who has noted something in it finds it again, and the new one beside it.
    first = page.read_bytes()
    assert pilot("report", "--all", "-f", "md,html,xlsx")[0] == 0
    assert page.read_bytes() == first
    page.write_text(f"{said}<!-- 批注 -->", "utf-8")
    code, out, err = pilot("report", "--all", "-f", "md,html,xlsx")
    assert code == 0
    assert "index.html 有人改过，没有动它" in err
    assert (small / out.splitlines()[-1]).read_bytes() == first


def test_the_acceptance_is_refused_until_every_unit_has_passed(pilot: Pilot, small: Path) -> None:
    code, out, err = pilot("report", "acceptance", "-f", "md")
    assert (code, out, err) == (1, "", "验收申请：不出具：审批局、东街道初验尚未达标\n")
    english = pilot("report", "acceptance", "--lang", "en")
    assert english[::2] == (1, "acceptance: refused: not passed the 初验: 审批局, 东街道\n")
    for unit, day in (("spj", "2022-12-01"), ("dj", "2022-12-02")):
        (small / f"data/assessments/chuyan-{unit}.yaml").write_text(
            f"id: chuyan-{unit}\nbody: 初验\ndate: {day}\nunit: {unit}\npassed: true\n", "utf-8"
        )
    code, out, _ = pilot("report", "acceptance", "-f", "md")
    assert (code, out) == (0, "build/验收申请-2022-12-31.md\n")
    assert "2个成员单位全部初验达标（2/2）" in (small / out.strip()).read_text("utf-8")


def test_the_trend_is_the_score_of_each_month(pilot: Pilot, small: Path) -> None:
    assert pilot("report", "progress", "-f", "md")[0] == 0
    text = (small / "build/进度通报-2022-12-31.md").read_text("utf-8")
    rows = re.findall(r"^\| (\d{4}-\d\d-\d\d) \| ([\d.]+) \| \S+ \|$", text, re.MULTILINE)
    assert [day for day, _ in rows][:2] == ["2021-04-30", "2021-05-31"]
    assert len(rows) == 21
    for day, points in (rows[0], rows[9], rows[15], rows[-1]):
        scored = json.loads(pilot("score", "--as-of", day, "--format", "json")[1])
        assert scored["total"]["supported"] == points
    assert pilot("report", "progress", "-f", "md", "--as-of", "2021-04-20", "-o", "out")[0] == 0
    early = (small / "out/进度通报-2021-04-20.md").read_text("utf-8")
    assert "试点期内还没有满一个月，暂无走势。" in early


def test_word_and_excel_where_they_are_asked_for(pilot: Pilot, small: Path) -> None:
    code, out, _ = pilot("report", "score-sheet", "-f", "xlsx,docx")
    assert (code, out) == (0, "build/计分表-2022-12-31.docx\nbuild/计分表-2022-12-31.xlsx\n")
    assert all(file.read_bytes().startswith(b"PK") for file in (small / "build").glob("[!.]*"))


@pytest.mark.usefixtures("small")
def test_a_report_that_is_not_in_this_format_says_so(pilot: Pilot) -> None:
    said = "体系结构图：没有这种格式，可用：md、html、docx、pdf\n"
    code, out, err = pilot("report", "framework", "-f", "xlsx")
    assert (code, out) == (1, "")
    assert err.endswith(said)
    code, _, english = pilot("report", "framework", "-f", "xlsx", "--lang", "en")
    assert english == "framework: not in this format, known: md, html, docx, pdf\n"


@pytest.mark.usefixtures("small")
def test_a_format_whose_library_is_missing_is_exit_2(
    pilot: Pilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pilotkit.report.formats.docx.find_spec", lambda _: None)
    code, out, err = pilot("report", "framework", "-f", "docx")
    assert (code, out) == (2, "")
    assert err.splitlines()[-1].endswith("pilot doctor")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("self-evaluatoin",), "没有报告“self-evaluatoin”\n是不是“self-evaluation”？\n"),
        (("xyz", "--lang", "en"), "no report 'xyz'\nknown: self-evaluation, "),
        ((), "没有写明要哪份报告\n可用：self-evaluation、"),
        (("framework", "-f", "md,pptx"), "没有格式“pptx”\n可用：md、html、docx、pdf、xlsx、svg\n"),
        (("framework", "-o", "data/reports"), "报告不写进 data/\n请用 -o 另指文件夹\n"),
        (("framework", "-o", "data/pilot.yaml/x"), "报告不写进 data/\n"),
        (("framework", "-o", "notes.txt/x"), "不能写到 "),
        (("framework", "--font-path", "fonts"), "没有文件夹 fonts\n"),
    ],
)
def test_wrong_usage_is_exit_2(
    pilot: Pilot, small: Path, arguments: tuple[str, ...], said: str
) -> None:
    (small / "notes.txt").touch()
    code, out, err = pilot("report", *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(said)


def test_a_refused_report_asked_for_by_name_is_exit_1(
    pilot: Pilot, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no = replace(REPORTS[0], refused=lambda _: Sentence("尚有单位未达标", "a unit has not passed"))
    monkeypatch.setattr("pilotkit.cli.reports_by_name.BY_NAME", {no.name: no})
    monkeypatch.setattr(command, "REPORTS", (no,))
    assert pilot("report", no.name) == (1, "", "自我评价报告：尚有单位未达标\n")
    left_out = "资料汇编要读全部附件，不在 --all 之内，请用 pilot report binder\n"
    refused = f"自我评价报告：尚有单位未达标\n{left_out}"
    assert pilot("report", "--all") == (0, "build/index.html\n", refused)
    assert "尚有单位未达标" in (small / "build/index.html").read_text("utf-8")


def test_a_link_in_the_way_is_not_followed(pilot: Pilot, small: Path) -> None:
    (small / "build").mkdir()
    (small / "victim").touch()
    (small / "build/score-sheet-2022-12-31.md").symlink_to(small / "victim")
    code, _, err = pilot("report", "score-sheet", "-f", "md", "--lang", "en")
    assert code == 2
    assert "cannot write to 'score-sheet-2022-12-31.md'" in err
    assert not (small / "victim").read_bytes()


def test_a_linked_build_folder_is_not_followed(pilot: Pilot, small: Path) -> None:
    (small / "elsewhere").mkdir()
    (small / "build").symlink_to(small / "elsewhere")
    code, _, err = pilot("report", "framework")
    assert (code, err) == (2, "build 是链接，不跟随\n请用 -o 另指文件夹\n")
    assert not list((small / "elsewhere").iterdir())


def test_the_stamp_names_the_commit_and_what_is_not_committed(pilot: Pilot, small: Path) -> None:
    def git(*arguments: str) -> str:
        who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
        done = subprocess.run(["git", *who, *arguments], capture_output=True, check=True)
        return done.stdout.decode().strip()

    def stamp(*arguments: str) -> str:
        pilot("report", "framework", "-f", "md", *arguments)
        written = (small / "build/标准体系结构图-2022-12-31.md").read_text("utf-8")
        return next(line for line in written.splitlines() if line.startswith("*数据截至"))

    assert "数据版本：未提交的工作区" in stamp()
    git("init", "-q")
    git("add", "data")
    git("commit", "-q", "-m", "x")
    commit = git("rev-parse", "HEAD")[:10]
    assert f"数据版本：{commit}" in stamp()
    assert "未提交" not in stamp()
    units = small / "data/units.yaml"
    units.write_text(f"{units.read_text('utf-8')}# x\n", "utf-8")
    assert "，另有未提交的改动" in stamp()
    assert "未提交" not in stamp("--at", "HEAD", "--as-of", "2022-12-31")


def test_a_machine_whose_file_names_hold_no_chinese_is_told_what_mends_it(
    pilot: Pilot, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def put(*_: object, **__: object) -> None:
        "培训".encode("ascii")

    monkeypatch.setattr("pilotkit.cli.outputs.put", put)
    code, _, err = pilot("report", "training", "-f", "md", "-C", str(small))
    assert code == 2
    assert err.endswith("这里的文件名编码写不了“培训台账-2022-12-31.md”\n看怎么补：pilot doctor\n")
