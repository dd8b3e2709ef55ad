"""The office's own Word templates, from the command line."""

from pathlib import Path

import docx
import pytest

from conftest import Pilot
from pilotkit.report.reports import REPORTS
from small_pilot import texts

PLACE = Path("data/templates/score-sheet.docx")


@pytest.fixture(autouse=True)
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in a small pilot."""
    for path, text in texts().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text.replace("{x}", ""), "utf-8")
    monkeypatch.chdir(tmp_path)


def test_ejected_and_checked(pilot: Pilot) -> None:
    assert pilot("template", "eject", "score-sheet", "--dry-run")[:2] == (0, f"{PLACE}\n")
    assert not PLACE.exists()
    code, out, err = pilot("template", "eject", "score-sheet")
    assert (code, out) == (0, f"{PLACE}\n")
    assert "figures.supported" in err
    assert "figures.coverage（标准覆盖率）、" in err
    assert pilot("template", "check") == (0, "", "1 个模板，没有问题\n")
    before = PLACE.read_bytes()
    assert pilot("template", "eject", "score-sheet") == (
        2,
        "",
        f"{PLACE} 已有，没有动它\n要覆盖请加 --force\n",
    )
    assert PLACE.read_bytes() == before


def test_an_edited_one_is_used_unless_it_is_not_wanted(pilot: Pilot) -> None:
    pilot("template", "eject", "score-sheet")
    before = PLACE.read_bytes()
    word = docx.Document(str(PLACE))
    title = next(one for one in word.paragraphs if one.text == "{{ title }}")
    title.insert_paragraph_before("我区（得{{ figures.supported }}分）")
    word.save(str(PLACE))
    assert pilot("report", "score-sheet", "-f", "docx,md")[0] == 0
    made = docx.Document("build/计分表-2022-12-31.docx").paragraphs
    assert "我区（得" in "".join(one.text for one in made)
    assert "版式：工作区的模板 data/templates/score-sheet.docx（SHA-256 " in made[-1].text
    markdown = Path("build/计分表-2022-12-31.md").read_text("utf-8")
    assert markdown.endswith("*版式：随程序的模板。*\n")
    pilot("report", "score-sheet", "-f", "docx", "--templates", "bundled")
    bundled = docx.Document("build/计分表-2022-12-31.docx").paragraphs
    assert "我区" not in "".join(one.text for one in bundled)
    assert bundled[-1].text == "版式：随程序的模板。"
    assert pilot("template", "eject", "score-sheet", "--force")[0] == 0
    assert PLACE.read_bytes() == before


def test_what_is_wrong_is_exit_1_and_a_report_says_it_in_a_line(
    pilot: Pilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    PLACE.parent.mkdir()
    word = docx.Document()
    word.add_paragraph("得{{ points }}分")
    word.save(str(PLACE))
    word.save("data/templates/另一个.docx")
    code, out, _ = pilot("template", "check", "--lang", "en")
    assert code == 1
    assert out.splitlines() == [
        f"{PLACE}: paragraph 1 '得{{{{ points }}}}分': no variable 'points'",
        f"{PLACE}: no {{{{ body }}}}: the text has no place",
        f"{PLACE}: no notices (that a pilot is invented, for one); it will be added",
        f"{PLACE}: no stamp (day, revision, template); it will be added",
        "data/templates/另一个.docx: no report has this name; it is not used",
    ]
    code, out, err = pilot("report", "score-sheet", "-f", "docx")
    assert (code, out) == (2, "")
    assert err.splitlines()[1:] == [
        f"模板 {PLACE} 用不了：第1段“得{{{{ points }}}}分”：没有变量“points”",
        "pilot template check 看全部问题；--templates bundled 用随程序的",
    ]
    two = [one for one in REPORTS if one.name in {"score-sheet", "standards-list"}]
    monkeypatch.setattr("pilotkit.cli.report.REPORTS", two)
    code, out, err = pilot("report", "--all", "-f", "docx")
    assert (code, out) == (1, "build/标准明细表-2022-12-31.docx\nbuild/index.html\n")
    assert f"模板 {PLACE} 用不了：" in err
    assert pilot("template", "check", "training")[:2] == (
        1,
        "data/templates/training.docx: 没有这个模板\n",
    )
    assert pilot("template", "check", "nonsense")[0] == 2


def test_a_template_that_cannot_be_read(pilot: Pilot) -> None:
    PLACE.parent.mkdir()
    PLACE.write_bytes(
        b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"0" * 64 + b"\nsize 9\n"
    )
    code, _, err = pilot("report", "score-sheet", "-f", "docx")
    assert code == 2
    assert "只是 Git LFS 指针" in err
    with PLACE.open("wb") as file:
        file.truncate(21 << 20)
    assert "超过 20 MB" in pilot("template", "check")[2]


def test_there_may_be_none(pilot: Pilot) -> None:
    code, out, err = pilot("template", "check")
    assert (code, out) == (0, "")
    assert err == "还没有单位自己的模板；取一份：pilot template eject 报告\n"


def test_those_there_may_be_are_listed(pilot: Pilot) -> None:
    pilot("template", "eject", "score-sheet")
    _, out, _ = pilot("template", "list")
    assert f"score-sheet  计分表  {PLACE}\n" in out
    assert "self-evaluation  自我评价报告\n" in out
    assert "references" not in out
    said = "标准引用关系图没有 Word 版式\n有的见 pilot template list\n"
    assert pilot("template", "eject", "references") == (2, "", said)


def test_without_the_libraries(pilot: Pilot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pilotkit.report.formats.docx.find_spec", lambda _: None)
    code, _, err = pilot("template", "check")
    assert (code, err.endswith("pilot doctor\n")) == (2, True)
