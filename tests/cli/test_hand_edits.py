"""What somebody has worked on stays; the new file stands next to it, differences in words."""

import json
from pathlib import Path

import docx
import pytest
import xlsxwriter

from conftest import Pilot
from pilotkit.disk.outputs import LEDGER, put
from pilotkit.disk.writing import UnsafePathError
from small_pilot import texts

SHEET = "计分表-2022-12-31"


class Day:
    """A day on the office's wall."""

    @staticmethod
    def today() -> "Day":
        return Day()

    @staticmethod
    def isoformat() -> str:
        return "2023-12-15"


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a small pilot, on a certain day; return where its reports go."""
    for path, text in texts().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text.replace("{x}", ""), "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("pilotkit.cli.outputs.date", Day)
    return tmp_path / "build"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != LEDGER)


def test_what_nobody_touched_is_replaced(pilot: Pilot, build: Path) -> None:
    assert pilot("report", "score-sheet", "-f", "md")[0] == 0
    before = (build / f"{SHEET}.md").read_bytes()
    pilot_file = Path("data/pilot.yaml")
    pilot_file.write_text(pilot_file.read_text("utf-8").replace("小区", "大区"), "utf-8")
    code, out, err = pilot("report", "score-sheet", "-f", "md")
    assert (code, out) == (0, f"build/{SHEET}.md\n")
    assert "改过" not in err
    assert (build / f"{SHEET}.md").read_bytes() != before
    assert names(build) == [f"{SHEET}.md"]


def test_what_was_touched_stays_and_the_differences_are_named(pilot: Pilot, build: Path) -> None:
    pilot("report", "score-sheet", "-f", "md")
    place = build / f"{SHEET}.md"
    changed = place.read_text("utf-8").replace("位：审批局", "位：行政审批局") + "\n另加一段。\n"
    place.write_text(changed, "utf-8")
    code, out, err = pilot("report", "score-sheet", "-f", "md")
    assert (code, out) == (0, f"build/{SHEET}-新-2023-12-15.md\n")
    assert place.read_text("utf-8") == changed
    assert f"{SHEET}.md 有人改过，没有动它；新的是 {SHEET}-新-2023-12-15.md" in err
    first, *_, last = err.splitlines()[2:]
    assert first.endswith("承担单位：行政审批局 → 承担单位：审批局")
    assert last.endswith("只在前者：另加一段。")
    # The new one is ours again; when somebody works on it too, a third comes.
    assert pilot("report", "score-sheet", "-f", "md")[1] == out
    (build / f"{SHEET}-新-2023-12-15.md").write_text("我的", "utf-8")
    assert pilot("report", "score-sheet", "-f", "md")[1] == f"build/{SHEET}-新-2023-12-15-2.md\n"
    english = pilot("report", "score-sheet", "-f", "md", "--lang", "en")
    assert english[1] == "build/score-sheet-2022-12-31.md\n"


def test_force_replaces_it(pilot: Pilot, build: Path) -> None:
    build.mkdir()
    place = build / f"{SHEET}.md"
    place.write_text("没有经过我们的文件", "utf-8")
    pilot("report", "score-sheet", "-f", "md")
    assert place.read_text("utf-8") == "没有经过我们的文件"
    pilot("report", "score-sheet", "-f", "md", "--force")
    assert place.read_text("utf-8").startswith("# ")


def test_word_as_somebody_saved_it(pilot: Pilot, build: Path) -> None:
    pilot("report", "score-sheet", "-f", "docx")
    place = build / f"{SHEET}.docx"
    word = docx.Document(str(place))
    (heading,) = (one for one in word.paragraphs if one.style and one.style.name == "Title")
    at = [one.text for one in word.paragraphs if one.text.strip()].index(heading.text) + 1
    word.save(str(place))
    code, _, err = pilot("report", "score-sheet", "-f", "docx")
    assert (code, err.splitlines()[-1]) == (
        0,
        "  文字、数字和图没有不同：只是重新存过，或改了版式",
    )
    was = heading.text
    heading.text = "我区计分表"
    word.tables[0].cell(2, 4).text = "12"
    word.save(str(place))
    code, out, err = pilot("report", "score-sheet", "--keep", str(place))
    assert code == 1
    assert out.splitlines()[0] == f"第{at}段：我区计分表 → {was}"
    assert out.splitlines()[1].startswith("表1第3行第5列：12 → ")
    assert len(out.splitlines()) == 2
    assert not err
    assert names(build) == [f"{SHEET}-新-2023-12-15.docx", f"{SHEET}.docx"]


def test_a_sheet_by_its_fields(pilot: Pilot, build: Path, tmp_path: Path) -> None:
    other = tmp_path / "别的.xlsx"
    with xlsxwriter.Workbook(str(other)) as book:
        book.add_worksheet("我的").write_row(0, 0, ["甲", 1.5])
    pilot("report", "standards-list", "-f", "xlsx")
    code, out, _ = pilot("report", "standards-list", "--keep", str(other))
    assert code == 1
    assert out.startswith("工作表“我的”A1：甲 → ")
    assert "\n工作表“我的”B1：1.5 → （空）\n" in out
    (written,) = build.glob("*.xlsx")
    code, out, err = pilot("report", "standards-list", "--keep", str(written))
    assert (code, out, err) == (0, "", "没有不同\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("score-sheet", "training", "--keep", "x.md"), "--keep 一次比较一份报告的一个文件\n"),
        (("score-sheet", "--keep", "x.txt"), "--keep 一次比较一份报告的一个文件\n"),
        (("score-sheet", "--keep", "没有.md"), "读不了 没有.md：没有这个文件"),
        (("framework", "--keep", "x.xlsx"), "标准体系结构图：没有这种格式"),
    ],
)
@pytest.mark.usefixtures("build")
def test_wrong_usage(pilot: Pilot, arguments: tuple[str, ...], said: str) -> None:
    code, _, err = pilot("report", *arguments)
    assert code == 2
    assert err.startswith(said)


@pytest.mark.usefixtures("build")
def test_a_damaged_file_is_said_to_be_one(pilot: Pilot) -> None:
    Path("坏.docx").write_bytes(b"PK\x03\x04")
    assert pilot("report", "score-sheet", "--keep", "坏.docx")[:2] == (
        1,
        "前者读不了，无法逐处比较：文件已损坏（BadZipFile）\n",
    )


def test_a_long_list_is_cut(pilot: Pilot, build: Path) -> None:
    build.mkdir()
    (build / f"{SHEET}.md").write_text("\n\n".join(f"段{n}" for n in range(60)), "utf-8")
    err = pilot("report", "score-sheet", "-f", "md")[2]
    assert len(err.splitlines()) == 23
    assert err.splitlines()[-1].endswith("处，用 --keep 看全部")


@pytest.mark.parametrize(
    "ledger",
    [
        "{",
        "[]",
        '{"schema": "other/1", "files": {}}',
        '{"schema": "pilotkit/written/1", "files": [1]}',
        '{"schema": "pilotkit/written/1", "files": {"../甲.md": "00"}}',
        "[" * 100_000,
    ],
)
def test_a_ledger_that_is_not_as_we_write_it_counts_as_nothing(tmp_path: Path, ledger: str) -> None:
    (tmp_path / "甲.md").write_text("手写", "utf-8")
    (tmp_path / LEDGER).write_text(ledger, "utf-8")
    done = put(tmp_path, "甲.md", b"new", "新")
    assert (done.name, done.kept) == ("甲-新.md", "手写".encode())
    written = json.loads((tmp_path / LEDGER).read_text("utf-8"))
    assert list(written["files"]) == ["甲-新.md"]


def test_equal_content_is_ours_whoever_wrote_it(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"same")
    assert put(tmp_path, "a.md", b"same", "new") == ("a.md", None)
    assert put(tmp_path, "a.md", b"other", "new") == ("a.md", None)
    assert names(tmp_path) == ["a.md"]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "target").write_bytes(b"x")
    (tmp_path / "a.md").symlink_to(tmp_path / "target")
    with pytest.raises(UnsafePathError):
        put(tmp_path, "a.md", b"new", "new")
    assert (tmp_path / "target").read_bytes() == b"x"
